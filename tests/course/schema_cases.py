"""Mistakes in a course file that a JSON Schema can see: what is changed, and which finding it gives.

`SOUND` is a course that breaks no rule; each case replaces some of its text.
"""

from __future__ import annotations

SOUND = """\
kind: course
version: 1
id: TRY-1
title: {fi: Koe, en: Trial}
language: fi
credits: 5
period: {start: 2020-01-20, end: 2020-03-20}
seats: {min: 5, max: 40}
teachers: Testi Opettaja
sessions:
  - {date: 2020-01-21, start: 16:45, end: "19:50"}
  - {date: 2020-01-28, taught: false}
workload:
  - {activity: Classes, hours: 24}
scale: 0-5
bands: {1: 40, 3: 70.5, 5: 90}
rounding: {to: 1, mode: floor}
components:
  - id: exam
    title: Exam
    weight: 60
    max: 50
    column: [Exam, Retake]
    keep: last
    retry_cap: 80
  - id: exercises
    weight: 40
    drop_lowest: 1
    parts:
      - {id: one, max: 10}
      - {id: two, max: 10}
      - {id: three, mark: percent}
  - id: reflection
    mark: pass_fail
    required: true
attendance:
  column: {absent: Absences, total: Times}
  rules:
    - {above: 25, lower: 1}
    - {above: 50, fail: true}
route_column: Way
routes:
  - id: work
    attendance: false
    bands: {5: 50}
criteria:
  - {id: depth, title: Depth, levels: {1: Some, 5: Much}}
tests:
  - name: full
    given: {exam: [50, EX], one: 10, two: 10, three: 100, reflection: pass, absent: 0}
    percent: 100
    grade: 5
"""

