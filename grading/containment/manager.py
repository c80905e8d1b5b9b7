"""A kernel manager for contained kernels: what nbclient and nbgrader take as their manager."""

import time
from queue import Empty
from typing import Any

import zmq
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Any as AnyTrait
from traitlets import Dict, Type

from grading.containment.provisioner import NAME

#: The longest message that is taken from a kernel, in bytes.
LONGEST_MESSAGE = 32 * 1024**2


class ContainedKernelClient(AsyncKernelClient):
    """A client that knows when a contained kernel is ready without waiting for silence."""

    def start_channels(self, *args: Any, **kwargs: Any) -> None:
        """Start all but the heartbeat: waiting for that could take until the kernel answers.

        Whether the kernel lives is known without asking it.
        """
        super().start_channels(*args, **{**kwargs, "hb": False})

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers and its outputs arrive here."""
        deadline = time.monotonic() + (timeout or 60)
        while time.monotonic() < deadline:
            request = self.kernel_info()
            try:
                reply = await self.get_shell_msg(timeout=2)
                while True:
                    message = await self.get_iopub_msg(timeout=0.2)
                    idle = message["content"].get("execution_state") == "idle"
                    if idle and message["parent_header"].get("msg_id") == request:
                        self._handle_kernel_info_reply(reply)
                        return
            except Empty:
                if not await self.is_alive():
                    break
        raise RuntimeError("The kernel did not get ready.")


class ContainedKernelManager(AsyncKernelManager):
    """Manages one contained kernel.

    Parameters
    ----------
    containment : dict
        Traits of `grading.containment.provisioner.ContainedProvisioner`.
    link : socket, optional
        A socket that the kernel gets.
    """

    containment = Dict()
    link = AnyTrait(None, allow_none=True)
    client_factory = Type(ContainedKernelClient, klass=AsyncKernelClient)
    cache_ports = False

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self.context.setsockopt(zmq.MAXMSGSIZE, LONGEST_MESSAGE)

    @property
    def kernel_spec(self) -> KernelSpec:
        """The one kind of kernel that this manages."""
        provisioner = {"provisioner_name": NAME, "config": self.containment}
        return KernelSpec(
            display_name="Python 3 (contained)",
            language="python",
            interrupt_mode="signal",
            metadata={"kernel_provisioner": provisioner},
        )

    @property
    def ending(self) -> dict[str, Any] | None:
        """How the kernel ended, and why; None while it lives."""
        return getattr(self.provisioner, "ending", None)

    async def start_kernel(self, **kwargs: Any) -> None:
        """Start the kernel; what cannot start leaves no folder and no socket."""
        try:
            await super().start_kernel(**kwargs)
        except BaseException:
            await self.cleanup_resources()
            raise
