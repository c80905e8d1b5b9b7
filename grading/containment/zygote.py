"""The inside of the warm parent: imports once, then forks a keeper for every request.

``python -m grading.containment.zygote OWNER LISTENER MODULE ...`` imports the modules and reads
requests (JSON, with the descriptors that belong to them) from the socket OWNER, until that is
closed, and from whoever connects to the socket LISTENER (``-`` for none).

A process may be copied safely only while it has one thread, and TensorFlow only before its first
operation: both are checked before every fork.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Iterable
from importlib import import_module

from grading.containment import seccomp
from grading.containment.keeper import keep

#: What every kernel and every checker needs, whatever the chapter.
ALWAYS = (
    "numpy",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "IPython.core.interactiveshell",
    "IPython.core.displayhook",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
    "grading.containment.app",
    "grading.checking.process",
    "grading.checking.agent",
)
LONGEST_REQUEST = 1 << 20


def main() -> None:
    """Import, report, and fork until whoever started this is gone."""
    owner = socket.socket(fileno=int(sys.argv[1]))
    listener = socket.socket(fileno=int(sys.argv[2])) if sys.argv[2] != "-" else None
    gc.disable()  # thousands of modules are made and none is garbage: a quarter of the time
    missing = preload(sys.argv[3:])
    gc.enable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody has to be buried
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the engine
    gc.collect()
    gc.freeze()
    hello = json.dumps({"ready": True, "missing": missing}).encode()
    owner.send(hello)
    sources = [owner, *([listener] if listener else [])]
    while True:
        for source in select.select(sources, [], [])[0]:
            if source is listener:
                client, _ = listener.accept()
                client.send(hello)
                sources.append(client)
            elif not answer(source, sources):
                if source is owner:
                    return
                sources.remove(source)
                source.close()


def answer(source: socket.socket, sources: list[socket.socket]) -> bool:
    """Fork what is asked for; tell whether anybody is still there to ask."""
    try:
        message, descriptors, _, _ = socket.recv_fds(source, LONGEST_REQUEST, 2)
    except OSError:
        return False
    if not message:
        return False
    control, *link = descriptors
    with socket.socket(fileno=control) as channel:
        problem = unsafe_to_fork()
        if problem:
            channel.send(json.dumps({"exit": None, "reason": problem}).encode())
        elif os.fork() == 0:
            for one in sources:
                one.close()
            keep(json.loads(message), channel, *(link or [None]))
    for descriptor in link:
        os.close(descriptor)
    return True


def preload(modules: Iterable[str]) -> dict[str, str]:
    """Import modules, and what is always needed; return why, for those that cannot be."""
    missing = {}
    # Without debugpy ipykernel has no debugger, which would take half of a kernel's start.
    sys.modules["debugpy"] = None
    try:
        import_module("ipykernel.debugger")
    finally:
        del sys.modules["debugpy"]
    for name in dict.fromkeys([*ALWAYS, *modules]):
        try:
            import_module(name)
        except Exception as error:
            missing[name] = f"{type(error).__name__}: {error}"
    warm_up()
    return missing


def warm_up() -> None:
    """Do once what every copy would do for itself."""
    import_module("nbformat.v4").new_output("stream")  # compiles the schema of notebooks
    if seccomp.available():
        seccomp.filter_for(landlocked=False)
    if "matplotlib" in sys.modules:
        # What every installed package says of itself is read.
        import_module("matplotlib.backends").backend_registry.list_all()
    import_module("grading.containment.app").KNOWN_MODULES.update(sys.modules)


def unsafe_to_fork() -> str:
    """Say why this process must not be copied; empty if it may."""
    threads = len(os.listdir("/proc/self/task"))
    if threads > 1:
        return f"the warm parent has {threads} threads"
    context = sys.modules.get("tensorflow.python.eager.context")
    if context is not None and context._context is not None and context._context._initialized:
        return "TensorFlow has already run an operation in the warm parent"
    return ""


if __name__ == "__main__":
    # Not as `__main__`: what is forked imports from here.
    from grading.containment import zygote

    zygote.main()
