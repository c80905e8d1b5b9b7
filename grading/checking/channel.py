"""Messages over a stream socket: four bytes of length, then the message."""

import socket
import struct

from grading.checking import wire
from grading.checking.wire import ProtocolError

PIECE = 2**20


class PeerDied(Exception):  # noqa: N818
    """The other process is gone, is silent for too long, or does not keep to the protocol."""


class Channel:
    """Sends and receives messages.

    Parameters
    ----------
    connection : socket.socket
        A stream socket. Its time limit is how long the other end may be silent.
    """

    def __init__(self, connection: socket.socket):
        self._connection = connection
        self._received = bytearray()

    def send(self, data: bytes) -> None:
        """Send a message."""
        header = struct.pack("<I", len(data))
        if len(data) < PIECE:
            self._connection.sendall(header + data)
        else:
            self._connection.sendall(header)
            self._connection.sendall(data)

    def receive(self) -> bytearray:
        """Wait for a message.

        Raises
        ------
        PeerDied
            If the other end is gone.
        ProtocolError
            If the message is too long.
        OSError
            If the connection fails, or the other end is silent for too long.
        """
        length = struct.unpack("<I", self._take(4))[0]
        if length > wire.MAX_BYTES:
            raise ProtocolError("a message that is too long")
        return self._take(length)

    def _take(self, length: int) -> bytearray:
        """Receive so many bytes. Memory grows with what comes, not with what is announced."""
        while len(self._received) < length:
            piece = self._connection.recv(PIECE)
            if not piece:
                raise PeerDied("your notebook's Python has ended")
            self._received += piece
        data, rest = self._received, self._received[length:]
        del data[length:]
        self._received = rest
        return data
