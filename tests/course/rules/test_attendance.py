import pytest
from tests.course.marked import found, judge, noticed

RULES = "rules: [{above: 25, lower: 1}]"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX140", "§attendance: {sessions: 6}\n", f"attendance: {{sessions: 6, {RULES}}}\n"),
        ("CX140", "attendance: {sessions: 6, §rules: []}\n", f"attendance: {{sessions: 6, {RULES}}}\n"),
        (
            "CX141",
            "attendance: {sessions: 6, rules: [{above: 25, lower: 1}, {above: §25, fail: true}]}\n",
            "attendance: {sessions: 6, rules: [{above: 25, lower: 1}, {above: 25.5, fail: true}]}\n",
        ),
        (
            "CX141",
            "attendance: {sessions: 6, rules: [{above: 50, fail: true}, {above: §25, lower: 1}]}\n",
            "attendance: {sessions: 6, rules: [{above: 25, lower: 1}, {above: 50, fail: true}]}\n",
        ),
        (
            "CX142",
            "attendance: {sessions: 6, rules: [{above: §-1, lower: 1}, {above: §101, fail: true}]}\n",
            "attendance: {sessions: 6, rules: [{above: 0, lower: 1}, {above: 100, fail: true}]}\n",
        ),
        ("CX143", f"§attendance: {{{RULES}}}\n", f"attendance: {{sessions: 1, {RULES}}}\n"),
        ("CX143", f"attendance: {{sessions: §0, {RULES}}}\n", f"attendance: {{sessions: 1, {RULES}}}\n"),
        (
            "CX143",
            f"§attendance: {{column: {{absent: Poissa}}, {RULES}}}\n",
            f"attendance: {{column: {{absent: Poissa, total: Kerrat}}, {RULES}}}\n",
        ),
        (
            "CX143",
            f"§attendance: {{{RULES}}}\nsessions: [{{date: 2020-01-21, taught: false}}]\n",
            f"attendance: {{{RULES}}}\nsessions: [{{date: 2020-01-21}}]\n",
        ),
        (
            "CX144",
            "attendance: {sessions: 6, rules: [§{above: 25}]}\n",
            "attendance: {sessions: 6, rules: [{above: 25, fail: true}]}\n",
        ),
        (
            "CX144",
            "attendance: {sessions: 6, rules: [§{above: 25, lower: 1, fail: true}]}\n",
            "attendance: {sessions: 6, rules: [{above: 25, lower: 1, fail: false}]}\n",
        ),
        (
            "CX145",
            f"attendance: {{sessions: 6, column: §{{absent: A, attended: B}}, {RULES}}}\n",
            f"attendance: {{sessions: 6, column: {{attended: B}}, {RULES}}}\n",
        ),
        (
            "CX145",
            f"attendance: {{sessions: 6, column: §{{total: A}}, {RULES}}}\n",
            f"attendance: {{sessions: 6, column: {{attended: B, total: A}}, {RULES}}}\n",
        ),
        (
            "CX145",
            f"attendance: {{column: {{absent_percent: A, §total: B}}, {RULES}}}\n",
            f"attendance: {{column: {{absent_percent: A}}, {RULES}}}\n",
        ),
        (
            "CX145",
            f'attendance: {{column: {{sessions: "Kerta *", §total: B}}, {RULES}}}\n',
            f'attendance: {{column: {{sessions: "Kerta *"}}, {RULES}}}\n',
        ),
        (
            "CX146",
            f"attendance: {{sessions: 6, statuses: {{absent: [A], present: [P, §a]}}, {RULES}}}\n",
            f"attendance: {{sessions: 6, statuses: {{absent: [A, a], present: [P, L]}}, {RULES}}}\n",
        ),
    ],
)
def test_attendance(code, bad, good):
    judge(code, bad, good)


def test_attendance_of_a_route():
    judge(
        "CX142",
        f"routes: [{{id: r, attendance: {{sessions: 6, {RULES.replace('25', '§125')}}}}}]\n",
        f"routes: [{{id: r, attendance: {{sessions: 6, {RULES}}}}}]\n",
    )


def test_a_route_without_attendance_needs_no_rules():
    assert found("routes: [{id: r, attendance: false}, {id: s, attendance: true}]\n") == []


HELD = "sessions: [{date: 2026-01-13}]\n"


def ruled(rules: str, keys: str = "") -> str:
    return f"{HELD}attendance: {{{keys}rules: [{rules}]}}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        (
            "CX147",
            f"§attendance: {{sessions: 6, {RULES}}}\n",
            f"{HELD}attendance: {{sessions: 6, {RULES}}}\n",
        ),
        (
            "CX147",
            f"sessions: [{{date: 2026-01-13, taught: false}}]\n§attendance: {{sessions: 6, {RULES}}}\n",
            f"{HELD}attendance: {{{RULES}}}\n",
        ),
        (
            "CX147",
            f"route_column: R\nroutes: [{{id: r, §attendance: {{sessions: 4, {RULES}}}}}]\n",
            f"{HELD}route_column: R\nroutes: [{{id: r, attendance: {{{RULES}}}}}]\n",
        ),
        (
            "CX148",
            "delivery: online\n" + ruled("{above: 25, lower: 1}", "applies_to: §[contact, blended], "),
            "delivery: online\n" + ruled("{above: 25, lower: 1}", "applies_to: [online], "),
        ),
        (
            "CX148",
            "delivery: online\n" + ruled("{above: 25, lower: 1}", "applies_to: §[], "),
            ruled("{above: 25, lower: 1}", "applies_to: [contact], "),
        ),
        (
            "CX149",
            ruled("{above: 25, lower: 1}, §{above: 50, lower: 1}, {above: 75, lower: 2}"),
            ruled("{above: 25, lower: 1}, {above: 50, lower: 2}, {above: 75, fail: true}"),
        ),
        (
            "CX149",
            ruled("{above: 25, fail: true}, §{above: 50, fail: true}, §{above: 75, lower: 1}"),
            ruled("{above: 25, fail: true}"),
        ),
        ("CX149", ruled("{above: §100, fail: true}"), ruled("{above: 99.999999, fail: true}")),
        ("CX158", ruled("{above: 25, lower: §5}"), ruled("{above: 25, lower: 4}")),
        (
            "CX158",
            "scale: pass-fail\nbands: {pass: 50}\n" + ruled("{above: 25, lower: §1}"),
            ruled("{above: 25, lower: 9}", "floor: lowest_pass, "),
        ),
    ],
)
def test_what_is_noticed_about_attendance(code, bad, good):
    judge(code, bad, good)


def test_a_rule_that_does_nothing_is_no_stronger_one():
    assert noticed(ruled("{above: 25}, {above: 50, lower: 1}")) == []
