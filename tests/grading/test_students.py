"""A frame of exact marks read back, student by student."""

from tests.grading.marking import frame_of, plan_of, student_of

from cxkit.grading.student import students


def test_students_come_back_from_their_frame():
    plan = plan_of("""
components:
  - {id: exam, weight: 50, max: 10, column: [A, B]}
  - {id: labs, weight: 50, parts: [{id: a, max: 10}, {id: pre, mark: pass_fail}]}
attendance: {sessions: 8, column: {absent: Poissa}, rules: [{above: 25, lower: 1}]}
routes: [{id: other, attendance: false, components: [{id: show, weight: 100, mark: grade}]}]
""")
    some = [
        student_of(plan, {"exam": ["7.25", "EX"], "a": "", "pre": "ok"}, absent=1, total=8),
        student_of(plan, {"exam": ["", ""]}, id_="t2"),
    ]
    units, frame = frame_of(plan, some)
    wanted = {"exam", "a", "pre"}
    for before, after in zip(some, students(plan, units, frame), strict=True):
        assert after.marks == {id_: marks for id_, marks in before.marks.items() if id_ in wanted}
        assert (after.id, after.absent, after.total) == (before.id, before.absent, before.total)
    other = student_of(plan, {"show": "3"}, route=1, absent=8, total=8)
    units, frame = frame_of(plan, [other])
    found = next(students(plan, units, frame))
    assert (set(found.marks), found.absent, found.total) == ({"show"}, None, None)
