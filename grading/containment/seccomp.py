"""The system calls that contained code may not make (libseccomp, through pyseccomp)."""

import errno
import mmap
import socket
from functools import cache

try:
    import pyseccomp
except (ImportError, OSError, RuntimeError):  # not Linux, or libseccomp is not installed
    pyseccomp = None

#: What only administrators and debuggers need, and where the kernel's worst holes have been.
# fmt: off
FORBIDDEN = (
    "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "mount_setattr",
    "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick", "open_by_handle_at",
    "name_to_handle_at", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise",
    "kcmp", "pidfd_getfd", "perf_event_open", "init_module", "finit_module", "delete_module",
    "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff", "bpf", "userfaultfd",
    "io_uring_setup", "io_uring_enter", "io_uring_register", "keyctl", "add_key", "request_key",
    "lookup_dcookie", "personality", "modify_ldt", "acct", "quotactl", "quotactl_fd",
    "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname",
    "setdomainname", "syslog", "vhangup", "iopl", "ioperm", "nfsservctl", "uselib", "ustat",
    "sysfs", "mbind", "migrate_pages", "move_pages", "fanotify_init", "landlock_create_ruleset",
    "landlock_add_rule", "landlock_restrict_self",
    # Memory that belongs to no process, and what may outlive them all.
    "memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "semget", "semop", "semctl",
    "semtimedop", "msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink",
)
# What Landlock does not ask about: who may do what with a file, whosever it is.
PERMISSIONS = (
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "utime",
    "utimes", "utimensat", "futimesat", "setxattr", "lsetxattr", "fsetxattr", "setxattrat",
    "removexattr", "lremovexattr", "fremovexattr", "removexattrat", "file_setattr",
)
# fmt: on

#: Addresses that can mean something inside; AF_VSOCK, AF_PACKET, AF_ALG and the rest cannot.
SOCKETS = (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6)

_NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW* that clone takes
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_SHARED_ANONYMOUS = mmap.MAP_SHARED | mmap.MAP_ANONYMOUS


def available() -> bool:
    """Tell whether filters can be made here."""
    return pyseccomp is not None


def forbid(landlocked: bool) -> None:
    """Forbid system calls to this process: to all its threads, for good.

    Parameters
    ----------
    landlocked : bool
        Also forbid to make, bind and connect sockets (`socketpair` stays), and ignore changes of
        permissions (`shutil.copy` makes some): for where network and files are the machine's own.
    """
    filter_for(landlocked).load()


@cache
def filter_for(landlocked: bool) -> "pyseccomp.SyscallFilter":
    """Make the filter that `forbid` loads; once for a process and all that it forks."""
    denied = pyseccomp.ERRNO(errno.EPERM)
    no_such_family = pyseccomp.ERRNO(errno.EAFNOSUPPORT)
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    rules.set_attr(pyseccomp.Attr.CTL_TSYNC, 1)
    for name in FORBIDDEN:
        if _known(name):
            rules.add_rule(denied, name)
    # Its flags are behind a pointer, where a filter cannot look: the C library falls back to clone.
    if _known("clone3"):
        rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    for bit in (1 << position for position in range(32)):
        if bit & _NEW_NAMESPACES:
            rules.add_rule(denied, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, bit, bit))
    # Its pages can stay without counting as anybody's memory.
    shared = pyseccomp.Arg(3, pyseccomp.MASKED_EQ, _SHARED_ANONYMOUS, _SHARED_ANONYMOUS)
    rules.add_rule(denied, "mmap", shared)
    for request in (_TIOCSTI, _TIOCLINUX):
        low = 0xFFFFFFFF
        rules.add_rule(denied, "ioctl", pyseccomp.Arg(1, pyseccomp.MASKED_EQ, low, request))
    if landlocked:
        for name in ("socket", "bind", "connect", "listen"):
            rules.add_rule(denied, name)
        for name in filter(_known, PERMISSIONS):
            rules.add_rule(pyseccomp.ERRNO(0), name)
    else:
        for family in range(max(SOCKETS) + 1):
            if family not in SOCKETS:
                equal = pyseccomp.Arg(0, pyseccomp.EQ, family)
                rules.add_rule(no_such_family, "socket", equal)
        beyond = pyseccomp.Arg(0, pyseccomp.GT, max(SOCKETS))
        rules.add_rule(no_such_family, "socket", beyond)
    return rules


def _known(name: str) -> bool:
    """Tell whether this architecture, and this libseccomp, have a system call."""
    try:
        return pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) >= 0
    except OSError:
        return False
