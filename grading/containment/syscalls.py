"""The few Linux system calls that Python has no function for.

Each raises `OSError` when the kernel refuses. See namespaces(7), mount(2), pivot_root(2),
mount_setattr(2), prctl(2), capset(2), netdevice(7).
"""

import ctypes
import fcntl
import os
import socket
import struct

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 32, 4096, 16384, 1 << 18
MNT_DETACH = 2

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP = 1, 4, 24
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38

# The same on every architecture that has been added since 2011.
SYS_MOUNT_SETATTR = 442
SYS_LANDLOCK_CREATE, SYS_LANDLOCK_ADD, SYS_LANDLOCK_RESTRICT = 444, 445, 446
_SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_CAPABILITY_VERSION_3 = 0x20080522
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 1

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def _checked(result: int, what: str) -> int:
    """Return a result, or raise what the kernel said."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(number: int, *args: object) -> int:
    """Make a system call by its number."""
    return _checked(_libc.syscall(ctypes.c_long(number), *args), f"system call {number}")


def unshare(flags: int) -> None:
    """Move this process (its children, for `CLONE_NEWPID`) into new namespaces."""
    _checked(_libc.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str = "", flags: int = 0, options: str = "") -> None:
    """Mount a file system."""
    code = _libc.mount(
        source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode()
    )
    _checked(code, f"mount {kind or source} at {target}")


def unmount(target: str) -> None:
    """Detach what is mounted at a path, now or as soon as nobody uses it any more."""
    _checked(_libc.umount2(target.encode(), MNT_DETACH), f"unmount {target}")


def bind(source: str, target: str, writable: bool = False) -> None:
    """Make a file or folder, with all that is mounted in it, visible at a second place."""
    mount(source, target, flags=MS_BIND | MS_REC)
    restrict_mount(target, MS_NOSUID | MS_NODEV | (0 if writable else MS_RDONLY))


def restrict_mount(target: str, flags: int) -> None:
    """Set `MS_RDONLY`, `MS_NOSUID`, `MS_NODEV` or `MS_NOEXEC` on a mount and all within."""
    attributes = struct.pack("QQQQ", flags, 0, 0, 0)
    syscall(
        SYS_MOUNT_SETATTR,
        ctypes.c_int(_AT_FDCWD),
        ctypes.c_char_p(target.encode()),
        ctypes.c_uint(_AT_RECURSIVE),
        ctypes.c_char_p(attributes),
        ctypes.c_size_t(len(attributes)),
    )


def pivot_root(new_root: str) -> None:
    """Make a mount the root of this mount namespace, and let go of the old one."""
    os.chdir(new_root)
    number = _SYS_PIVOT_ROOT[os.uname().machine]
    syscall(number, ctypes.c_char_p(b"."), ctypes.c_char_p(b"."))
    unmount(".")
    os.chdir("/")


def prctl(option: int, value: int = 0) -> None:
    """Change a property of this process."""
    arguments = (ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))
    _checked(_libc.prctl(option, *arguments), f"prctl {option}")


def drop_capabilities() -> None:
    """Give up every capability, also those that a program started later could get."""
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            break  # past the last one, or there is none to drop
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    _checked(_libc.capset(ctypes.c_char_p(header), ctypes.c_char_p(bytes(24))), "capset")


def loopback_up() -> None:
    """Bring up `lo` in a new network namespace (ipykernel binds a socket on it)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sH14s", b"lo", 0, b"")
        _, flags, _ = struct.unpack("16sH14s", fcntl.ioctl(control, _SIOCGIFFLAGS, request))
        request = struct.pack("16sH14s", b"lo", flags | _IFF_UP, b"")
        fcntl.ioctl(control, _SIOCSIFFLAGS, request)
