"""The repository itself: files that must agree with each other, and what must not be in it."""

import base64
import re
import subprocess
import tomllib

import pytest
import yaml


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def tracked(root):
    names = subprocess.check_output(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=root, text=True
    )
    return [root / name for name in names.splitlines() if (root / name).is_file()]


def normalised(requirement):
    return re.sub(r"\s|\[.*?\]", "", requirement).lower()


def requirements(project):
    extras = project["optional-dependencies"]
    everything = project["dependencies"] + [r for extra in extras.values() for r in extra]
    return {normalised(r) for r in everything if not r.startswith("course-lib[")}


def pip_name(match):
    """Packages that conda-forge calls otherwise."""
    return {"msgpack-python": "msgpack", "psycopg2": "psycopg2-binary"}[match.group(1)]


def test_environment_and_project_agree(root, project):
    environment = yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))
    conda = [d for d in environment["dependencies"] if isinstance(d, str)]
    (pip,) = [d["pip"] for d in environment["dependencies"] if isinstance(d, dict)]
    pip = {normalised(d) for d in pip} - {"-e."}
    conda = {normalised(d) for d in conda} - {"pip"} | pip
    conda = {re.sub("^(msgpack-python|psycopg2)(?=>)", pip_name, d) for d in conda}
    assert conda == requirements(project) | {f"python{project['requires-python']}".replace(" ", "")}


def test_the_lock_holds_every_requirement_and_no_address(root, project):
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    locked = {m.lower() for m in re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.M)}
    wanted = {re.split(r"[<>=!~]", r)[0] for r in requirements(project)}
    assert wanted <= locked, f"not locked: {wanted - locked}"
    assert not re.search(r"://|index-url|find-links|\[.*\]==", lock)


def test_dev_extra_names_every_extra(project):
    extras = project["optional-dependencies"]
    (all_of_them,) = [r for r in extras["dev"] if r.startswith("course-lib[")]
    named = set(all_of_them.partition("[")[2].rstrip("]").split(","))
    assert named == set(extras) - {"dev"}


#: Registries and folders of a machine, in parts: this file must not name them either.
HOSTS = [
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("deb", "debian", "org"),
    ("registry", "npmjs"),
    ("conda", "anaconda", "org"),
]
FOLDERS = ["work", "root", "tmp/bash_jobs", "home/[a-z]+"]
FORBIDDEN = re.compile(
    "|".join([r"\.".join(parts) for parts in HOSTS] + [f"/{folder}/" for folder in FOLDERS])
)


def addresses(text):
    return FORBIDDEN.findall(text)


def test_no_file_names_a_registry_or_a_machine(tracked, root):
    for path in tracked:
        if path.suffix in {".png", ".npz"}:
            continue
        found = addresses(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(root)} names {found[0]}"


def test_a_planted_address_is_found():
    host = ".".join(HOSTS[0])
    assert addresses(f"see https://{host}/simple") == [host]
    assert addresses("/".join(["", "root", ".cache"])) == ["/".join(["", "root", ""])]
    assert not addresses("a network/worker/rooted tree")


def test_no_generated_file_is_tracked(tracked, root):
    for path in tracked:
        name = str(path.relative_to(root))
        assert not re.search(r"\.db$|\.pyc$|\.ipynb_checkpoints|egg-info|^\.venv/", name), name
        assert path.stat().st_size < 1_500_000, f"{name} is large"


def test_every_make_target_is_in_the_help_and_the_readme_commands_exist(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)[1].split()
    described = re.findall(r"^([a-z]+):.*?## ", makefile, re.M)
    assert sorted(phony) == sorted(described)
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"make ([a-z]+)", readme)) <= set(phony)


def test_readme_links_are_alive(root):
    for document in [root / "README.md", *root.glob("docs/*.md")]:
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_picture_in_the_readme_is_a_current_figure_of_the_course(root):
    picture = base64.b64encode((root / "docs" / "depth.png").read_bytes()).decode()
    notebook = (root / "notebooks" / "01_universal_approximation.ipynb").read_text("utf-8")
    assert picture in notebook


def test_readme_lists_every_chapter(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    for source in (root / "notebooks").glob("[0-9]*.md"):
        assert f"notebooks/{source.stem}.ipynb" in readme, f"no line for {source.stem}"
