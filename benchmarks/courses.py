"""Make many different course files of 200 lines, the same ones every time.

Each is a course of its own with components, groups, criteria, a timetable and worked cases; no rule finds an
error in any of them.
"""

from pathlib import Path

LINES = 200
HEAD = """\
kind: course
version: 1
id: BENCH-{number:05}
title: {{fi: Mittakurssi {number}, en: Measured course {number}}}
language: fi
credits: 5
delivery: contact
period: {{start: 2020-01-20, end: 2020-06-20}}
scale: 0-5
bands: {{1: 40, 3: 60, 5: 90}}
attendance:
  column: {{absent: Poissaolot}}
  rules:
    - {{above: 25, lower: 1}}
    - {{above: 50, fail: true}}
components:
  - id: exam
    title: {{fi: Tentti, en: Exam}}
    weight: {exam}
    max: {maximum}
    column: [Tentti, Uusinta]
    retry_cap: 80
  - id: self_assessment
    mark: pass_fail
    required: true
    missing: incomplete
  - id: exercises
    title: {{fi: Harjoitukset, en: Exercises}}
    weight: {exercises}
    drop_lowest: 1
    parts:
"""
PART = """\
      - id: exercise_{number}
        title: {{fi: Harjoitus {number}, en: Exercise {number}}}
        weight: 1
        max: {maximum}
"""
SESSION = """\
  - date: 2020-0{month}-{day:02}
    start: "16:45"
    end: "19:50"
    topic: {{fi: Kerta {number}, en: Session {number}}}
"""
CRITERION = """\
  - id: criterion_{number}
    title: {{fi: Arviointikohde {number}, en: Criterion {number}}}
    levels:
      1: {{fi: Tuntee asian., en: Knows the matter.}}
      3: {{fi: Soveltaa asiaa., en: Applies the matter.}}
      5: {{fi: Arvioi asiaa., en: Judges the matter.}}
"""
CASE = """\
  - name: exercises and exam at {percent} percent
    given:
{marks}      exam: {exam}
      self_assessment: pass
    percent: {percent}
    status: {status}
"""
PARTS, SESSIONS, CRITERIA, CASES = 8, 10, 5, 4


def course(number: int) -> str:
    """Return the text of one course file, 200 lines long."""
    weight, maximum = 30 + number % 40, (20, 40, 50, 80)[number % 4]
    head = HEAD.format(number=number, exam=weight, exercises=100 - weight, maximum=maximum)
    parts = "".join(PART.format(number=one, maximum=10) for one in range(1, PARTS + 1))
    sessions = "".join(
        SESSION.format(number=one, month=2 + one // 5, day=3 + one % 5) for one in range(SESSIONS)
    )
    criteria = "".join(CRITERION.format(number=one) for one in range(1, CRITERIA + 1))
    cases = ""
    for percent in (100, 70, 50, 20)[:CASES]:
        marks = "".join(f"      exercise_{one}: {percent // 10}\n" for one in range(1, PARTS + 1))
        status = "passed" if percent >= 40 else "failed"
        cases += CASE.format(percent=percent, marks=marks, exam=maximum * percent // 100, status=status)
    text = f"{head}{parts}sessions:\n{sessions}criteria:\n{criteria}tests:\n{cases}"
    missing = LINES - text.count("\n")
    return text + "# A line that says nothing.\n" * missing


def write_courses(folder: Path, count: int) -> list[str]:
    """Write so many course files into a folder and return their names."""
    files = [folder / f"course-{number:05}.yaml" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(course(number), encoding="utf-8")
    return [str(file) for file in files]
