"""Submissions that reach for what is not theirs: files, grades, networks, other processes."""

from submissions import CRASHED, EITHER, GRADED, OVER, Row, after, instead

SECRETS = """\
import os, pathlib

for folder in [TARGETS["course"], *TARGETS["answers"]]:
    attempt(f"list {folder}", lambda: os.listdir(folder)[0])
for name in ("gradebook.db", "source/01_tiny/01_tiny.ipynb", "nbgrader_config.py"):
    attempt(f"read {name}", lambda: pathlib.Path(TARGETS["course"], name).read_bytes())
for path in ("/etc/shadow", "/dev/mem", "/dev/kmsg", "/dev/vda", "/sys/kernel"):
    attempt(f"open {path}", lambda: os.close(os.open(path, os.O_RDONLY)))
"""

# Whatever it finds is printed; what must not be found is looked for in all outputs.
SEARCH = """\
import os, sys, gc, importlib

for top in (TARGETS["course"], *TARGETS["answers"], "/home/handed_in", "/proc/self"):
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith((".ipynb", ".db", ".md", "environ")):
                try:
                    print(open(os.path.join(folder, name), "rb").read()[:5000])
                except OSError:
                    pass
print(dict(os.environ))
for name in ("grading.answers", "grading.release", "grading.chapters", "grading.demo"):
    try:
        print(vars(importlib.import_module(name)))
    except Exception as error:
        print(name, error)
"""

LOOKING_BACK = """\
import gc, sys, traceback


def halve(x):
    traceback.print_stack()
    for thread, frame in sys._current_frames().items():
        while frame:
            print(frame.f_code.co_filename, [str(one)[:200] for one in frame.f_locals.values()])
            frame = frame.f_back
    print([one for one in gc.get_objects() if type(one) is dict and "source" in one][:20])
    return x / 2
"""

WRITING = """\
import os, pathlib, shutil

own = ["/tmp", "/dev/shm"]  # or refused
if not os.path.exists(TARGETS["course"]):  # another /tmp, with folders that bubblewrap makes for it
    inside = [one for one in TARGETS["folders"] if one.startswith("/tmp/") and os.path.exists(one)]
    own += [one for one in inside if os.stat(one).st_uid == os.getuid()]
for folder in TARGETS["folders"]:
    path = pathlib.Path(folder, TARGETS["token"])
    if folder not in own:
        attempt(f"write into {folder}", lambda: path.write_text("gotcha"))
    else:
        try:
            path.write_text("gotcha")
        except OSError:
            pass
course = pathlib.Path(TARGETS["course"])
for name in (
    "../canary.txt",
    "../home/canary.txt",
    "submitted/perfect/01_tiny/01_tiny.ipynb",
    "source/01_tiny/01_tiny.ipynb",
    "autograded/perfect/01_tiny/01_tiny.ipynb",
    "reports/01_tiny/results.json",
    "nbgrader_config.py",
):
    attempt(f"write {name}", lambda: (course / name).write_text("gotcha"))
    attempt(f"delete {name}", lambda: (course / name).unlink())
    attempt(f"move {name}", lambda: (course / name).rename(course / "elsewhere"))
    for change in (lambda path: os.chmod(path, 0), lambda path: os.utime(path, (0, 0))):
        try:
            change(course / name)  # may be ignored
        except OSError:
            pass
    attempt(f"truncate {name}", lambda: os.truncate(course / name, 0))
attempt("link", lambda: os.link(course / "gradebook.db", "mine.db"))
attempt("rmtree", lambda: shutil.rmtree(course))
"""

GRADEBOOK = """\
import sqlite3, time

path = TARGETS["course"] + "/gradebook.db"


def forge():
    with sqlite3.connect(path) as database:
        database.execute("UPDATE grade SET auto_score = 99, manual_score = 99")


def lock():
    global kept
    kept = sqlite3.connect(path, isolation_level=None)
    kept.execute("BEGIN EXCLUSIVE")


attempt("forge", forge)
attempt("lock", lock)
"""

LEFT_BEHIND = """\
import os, pathlib, socket, time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(200):
            for folder in TARGETS["folders"]:
                try:
                    pathlib.Path(folder, TARGETS["token"] + "-later").write_text("gotcha")
                except OSError:
                    pass
            try:
                socket.create_connection(TARGETS["tcp"], 0.1)
            except OSError:
                pass
            time.sleep(0.1)
    os._exit(0)
"""

KILLING = """\
import os, signal

bystander, engine = TARGETS["pids"]
for number in (0, signal.SIGCONT, signal.SIGTERM):
    attempt(f"signal {number} to a bystander", lambda: os.kill(bystander, number))
attempt("see whether the engine is there", lambda: os.kill(engine, 0))
"""

