"""The first program inside bubblewrap: becomes the contained process without being forked.

``python -m grading.containment.fresh GATE LINK REQUEST``: the descriptors of the socket to the
keeper, of the link (-1 for none) and of a file with the request.
"""

import json
import os
import socket
import sys

from grading.containment import keeper
from grading.containment.zygote import preload


def main() -> None:
    """Read the request, import what a warm parent would have, and be what is asked for."""
    gate, link, request = map(int, sys.argv[1:4])
    with os.fdopen(request, encoding="utf-8") as stream:
        wanted = json.load(stream)
    preload(wanted["modules"])
    keeper.be_contained(wanted, socket.socket(fileno=gate), None if link < 0 else link)


if __name__ == "__main__":
    main()
