"""One end of the connection between the checker and the student's kernel.

Either end may ask the other one something, and waits for the reply. While it waits, it answers what
the other one asks (a test calls an answer, which calls a function that the test passed to it), so
that requests and replies nest like calls. A reply names the innermost request that is open, or the
connection ends for good.

A message holds these values (see `grading.checking.wire`):

=========== ======================================================================
request     ``"?"``, number, released handles, operation, fields, watched indices
reply       ``"!"``, number, released handles, whether it went well, fields, changes
=========== ======================================================================

The indices say which of the mutable objects in the request are to be sent back; the changes are
pairs of such an index and the new content of the object.
"""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from grading.checking.channel import Channel, PeerDied
from grading.checking.decoder import Decoder
from grading.checking.encoder import Encoder
from grading.checking.wire import ProtocolError, UnsendableError

MAX_NESTING = 32
MAX_EXPORTS = 1_000_000
HEADROOM = 100  # frames that sending and receiving may need


class Peer:
    """An end of the connection; a subclass says what it answers and what it hands out.

    Parameters
    ----------
    connection : socket.socket
        A stream socket. Its time limit is how long the other end may be silent.
    sharing : bool
        Whether this end's requests keep an object that occurs twice one object. The checker's do,
        the student's do not.
    """

    def __init__(self, connection: socket.socket, sharing: bool):
        self._channel, self._sharing = Channel(connection), sharing
        self._exports: dict[int, Any] = {}
        self._handles = self._requests = self._nesting = 0
        self.released: list[int] = []
        self.turn = 0  # how many messages have come
        self.broken = ""

    def answer(self, operation: str, fields: tuple, message: Decoder, watched: list[int]) -> tuple:
        """Do what the other end asks; return whether it went well, reply fields, and changes."""
        raise NotImplementedError

    def failure(self, error: Exception, fields: tuple) -> tuple:
        """Return what is replied when `fields` cannot cross because of `error`."""
        raise NotImplementedError

    def export(self, value: Any) -> tuple:
        """Hand out an object that is no value (see `Encoder`)."""
        raise NotImplementedError

    def adopt(self, handle: int, about: Any) -> Any:
        """Make a stand-in for an object of the other end."""
        raise NotImplementedError

    def settle(self) -> None:
        """Do what has to be done before a message goes out."""

    def hand_out(self, value: Any) -> int:
        """Keep an object until the other end releases it; return the number that stands for it."""
        if len(self._exports) >= MAX_EXPORTS:
            raise UnsendableError("too many objects are in use on the other side")
        self._handles += 1
        self._exports[self._handles] = value
        return self._handles

    def exported(self, handle: Any) -> Any:
        """Return the object that a number stands for."""
        if type(handle) is not int or handle not in self._exports:
            raise ProtocolError("a handle that does not exist")
        return self._exports[handle]

    def home(self, handle: int) -> Any:
        """Return the object that comes home."""
        return self.exported(handle)

    def request(
        self,
        operation: str,
        *fields: Any,
        watch: Callable[[Sequence[Any]], list[int]] = lambda objects: [],
    ) -> tuple[bool, tuple, list[tuple[Any, Any]]]:
        """Ask the other end something and wait for the reply.

        Parameters
        ----------
        operation : str
            What is asked.
        *fields
            What belongs to it.
        watch : callable
            Given the mutable objects in the request, says which of them are to be sent back.

        Returns
        -------
        ok : bool
            Whether it went well.
        fields : tuple
            What was replied.
        changes : list of tuple
            The watched objects that have changed, each with its new content.

        Raises
        ------
        PeerDied
            If there is no proper reply; from then on, always.
        UnsendableError, RecursionError
            If a field cannot cross, or the calls nest too deeply. Nothing was sent.
        """
        if self.broken:
            raise PeerDied(self.broken)
        if self._nesting >= MAX_NESTING:
            raise RecursionError("test and answer call each other too deeply")
        _recurse(HEADROOM)
        self.settle()
        self._requests += 1
        number = self._requests
        data, objects, watched = self._encode_request(number, operation, fields, watch)
        self._nesting += 1
        try:
            with self._fatal():
                self._channel.send(data)
                while True:
                    message = self._receive()
                    if message.value() == "!":
                        return self._read_reply(message, number, objects, watched)
                    self._serve(message)
        finally:
            self._nesting -= 1

    def serve_one(self) -> str:
        """Wait for one request, answer it, return its operation."""
        with self._fatal():
            message = self._receive()
            if message.value() != "?":
                raise ProtocolError("a reply that nobody waits for")
            return self._serve(message)

    def _encode_request(self, number: int, operation: str, fields: tuple, watch) -> tuple:
        encoder, handles = Encoder(self.export, self._sharing), self._handles
        released, self.released = self.released, []
        try:
            for value in ("?", number, released, operation, fields):
                encoder.add(value)
            watched = watch(encoder.objects)
            encoder.add(watched)
            return encoder.data(), encoder.objects, watched
        except BaseException:
            self.released += released
            for handle in range(handles + 1, self._handles + 1):
                del self._exports[handle]
            raise

    def _read_reply(self, message: Decoder, number: int, objects: list, watched: list[int]):
        answered = self._read(message, int)
        self._release(self._read(message, list))
        ok, fields = self._read(message, bool), self._read(message, tuple)
        message.refer_to(objects)
        changes, allowed = self._read(message, tuple), set(watched)
        if answered != number or not message.done:
            raise ProtocolError("a reply to something that was not asked")
        for change in changes:
            if type(change) is not tuple or len(change) != 2 or type(change[0]) is not int:
                raise ProtocolError("a change that is none")
            if change[0] not in allowed:
                raise ProtocolError("a change of something that nobody asked about")
        return ok, fields, [(objects[index], content) for index, content in changes]

    def _serve(self, message: Decoder) -> str:
        """Answer a request; if the answer cannot cross, say that."""
        number = self._read(message, int)
        self._release(self._read(message, list))
        operation, fields = self._read(message, str), self._read(message, tuple)
        watched = self._read(message, list)
        if not message.done:
            raise ProtocolError("a request with something behind it")
        ok, reply, changes = self.answer(operation, fields, message, watched)
        self.settle()
        if self.broken:
            raise PeerDied(self.broken)
        released, self.released = self.released, []
        try:
            data = self._reply(number, released, ok, reply, message.objects, changes)
        except Exception as error:  # an object of the student's may do anything meanwhile
            data = self._reply(number, released, False, self.failure(error, reply), (), ())
        self._channel.send(data)
        return operation

    def _reply(self, number: int, released: list, ok: bool, fields: tuple, objects, changes):
        encoder = Encoder(self.export)
        for value in ("!", number, released, ok, fields):
            encoder.add(value)
        encoder.refer_to(objects)
        encoder.add(changes)
        return encoder.data()

    def _read(self, message: Decoder, kind: type) -> Any:
        value = message.value()
        if type(value) is not kind:
            raise ProtocolError("a field of the wrong type")
        return value

    def _release(self, handles: list) -> None:
        for handle in handles:
            self.exported(handle)
            del self._exports[handle]

    def _receive(self) -> Decoder:
        data = self._channel.receive()
        self.turn += 1
        return Decoder(data, self.home, self.adopt, not self._sharing)

    @contextmanager
    def _fatal(self) -> Iterator[None]:
        """End the connection for good if anything goes wrong: after that, nothing is in step."""
        try:
            yield
        except BaseException as error:
            if not self.broken:
                self.broken = str(error) if isinstance(error, PeerDied) else _reason(error)
            if isinstance(error, (ProtocolError, OSError)):
                raise PeerDied(self.broken) from None
            raise


def _reason(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "your code does not answer in time"
    if isinstance(error, ConnectionError):
        return "your notebook's Python has ended"
    if isinstance(error, ProtocolError):
        return f"your notebook's Python sends something that it should not: {error}"
    return f"the connection to your notebook's Python is lost ({type(error).__name__})"


def _recurse(levels: int) -> None:
    """Raise RecursionError now rather than in the middle of a message."""
    if levels:
        _recurse(levels - 1)
