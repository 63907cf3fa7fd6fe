"""cxkit as a library: what `import cxkit` offers."""

import subprocess
import sys
from pathlib import Path

import pytest

import cxkit

EXAMPLE = Path("examples/asiakaspolku")


def test_a_class_is_graded_in_one_call():
    graded = cxkit.grade(str(EXAMPLE / "arviointilista.csv"), str(EXAMPLE / "course.yaml"))
    assert len(graded.students) == 25
    assert graded.students[0].grade == "5"
    assert all(isinstance(student, cxkit.Derivation) for student in graded.students)


def test_what_is_wrong_is_raised_with_its_findings(tmp_path: Path):
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\na1,Testi\n", encoding="utf-8")
    with pytest.raises(cxkit.Refused) as refused:
        cxkit.grade(str(roster), str(EXAMPLE / "course.yaml"))
    assert all(isinstance(found, cxkit.Diagnostic) for found in refused.value.diagnostics)
    course = tmp_path / "course.yaml"
    course.write_text("kind: course\nversion: 1\n", encoding="utf-8")
    with pytest.raises(cxkit.Refused):
        cxkit.grade(str(roster), str(course))
    with pytest.raises(cxkit.UnreadableFile):
        cxkit.grade(str(tmp_path / "none.csv"), str(EXAMPLE / "course.yaml"))


def test_every_name_is_there_and_no_other():
    assert set(cxkit.__all__) <= set(dir(cxkit))
    assert all(getattr(cxkit, name) is not None for name in cxkit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'grades'"):
        _ = cxkit.grades


def test_importing_cxkit_costs_nothing():
    loaded = (
        "import sys, cxkit; print([name for name in ('polars', 'pydantic', 'yaml') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True).strip() == "[]"
