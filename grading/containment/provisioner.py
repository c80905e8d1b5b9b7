"""A jupyter_client kernel provisioner whose kernels are contained, and warm.

It is called ``course-contained``: in a kernelspec's ``metadata.kernel_provisioner``, or for all
kernels of a process with ``JUPYTER_DEFAULT_PROVISIONER_NAME=course-contained``. So nbclient,
nbconvert, nbgrader, nbval and JupyterLab can run what nobody has read.
"""

import asyncio
import signal
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerBase
from traitlets import Dict, List, Unicode

from grading.containment.isolation import Isolation, available
from grading.containment.limits import Limits
from grading.containment.view import View
from grading.containment.warm import Contained, Rooms, warm_parent
from grading.kernels import CHANNELS

NAME = "course-contained"


class ContainedProvisioner(KernelProvisionerBase):
    """Starts kernels by forking a warm parent into containment."""

    isolation = Unicode("auto", help="auto, or one of grading.containment.Isolation").tag(
        config=True
    )
    modules = List(Unicode(), help="What the warm parent imports.").tag(config=True)
    limits = Dict(help="Limits that differ from the usual ones.").tag(config=True)
    view = Dict(help="Fields of grading.containment.View.").tag(config=True)

    contained: Contained | None = None
    rooms: Rooms | None = None

    @property
    def has_process(self) -> bool:
        """Whether the kernel was started and not cleaned up yet."""
        return self.contained is not None

    async def poll(self) -> int | None:
        """Return None while the kernel lives, its exit code afterwards."""
        if self.contained is None or self.contained.ending is None:
            return None if self.contained else 0
        code = self.contained.ending["exit"]
        return -1 if code is None else code

    async def wait(self) -> int | None:
        """Wait until the kernel has ended."""
        code = None
        while self.contained is not None and (code := await self.poll()) is None:
            await asyncio.sleep(0.01)
        return code

    async def send_signal(self, signum: int) -> None:
        """Send the kernel a signal."""
        if self.contained is not None:
            self.contained.send_signal(signum)

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and everything in its containment."""
        if self.contained is not None:
            self.contained.send_signal(signal.SIGKILL)
            await self.wait()

    async def terminate(self, restart: bool = False) -> None:
        """The same as `kill`: nothing inside is worth a farewell."""
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        """Close what belongs to the kernel and delete its folders."""
        if self.contained is not None:
            self.contained.close()
        if self.rooms is not None:
            self.rooms.close()
            self.rooms = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Make the kernel's folders, and its sockets' names in one of them."""
        self.rooms = Rooms()
        manager = self.parent
        manager.transport = "ipc"
        manager.ip = f"{self.rooms.sockets}/k"
        for number, name in enumerate(CHANNELS, start=1):
            setattr(manager, f"{name}_port", number)
        self.connection_info = manager.get_connection_info()
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel."""
        isolation = available()[0] if self.isolation == "auto" else Isolation(self.isolation)
        info = dict(self.connection_info)
        info["key"] = info["key"].decode() if isinstance(info["key"], bytes) else info["key"]
        self.contained = warm_parent(tuple(self.modules)).start(
            "kernel",
            isolation,
            View(sockets=self.rooms.sockets, room=self.rooms.room, **self.view),
            Limits(**self.limits),
            link=getattr(self.parent, "link", None),
            connection=info,
        )
        return self.connection_info

    @property
    def ending(self) -> dict[str, Any] | None:
        """How the kernel ended, and why; None while it lives."""
        return self.contained.ending if self.contained else None