# What is replaced, what by, and the code of the finding.
CASES = [
    ("    mark: pass_fail\n", "    mark: level\n", "CX117"),
    ("    mark: pass_fail\n    required: true\n", "    max: 5\n    extra_credit: true\n", "CX107"),
    ("      - {id: two, max: 10}\n", "      - {id: two, max: 10, extra_credit: true}\n", "CX107"),
    ("kind: course", "kind: journey", "CX022"),
    ("version: 1", "version: 2", "CX024"),
    ("version: 1", 'version: "1"', "CX025"),
    ("version: 1\n", "", "CX023"),
    ("id: TRY-1\n", "", "CX031"),
    ("id: TRY-1", "id: 12", "CX032"),
    ("id: TRY-1", "id: ../x", "CX038"),
    ("id: TRY-1", "id: Aux", "CX038"),
    ("id: TRY-1", "id: com1.txt", "CX038"),
    ("id: TRY-1", 'id: " x"', "CX038"),
    ("id: TRY-1", 'id: "x."', "CX038"),
    ("id: TRY-1", 'id: "a\u200bb"', "CX038"),
    ("id: TRY-1", 'id: ""', "CX038"),
    ("title: {fi: Koe, en: Trial}", "title: {Finnish: Koe}", "CX039"),
    ("title: {fi: Koe, en: Trial}", "title: {fi: 5}", "CX032"),
    ("title: {fi: Koe, en: Trial}", 'title: " "', "CX039"),
    ("title: {fi: Koe, en: Trial}", "title: [Koe]", "CX032"),
    ("language: fi", "language: Finnish", "CX037"),
    ("credits: 5", 'credits: "5"', "CX033"),
    ("credits: 5", "credits: 0", "CX123"),
    ("credits: 5", "credits: 1000000000", "CX033"),
    ("credits: 5", "credits: true", "CX033"),
    ("credits: 5", "credits:", "CX033"),
    ("credits: 5", "credit: 5", "CX030"),
    ("2020-01-20", "2020-02-30", "CX035"),
    ("2020-01-20", "20.1.2020", "CX035"),
    ("2020-01-20", "2020", "CX035"),
    ("{start: 2020-01-20, end: 2020-03-20}", "{start: 2020-01-20}", "CX031"),
    ("{start: 2020-01-20, end: 2020-03-20}", "spring", "CX032"),
    ("{min: 5, max: 40}", "{min: -5, max: 40}", "CX037"),
    ("{min: 5, max: 40}", "{min: 5.5, max: 40}", "CX033"),
    ("teachers: Testi Opettaja", "teachers: [5]", "CX032"),
    ("start: 16:45", "start: 25:00", "CX036"),
    ("start: 16:45", "start: 16.45", "CX036"),
    ("taught: false", "taught: maybe", "CX034"),
    ("hours: 24", "hours: -1", "CX123"),
    ("scale: 0-5", "scale: 0-6", "CX037"),
    ("scale: 0-5", "scale: [0, 1]", "CX032"),
    ("scale: 0-5", "scale: {grades: [F]}", "CX135"),
    ("scale: 0-5", "scale: H-5", None),
    ("scale: 0-5", "scale: pass-fail", "CX132"),
    ("{1: 40, 3: 70.5, 5: 90}", "{1: 40, 6: 90}", "CX132"),
    ("{1: 40, 3: 70.5, 5: 90}", "{0: 10, 1: 40}", "CX133"),
    ("{1: 40, 3: 70.5, 5: 90}", "{1: 40, 5: 101}", "CX131"),
    ("{1: 40, 3: 70.5, 5: 90}", "{1: 40, 5: [90]}", "CX032"),
    ("{1: 40, 3: 70.5, 5: 90}", "{1: 40, 5: {exam: 50}}", "CX031"),
    ("{1: 40, 3: 70.5, 5: 90}", "{}", "CX134"),
    ("bands: {5: 50}", "bands: {A: 50}", "CX132"),
    ("to: 1", "to: 0", "CX138"),
    ("mode: floor", "mode: round", "CX037"),
    (", mode: floor", "", "CX031"),
    ("id: exam\n", "id: absent\n", "CX104"),
    ("weight: 60", "weight: -60", "CX102"),
    ("weight: 60", "wieght: 60", "CX030"),
    ("    max: 50\n", "", "CX110"),
    ("max: 50", "max: 0", "CX108"),
    ("[Exam, Retake]", "[]", "CX116"),
    ("[Exam, Retake]", "[Exam, Exam]", "CX116"),
    ("[Exam, Retake]", "{exam: 1}", "CX032"),
    ("keep: last", "keep: first", "CX037"),
    ("retry_cap: 80", "retry_cap: 180", "CX121"),
    ("retry_cap: 80", "pass_mark: 180", "CX120"),
    ("retry_cap: 80", "drop_lowest: 1", "CX112"),
    ("retry_cap: 80", "criteria: [depth]", "CX111"),
    ("drop_lowest: 1", "drop_lowest: 3", "CX113"),
    ("drop_lowest: 1", "drop_highest: 4", "CX113"),
    ("drop_lowest: 1", "keep_highest: 0", "CX113"),
    ("drop_lowest: 1", "drop_lowest: 1\n    keep_highest: 2", "CX114"),
    ("drop_lowest: 1", "mark: points", "CX112"),
    ("drop_lowest: 1", "max: 10", "CX112"),
    ("drop_lowest: 1", "combine: sum", "CX037"),
    ("mark: percent}", "mark: percent, max: 10}", "CX111"),
    ("mark: percent}", "mark: grade, over_max: cap}", "CX111"),
    ("mark: percent}", "mark: level, max: 5}", "CX111"),
    ("mark: percent}", "mark: percent, late: {per: day, deduct: 10}}", "CX180"),
    ("mark: percent}", "mark: percent, late: {per: day, deduct: 110, column: Late}}", "CX181"),
    ("mark: percent}", "parts: []}", "CX105"),
    ("mark: pass_fail", "mark: pass_fail\n    max: 10", "CX118"),
    ("required: true", "required: yes", "CX034"),
    ("absent: Absences, total: Times", "absent: Absences, attended: Presences", "CX145"),
    ("absent: Absences, total: Times", "absent_percent: Absences, total: Times", "CX145"),
    ("{absent: Absences, total: Times}", "{}", "CX145"),
    ("rules:\n    - {above: 25, lower: 1}\n    - {above: 50, fail: true}", "rules: []", "CX140"),
    ("  rules:\n    - {above: 25, lower: 1}\n    - {above: 50, fail: true}\n", "", "CX140"),
    ("above: 25, lower: 1", "above: 25", "CX144"),
    ("fail: true", "fail: true, lower: 1", "CX144"),
    ("above: 25", "above: 125", "CX142"),
    ("lower: 1", "lower: 0", "CX037"),
    ("attendance: false", "attendance: none", "CX032"),
    ("attendance: false", "components: []", "CX105"),
    ("percent: 100\n    grade: 5\n", "", "CX172"),
    ("absent: 0", "absent: [1]", "CX175"),
    ("absent: 0", "absent: 0, attended: 0", "CX175"),
    ("title: Depth, ", "", "CX031"),
]
