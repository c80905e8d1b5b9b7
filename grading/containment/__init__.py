"""Running code that nobody has read where it can do no harm.

From the outside in:

- `provisioner`: a jupyter_client kernel provisioner, so that nbclient, nbgrader, nbval and
  JupyterLab can all start contained kernels;
- `warm`: a parent process that has imported what the chapters import, and `zygote`, its inside:
  it forks a ready process in a few milliseconds;
- `keeper`: one for each contained process; makes its surroundings, watches its memory and its
  time, and ends everything in it;
- `isolation`: what this machine can enforce, and `view`: what can be seen from inside;
- `syscalls`, `seccomp`, `landlock`, `limits`: the kernel's interfaces underneath.

Threat model: the contained code is hostile and runs as an ordinary user. It may read what a Python
installation consists of, write to its own temporary folders up to a limit, and compute up to a
limit. Kernel vulnerabilities are out of scope.
"""
