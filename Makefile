# `make` lists the targets. Everything a target needs it installs itself, into .venv.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PACKAGES := build/website/node_modules/.package-lock.json
# The first Python from 3.11 to 3.13 on this machine; `make PYTHON=...` overrides it.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	2>/dev/null && echo $$p && break; done)

# One computing thread per process: two BLAS-heavy processes that each start a thread per core
# slow each other down forty-fold on two cores.
export OPENBLAS_NUM_THREADS ?= 1
export OMP_NUM_THREADS ?= 1
export TF_CPP_MIN_LOG_LEVEL ?= 2
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH

.PHONY: help setup demo test avx browser hostile lint lab notebooks site verify benchmarks lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: $(READY) ## set up .venv (only when requirements.lock or pyproject.toml changed)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "error: no Python 3.11, 3.12 or 3.13 with venv and ensurepip found" \
		"(on Debian or Ubuntu: apt install python3-venv); or say which: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps \
		--no-build-isolation --editable .
	@$(BIN)/python -m ipykernel install --sys-prefix --name python3 >/dev/null
	@echo "Compiling bytecode (a kernel that has to compile TensorFlow starts 6 s later) ..."
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null 2>&1 || true
	@touch $@

demo: $(READY) ## a small class from release to gradebook, in a temporary folder
	@$(BIN)/course demo

lab: $(READY) ## open the chapters in JupyterLab
	$(BIN)/jupyter lab --notebook-dir=notebooks

notebooks: $(READY) ## rebuild the executed .ipynb pairs of notebooks/*.md
	@$(BIN)/course build

site: $(READY) $(PACKAGES) ## build the reading site of all chapters: build/site/index.html
	@$(BIN)/course site

# The lock pins versions and hashes; npm refuses what differs from them.
$(PACKAGES): website/package.json website/package-lock.json website/.npmrc
	@command -v npm >/dev/null || { echo "error: npm is missing; it fetches MathJax, which the site" \
		"carries with it (on Debian or Ubuntu: apt install npm)" >&2; exit 1; }
	@mkdir -p build/website && cp $^ build/website && cd build/website && npm ci --silent

verify: $(READY) ## try every answer of the answer banks
	@$(BIN)/course verify

lint: $(READY) ## style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

test: $(READY) lint ## every check that needs no browser
	$(BIN)/python -m pytest -n 2 --dist loadgroup --doctest-modules \
		--ignore=tests/hostile --ignore=tests/browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --nbval \
		--nbval-sanitize-with tests/notebooks/nbval_sanitize.cfg notebooks
	$(BIN)/course verify

# Sums are rounded in another order there; where that shows, a text or a test says too much.
avx: export OPENBLAS_CORETYPE = Haswell
avx: export ONEDNN_MAX_CPU_ISA = AVX2
avx: export NPY_DISABLE_CPU_FEATURES = X86_V4 AVX512_ICL
avx: test ## the same, as on a processor without AVX-512

browser: $(READY) site ## the site, JupyterLab and the formgrader in a real browser (Chromium)
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } || \
		{ echo "error: chromium is missing (on Debian: apt install chromium)" >&2; exit 1; }
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser

hostile: $(READY) ## grade the class that attacks the grader, by every mechanism of this machine
	$(BIN)/python -m pytest tests/hostile

benchmarks: $(READY) ## measure course_lib again and write benchmarks/README.md
	@$(BIN)/python benchmarks/library.py --write

lock: ## resolve the newest versions that pyproject.toml allows into requirements.lock (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-emit-index-url \
		--no-emit-find-links --upgrade --quiet --custom-compile-command "make lock" \
		--output-file requirements.lock

clean: ## remove .venv and caches
	rm -rf $(VENV) .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