KILLING_PARENT = """\
import os, signal

if os.getppid():  # 0: it cannot be seen from here
    os.kill(os.getppid(), signal.SIGKILL)
"""

SPYING = """\
import ctypes, os, pathlib

libc = ctypes.CDLL(None, use_errno=True)


def trace(pid):
    if libc.ptrace(16, pid, None, None) < 0:  # PTRACE_ATTACH
        raise OSError(ctypes.get_errno(), "ptrace")


def peek(pid):
    here = (ctypes.c_uint64 * 2)(ctypes.addressof(ctypes.create_string_buffer(8)), 8)
    if libc.process_vm_readv(pid, here, 1, here, 1, 0) < 0:
        raise OSError(ctypes.get_errno(), "process_vm_readv")


for pid in (*TARGETS["pids"], os.getppid()):
    for name in ("environ", "maps", "mem", "fd", "root", "cwd"):
        path = f"/proc/{pid}/{name}"
        attempt(path, lambda: os.listdir(path) if name in ("fd", "root", "cwd") else
                open(path, "rb").read(10_000))
    attempt(f"trace {pid}", lambda: trace(pid))
    attempt(f"peek {pid}", lambda: peek(pid))
"""

NETWORK = """\
import socket, urllib.request


def connect(family, address, kind=socket.SOCK_STREAM):
    with socket.socket(family, kind) as one:
        one.settimeout(0.3)
        one.connect(address)
        one.send(TARGETS["token"].encode())
        if kind == socket.SOCK_DGRAM:
            one.recv(1)  # nobody answers, but if nobody is there, this says so


tcp, udp = tuple(TARGETS["tcp"]), tuple(TARGETS["udp"])
attempt("tcp", lambda: connect(socket.AF_INET, tcp))
attempt("tcp by its other name", lambda: connect(socket.AF_INET6, (f"::ffff:{tcp[0]}", tcp[1])))
attempt("udp", lambda: connect(socket.AF_INET, udp, socket.SOCK_DGRAM))
attempt("unix", lambda: connect(socket.AF_UNIX, TARGETS["unix"]))
attempt("abstract unix", lambda: connect(socket.AF_UNIX, "\\0" + TARGETS["abstract"]))
attempt("internet", lambda: connect(socket.AF_INET, ("192.0.2.1", 80)))
attempt("virtual machine", lambda: connect(socket.AF_VSOCK, (2, 1024)))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
attempt("packets", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
attempt("crypto", lambda: socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET))
attempt("name", lambda: socket.getaddrinfo("example.org", 80))
attempt("web", lambda: urllib.request.urlopen(f"http://127.0.0.1:{tcp[1]}/", timeout=0.3))
"""

PRIVILEGES = """\
import ctypes, os, resource, subprocess

libc = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)


for name, action in {
    "setuid": lambda: os.setuid(0 if os.getuid() else 1),
    "setgroups": lambda: os.setgroups([0]),
    "chroot": lambda: os.chroot("/"),
    "new namespaces": lambda: call("unshare", 0x10000000),
    "mount": lambda: call("mount", b"none", b"/tmp", b"tmpfs", 0, b""),
    "unmount": lambda: call("umount2", b"/proc", 2),
    "nice": lambda: os.nice(-5),
    "device": lambda: os.mknod("disk", 0o60666, os.makedev(8, 0)),
    "sudo": lambda: subprocess.run(["sudo", "-n", "id"], check=True),
    "limits": lambda: resource.setrlimit(resource.RLIMIT_NPROC, (10**6, 10**6)),
    "host name": lambda: call("sethostname", b"gotcha", 6),
}.items():
    attempt(name, action)
"""

ROWS = (
    Row("secrets", after("halve", SECRETS), says=(OVER, "refused"), refused=True),
    Row("search", after("halve", SEARCH), says=(OVER,)),
    Row("looking-back", instead(halve=LOOKING_BACK), says=("grading",)),
    Row("writing", after("halve", WRITING), says=(OVER, "refused"), refused=True),
    Row("gradebook", after("halve", GRADEBOOK), says=(OVER, "refused"), refused=True),
    Row("left-behind", after("halve", LEFT_BEHIND), says=(OVER,)),
    Row("killing", after("halve", KILLING), says=(OVER, "refused"), refused=True),
    Row("killing-parent", after("halve", KILLING_PARENT), (*GRADED, *CRASHED), EITHER),
    Row("spying", after("halve", SPYING), says=(OVER, "refused"), refused=True),
    Row("network", after("halve", NETWORK), says=(OVER, "refused"), refused=True),
    Row("privileges", after("halve", PRIVILEGES), says=(OVER, "refused"), refused=True),
)
