"""The grading specification once more, in plain Python with `Fraction`: slow, short, none of it cxkit's.

A course is the plain dict that its YAML holds; a student is a dict of cell texts: `{component id: [a cell
an attempt]}`, and `route`, `absent` or `attended` or `absent_percent` or `sessions` (status cells), `total`.
Both must be valid: refusing what is not belongs to cxkit and its own tests.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, floor
from typing import Any

SCALES = {"0-5": list("012345"), "H-5": list("H12345"), "pass-fail": ["fail", "pass"]}
PASS = {"pass", "passed", "p", "yes", "ok", "x", "hyväksytty", "hyv", "hyv.", "s", "suoritettu"}
FAIL = {"fail", "failed", "f", "no", "hylätty", "hyl", "hyl.", "h", "ei"}
OWN = ("components", "bands", "attendance")  # what a route may have of its own


@dataclass
class Outcome:
    percent: Fraction | None = None
    percent_unrounded: Fraction | None = None  # only where the course rounds
    base_grade: str | None = None
    grade: str | None = None
    status: str = "incomplete"
    share: Fraction | None = None  # of the sessions that count, how many were missed
    notes: set = field(default_factory=set)  # of (code, component id or None)
    percents: dict = field(default_factory=dict)  # component id → percent, None where it is left out


@dataclass
class Node:
    """What a component came to: its share of the full mark (None: left out) and its maximum in points."""

    ratio: Any
    points: Fraction = Fraction(0)


def grade(course: dict, student: dict) -> Outcome:
    return Grading(course, student).outcome()


def num(value) -> Fraction:
    return Fraction(str(value).strip().removeprefix("'").rstrip("% ").replace(",", "."))


def evenly(known: dict) -> dict:
    """The known values, and between two neighbours values spaced evenly."""
    filled = dict(known)
    for low, high in pairwise(sorted(known)):
        for i in range(low, high):
            filled[i] = known[low] + (known[high] - known[low]) * Fraction(i - low, high - low)
    return filled


class Grading:
    def __init__(self, course: dict, student: dict):
        self.student = student
        self.rules = dict(course)
        named = student.get("route", "").strip().casefold()
        for route in course.get("routes", []) if named else []:
            titles = route.get("title", "")
            titles = titles.values() if isinstance(titles, dict) else [titles]
            if named in {text.casefold() for text in [route["id"], *titles]}:
                self.rules |= {key: route[key] for key in OWN if key in route}
        scale = course.get("scale", "0-5")
        self.scale = SCALES[scale] if isinstance(scale, str) else [str(label) for label in scale["grades"]]
        bands = {self.index(label): num(limit) for label, limit in self.rules["bands"].items()}
        self.pass_mark = min(bands.values())
        self.limits = evenly(bands) if course.get("between") == "midpoint" else bands
        worth = {0: Fraction(0)} | bands
        worth |= {self.index(label): num(value) for label, value in course.get("grade_worth", {}).items()}
        self.worth = evenly({len(self.scale) - 1: Fraction(100)} | worth)
        self.notes: set = set()
        self.percents: dict = {}
        self.marked = self.excused = False

    def index(self, label) -> int:
        text = str(label).strip().casefold()
        if "." in text or "," in text:
            text = text.rstrip("0").rstrip(".,")
        if text == "0" and self.scale[0] == "H":
            return 0
        return [one.casefold() for one in self.scale].index(text)

    # One component

    def component(self, component: dict, inherited: dict, top: bool = False) -> Node:
        name = component["id"]
        policies = inherited | {key: component[key] for key in ("missing", "over_max") if key in component}
        required = component.get("required") or "pass_mark" in component
        required = required or (top and self.rules.get("all_required"))
        pass_mark = num(component.get("pass_mark", self.pass_mark)) / 100
        is_word = component.get("mark") == "pass_fail"  # a pass passes even where retry_cap leaves it little
        if "parts" in component:
            node = self.group(component, [self.component(part, policies) for part in component["parts"]])
            passed = node.ratio is None or node.ratio >= pass_mark
        else:
            ratio, notes, excused = self.kept_attempt(component, policies)
            passed = True if ratio is None else ratio > 0 if is_word else ratio >= pass_mark
            if ratio is None and excused:
                notes = {"excused"}
            elif ratio is None:
                missing = policies.get("missing", "fail" if required and is_word else "zero")
                notes = {"incomplete" if missing == "incomplete" else "missing"}
                ratio = None if missing == "skip" else Fraction(0)
                required = required or missing == "fail"
                passed = {"zero": pass_mark <= 0 and not is_word, "fail": False}.get(missing, True)
            self.notes |= {(code, name) for code in notes}
            node = Node(ratio, num(component.get("max", 100)))
        if required and not passed:
            self.notes.add(("not_passed", name))
        self.percents[name] = None if node.ratio is None else node.ratio * 100
        return node

    def kept_attempt(self, component: dict, policies: dict) -> tuple:
        """(ratio or None, note codes, whether the component is excused)."""
        attempts, excused = [], False
        for number, cell in enumerate(self.student.get(component["id"], [])):
            text = cell.strip().casefold()
            if text in ("", "-", "'-"):
                continue
            if text in {"ex"} | {word.casefold() for word in self.rules.get("roster", {}).get("excused", [])}:
                self.excused = excused = True
                continue
            self.marked = True
            ratio, codes = self.ratio(text, component, policies.get("over_max", "error"))
            cap = num(component.get("retry_cap", 10**15)) / 100
            if number > 0 and ratio > cap:
                ratio, codes = cap, codes | {"retry_capped"}
            attempts.append((ratio, codes))
        if not attempts:
            return None, set(), excused
        if component.get("keep") == "last":
            return *attempts[-1], False
        return *max(attempts, key=lambda attempt: attempt[0]), False  # of equals the first

    def ratio(self, text: str, component: dict, over_max: str) -> tuple:
        mark = component.get("mark", "points")
        if mark == "grade":
            return self.worth[self.index(text)] / 100, set()
        if mark == "pass_fail" and text in PASS | FAIL:
            return Fraction(text in PASS), set()
        ratio = num(text) / (100 if mark == "percent" else num(component["max"]))
        if mark == "pass_fail":
            return Fraction(ratio * 100 >= num(component["pass_mark"])), set()
        return (Fraction(1), {"capped"}) if ratio > 1 and over_max == "cap" else (ratio, set())

    # A group: what counts, then the linear form

    def group(self, component: dict, parts: list[Node]) -> Node:
        weights = [num(part.get("weight", 0)) for part in component["parts"]]
        combine = component.get("combine", "weighted" if any(weights) else "mean")
        if combine == "points":
            weights = [part.points for part in parts]
        elif combine != "weighted":
            weights = [Fraction(1) for _ in parts]

        def mean(kept) -> Any:
            return sum(weights[i] * parts[i].ratio for i in kept) / sum(weights[i] for i in kept)

        def select(among, count: int, sign: int):
            """The `count` best (sign 1) or worst (-1) together; among equals the later parts go."""
            sets = combinations(among, max(1, min(count, len(among))))
            return max(sets, key=lambda kept: (sign * mean(kept), sorted({*among} - {*kept}, reverse=True)))

        candidates = [i for i, part in enumerate(parts) if part.ratio is not None and weights[i] > 0]
        if not candidates:
            return Node(None)
        kept = select(candidates, len(candidates) - component.get("drop_lowest", 0), 1)
        kept = select(kept, len(kept) - component.get("drop_highest", 0), -1)
        kept = select(kept, component.get("keep_highest", len(kept)), 1)
        self.notes |= {("dropped", component["parts"][i]["id"]) for i in candidates if i not in kept}
        if combine == "best":
            return parts[max(kept, key=lambda i: parts[i].ratio)]
        return Node(mean(kept), sum((parts[i].points for i in kept), Fraction(0)))

    # Attendance

    def absence(self) -> tuple:
        """(sessions missed, sessions that count), both None where nothing is asked for or known."""
        attendance, delivery = self.rules.get("attendance"), self.rules.get("delivery")
        if not attendance or (delivery and delivery not in attendance.get("applies_to", [delivery])):
            return None, None
        student, absent = self.student, None
        missing = attendance.get("missing", "error")
        if "sessions" in student:
            states = [self.session(attendance, cell, missing) for cell in student["sessions"]]
            total, absent = num(len(states) - states.count(None)), num(states.count("absent"))
        else:
            taught = sum(session.get("taught", True) for session in self.rules.get("sessions", []))
            total = num(student.get("total", attendance.get("sessions", taught)))
            total = num(100) if "absent_percent" in student else total
            cell = student.get("absent", student.get("attended", student.get("absent_percent", "")))
            if cell.strip() not in ("", "-"):
                absent = total - num(cell) if "attended" in student else num(cell)
            elif missing != "error":  # which is waived only for a student without any mark
                absent = total if missing == "absent" else num(0)
        return (None, None) if absent is None or total == 0 else (absent, total)

    def session(self, attendance: dict, cell: str, missing: str) -> str | None:
        for status, words in attendance["statuses"].items():
            if cell.strip().casefold() in {word.casefold() for word in words}:
                how = attendance.get("excused", "left_out") if status == "excused" else status
                return None if how == "left_out" else how
        return None if missing == "error" else missing

    # The course

    def outcome(self) -> Outcome:
        top = [self.component(one, {}, top=True) for one in self.rules["components"]]
        weights = [num(one.get("weight", 0)) for one in self.rules["components"]]
        counting = [i for i, node in enumerate(top) if weights[i] > 0 and node.ratio is not None]
        percent = None
        if counting:
            percent = (
                100 * sum(weights[i] * top[i].ratio for i in counting) / sum(weights[i] for i in counting)
            )
        failed = any(code == "not_passed" for code, _ in self.notes)
        incomplete = any(code == "incomplete" for code, _ in self.notes)
        if percent is None and (self.marked or self.excused):
            incomplete = True
            self.notes.add(("incomplete", None))
        elif not self.marked:
            percent, self.percents, self.notes = None, dict.fromkeys(self.percents), {("no_marks", None)}
            failed = self.rules.get("no_marks") == "fail"
            incomplete = not failed
        absent, total = self.absence()
        share = None if absent is None else absent / total
        result = Outcome(percent, share=share, percents=self.percents, notes=self.notes)
        if "rounding" in self.rules and percent is not None:
            to, mode = num(self.rules["rounding"]["to"]), self.rules["rounding"]["mode"]
            steps = percent / to + (Fraction(1, 2) if mode == "half_up" else 0)
            result.percent_unrounded, result.percent = (
                percent,
                (ceil if mode == "ceil" else floor)(steps) * to,
            )
        self.decide(result, failed, incomplete)
        return result

    def decide(self, result: Outcome, failed: bool, incomplete: bool) -> None:
        attendance, share, percent = self.rules.get("attendance") or {}, result.share, result.percent
        absent = [] if share is None else [r for r in attendance["rules"] if share * 100 > num(r["above"])]
        expelled = any(rule.get("fail") for rule in absent)
        if expelled:
            result.notes.add(("attendance_failed", None))
        elif incomplete:
            return
        base = final = 0
        if percent is not None:
            base = final = max((i for i, limit in self.limits.items() if limit <= percent), default=0)
            result.base_grade = self.scale[base]
            above = [limit for i, limit in self.limits.items() if i > base]
            if above and 0 < min(above) - percent < 1:
                result.notes.add(("close_to", None))
        lower = max((rule.get("lower", 0) for rule in absent), default=0)
        if base and lower and not expelled:
            final = max(base - lower, 1 if attendance.get("floor") == "lowest_pass" else 0)
            if final < base:
                result.notes.add(("attendance_lowered", None))
        final = 0 if expelled or failed else final
        result.grade = self.scale[final]
        result.status = "passed" if final else "failed"
