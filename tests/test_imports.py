"""What loads what, and who may speak: `cxkit check` stays light, and only the command line prints."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "cxkit"
LIBRARY = ROOT / "examples" / "kirjasto"
S1 = ROOT / "examples" / "asiakaspolku"

HEAVY = ("polars", "jinja2", "babel", "rich")

PROBE = """
import io, json, sys
sys.argv = ["cxkit", *sys.argv[1:]]
from cxkit.cli.app import main
status = 0
shown, sys.stdout = sys.stdout, io.StringIO()
try:
    status = main()
except SystemExit as ending:
    status = ending.code
sys.stdout = shown
print(json.dumps({"status": status or 0, "loaded": sorted({name.partition(".")[0] for name in sys.modules})}))
"""


def loaded_by(*arguments: str) -> set[str]:
    """Run one command in a process of its own and return the top-level modules it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    assert answer["status"] == 0, done.stderr
    return set(answer["loaded"])


@pytest.mark.programs
def test_check_loads_nothing_heavy() -> None:
    loaded = loaded_by("check", str(S1 / "course.yaml"))
    assert "yaml" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.programs
def test_checking_canvases_loads_nothing_heavy() -> None:
    loaded = loaded_by("check", str(LIBRARY))
    assert "pydantic" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.programs
@pytest.mark.parametrize("format_", ["html", "svg", "md", "mermaid", "csv", "json"])
def test_rendering_loads_no_engine(format_: str) -> None:
    """Only the page is made from a template."""
    loaded = loaded_by("canvas", "render", str(LIBRARY / "ydinpolku.yaml"), "--format", format_)
    assert "babel" in loaded or format_ in ("mermaid", "csv")
    assert "polars" not in loaded
    assert ("jinja2" in loaded) == (format_ == "html")


@pytest.mark.programs
@pytest.mark.parametrize(
    "words",
    [("kinds",), ("show", "ydinpolku.yaml"), ("diff", "ydinpolku.yaml", "muunnelma.yaml")],
    ids=lambda words: words[0],
)
def test_other_canvas_commands_load_no_engine(words: tuple[str, ...]) -> None:
    files = [str(LIBRARY / word) if word.endswith(".yaml") else word for word in words]
    assert loaded_by("canvas", *files).isdisjoint({"polars", "jinja2"})


@pytest.mark.programs
def test_new_and_import_load_no_engine(tmp_path: Path) -> None:
    diagram = tmp_path / "journey.mmd"
    diagram.write_text("journey\n  section Nouto\n    Ovi: 3: Aino\n", encoding="utf-8")
    for words in (["new", "a.yaml"], ["import", str(diagram), "-o", "b.yaml"]):
        words[-1] = str(tmp_path / words[-1])
        assert loaded_by("canvas", *words).isdisjoint({"polars", "jinja2"})


@pytest.mark.programs
def test_check_of_canvases_loads_nothing_heavy() -> None:
    loaded = loaded_by("check", str(ROOT / "src" / "cxkit" / "canvas" / "examples" / "journey.fi.yaml"))
    assert "pydantic" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.programs
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_question_about_the_program_loads_nothing_heavy(option: str) -> None:
    assert loaded_by(option).isdisjoint(HEAVY)


@pytest.mark.programs
def test_grade_loads_the_engine() -> None:
    """The probe sees what is loaded: without this, an empty answer would pass the tests above."""
    loaded = loaded_by("grade", str(S1 / "arviointilista.csv"), "--course", str(S1 / "course.yaml"))
    assert "polars" in loaded


@pytest.mark.programs
def test_importing_the_package_loads_only_the_package() -> None:
    code = "import sys; before = set(sys.modules); import cxkit; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    foreign = {
        name
        for name in done.stdout.split()
        if name.partition(".")[0] in {*HEAVY, "pydantic", "typer", "yaml"}
    }
    assert not foreign


ENDINGS = {"exit", "quit", "print", "input", "breakpoint"}
OF_SYS = {"exit", "stdout", "stderr", "stdin", "argv", "__stdout__", "__stderr__", "__stdin__"}
OF_OS = {"environ", "environb", "getenv", "getenvb", "putenv", "_exit", "abort", "getlogin"}


def trespasses(tree: ast.AST) -> Iterator[str]:
    """Yield what a module does that only the command line may: print, exit, read the environment."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in ENDINGS:
                yield f"line {node.lineno}: {name}()"
            case ast.Attribute(value=ast.Name(id="sys"), attr=name) if name in OF_SYS:
                yield f"line {node.lineno}: sys.{name}"
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in OF_OS:
                yield f"line {node.lineno}: os.{name}"
            case ast.ImportFrom(module="sys", names=names) if any(name.name in OF_SYS for name in names):
                yield f"line {node.lineno}: from sys import …"
            case ast.ImportFrom(module="os", names=names) if any(name.name in OF_OS for name in names):
                yield f"line {node.lineno}: from os import …"
            case ast.Name(id="SystemExit"):
                yield f"line {node.lineno}: SystemExit"


QUIET = sorted(path for path in SOURCE.rglob("*.py") if "cli" not in path.relative_to(SOURCE).parts[:1])


@pytest.mark.parametrize(
    "path",
    [path for path in QUIET if path.name != "__main__.py"],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_only_the_command_line_speaks(path: Path) -> None:
    found = list(trespasses(ast.parse(path.read_text(encoding="utf-8"))))
    assert not found, f"{path.relative_to(ROOT)}: {'; '.join(found)}"


@pytest.mark.parametrize(
    "code",
    [
        "print('x')",
        "import sys\nsys.exit(1)",
        "import sys\nsys.stderr.write('x')",
        "import os\nos.environ['HOME']",
        "import os\nos.getenv('HOME')",
        "from os import environ",
        "from sys import stdout",
        "raise SystemExit(2)",
        "def f():\n    exit()",
    ],
)
def test_a_trespass_is_seen(code: str) -> None:
    assert list(trespasses(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["import os\nos.replace('a', 'b')", "import sys\nsys.maxsize", "stream.write('x')"]
)
def test_ordinary_code_is_let_be(code: str) -> None:
    assert not list(trespasses(ast.parse(code)))
