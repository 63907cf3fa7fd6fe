"""Valid courses and rosters of every kind that the specification allows, as plain data.

A course is the dict that its YAML would load to (numbers `int` or `Decimal`), a student the dict of cell
texts that `tests.oracle` takes. `tests.property.writers` turns both into files.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from typing import Any

from hypothesis import strategies as st
from tests.oracle import SCALES

TIMETABLE = [{"date": f"2020-02-0{day}", "taught": day > 1} for day in range(1, 6)]
TAUGHT = 4
LARGEST = Decimal("999999999.999999")
MICRO = Decimal("0.000001")
EMPTY = ["", "", "-", " "]
STATUSES = {"absent": ["A", "poissa"], "present": ["P", "L", "läsnä"], "excused": ["E"]}
WORDS = {True: ["pass", "Hyväksytty", "S", "ok"], False: ["fail", "Hylätty", "HYL.", "no"]}


def plain(value: Decimal | int) -> Decimal | int:
    """The number as a file would hold it: at most six decimals, none that say nothing."""
    number = Decimal(value).quantize(MICRO, ROUND_DOWN)
    return int(number) if number == number.to_integral_value() else number.normalize()


def numbers(low: int, high: int) -> st.SearchStrategy[Any]:
    """Round numbers mostly, and some with up to six decimals."""

    def scaled(places: int) -> st.SearchStrategy[Any]:
        whole = st.integers(low * 10**places, high * 10**places)
        return whole.map(lambda number: plain(Decimal(number).scaleb(-places)))

    return st.sampled_from([0, 0, 0, 1, 2, 6]).flatmap(scaled)


def rising(low: int, high: int, count: int) -> st.SearchStrategy[list]:
    return st.lists(numbers(low, high), min_size=count, max_size=count, unique=True).map(sorted)


def sometimes(strategy: st.SearchStrategy[Any], one_in: int = 3) -> st.SearchStrategy[Any]:
    """A value, or None more often than not."""
    return st.integers(1, one_in).flatmap(lambda n: strategy if n == one_in else st.none())


def given_only(**values: Any) -> dict:
    return {key: value for key, value in values.items() if value is not None}


@st.composite
def bands(draw, labels: list[str]) -> dict:
    passing = draw(st.lists(st.sampled_from(labels[1:]), min_size=1, unique=True).map(set))
    usual = [40, 50, 60, 70, 90]
    limits = usual[: len(passing)] if draw(st.booleans()) else draw(rising(0, 100, len(passing)))
    chosen = [label for label in labels if label in passing]
    return {
        int(label) if label.isdigit() else label: limit for label, limit in zip(chosen, limits, strict=True)
    }


class Ids:
    """Ids in the order in which they are asked for; `odd` asks for maxima that have nothing in common."""

    def __init__(self, prefix: str, odd: bool):
        self.prefix, self.count, self.odd = prefix, 0, odd

    def __call__(self) -> str:
        self.count += 1
        return f"{self.prefix}{self.count}"


@st.composite
def maxima(draw, odd: bool) -> Any:
    usual = st.sampled_from([1, 3, 7, 10, 20, 50, 100])
    strange = st.sampled_from(
        [Decimal("33.333333"), Decimal("0.000001"), Decimal("999999.999983"), 999999999]
    )
    return draw(strange if odd else st.one_of(usual, usual, numbers(1, 200), strange))


@st.composite
def leaves(draw, new_id: Ids, in_points: bool) -> dict:
    name = new_id()
    kinds = ["points", "points", "points", "percent", "pass_fail", "grade"]
    leaf: dict = {"id": name, "mark": draw(st.sampled_from(kinds[: 5 if in_points else 6]))}
    if leaf["mark"] == "points":
        leaf["max"] = draw(maxima(new_id.odd))
        leaf |= given_only(min=draw(sometimes(numbers(-5, -1), 8)))
    if leaf["mark"] in ("points", "percent"):
        leaf |= given_only(over_max=draw(sometimes(st.sampled_from(["error", "cap", "allow"]), 4)))
    if leaf["mark"] == "pass_fail" and (in_points or draw(st.booleans())):
        leaf |= {"max": draw(maxima(new_id.odd)), "pass_mark": draw(numbers(1, 100))}
    title = draw(st.sampled_from([None, f"Osa {name}", {"fi": f"Osa {name}", "en": f"Part {name}"}]))
    leaf |= given_only(title=title)
    attempts = draw(st.sampled_from([0, 0, 0, 1, 2, 3]))
    if attempts == 1:
        leaf["column"] = f"Column {name}"
    elif attempts:
        leaf["column"] = [f"{name} try {number}" for number in range(1, attempts + 1)]
        leaf |= given_only(
            keep=draw(sometimes(st.sampled_from(["best", "last"]), 2)),
            retry_cap=draw(sometimes(numbers(1, 100), 2)),
        )
    return leaf


@st.composite
def groups(draw, new_id: Ids, depth: int, in_points: bool) -> dict:
    combine = draw(st.sampled_from([None, None, "weighted", "points", "mean", "best"]))
    in_points = in_points or combine == "points"
    count = draw(st.integers(1, 5 if depth == 1 else 3))
    parts = [draw(components(new_id, depth + 1, in_points)) for _ in range(count)]
    counting = count
    if combine == "weighted" or (combine is None and draw(st.booleans())):
        for i, part in enumerate(parts):
            weight = 1 if i == 0 else draw(st.one_of(st.integers(0, 3), numbers(0, 100)))
            part |= given_only(weight=weight or draw(st.sampled_from([None, 0])))
        counting = sum(part.get("weight", 0) > 0 for part in parts)
        parts = draw(st.permutations(parts))
    group = {"id": new_id(), **given_only(combine=combine), "parts": parts}
    policy = draw(st.sampled_from(["none", "lowest", "highest", "both", "keep"]))
    dropped = draw(st.integers(0, counting - 1))
    if policy == "keep":
        group["keep_highest"] = draw(st.integers(1, counting))
    elif policy == "both" and dropped > 1:
        group |= {"drop_lowest": dropped - 1, "drop_highest": 1}
    elif policy != "none" and dropped:
        group["drop_highest" if policy == "highest" else "drop_lowest"] = dropped
    return group


@st.composite
def components(draw, new_id: Ids, depth: int = 0, in_points: bool = False) -> Any:
    """A component with its gate and policies, and all parts; what it weighs is for its holder to say."""
    if depth < 3 and draw(st.integers(0, 2)) == 2:
        component = draw(groups(new_id, depth, in_points))
        component |= given_only(over_max=draw(sometimes(st.sampled_from(["error", "cap", "allow"]), 5)))
    else:
        component = draw(leaves(new_id, in_points))
    component |= given_only(
        missing=draw(sometimes(st.sampled_from(["zero", "skip", "skip", "fail", "incomplete"]), 4)),
        required=draw(sometimes(st.booleans(), 5)),
    )
    if "pass_mark" not in component:
        component |= given_only(pass_mark=draw(sometimes(numbers(0, 100), 8)))
    return component


@st.composite
def weighed(draw, chosen: list[dict], weights: str) -> Any:
    """The components with weights: some 0, and of the others a sum of exactly 100 where it must be."""
    counting = chosen[: draw(st.integers(1, len(chosen)))]
    if weights == "relative":
        for one in counting:
            one["weight"] = draw(st.one_of(st.integers(1, 5), numbers(1, 1000)))
    else:
        cuts = [0, *draw(rising(1, 99, len(counting) - 1)), 100]
        for one, low, high in zip(counting, cuts, cuts[1:], strict=False):
            one["weight"] = plain(Decimal(high) - Decimal(low))
    return draw(st.permutations(chosen))


@st.composite
def attendances(draw, scope: str) -> dict:
    how = draw(st.sampled_from(["absent", "absent", "attended", "absent_percent", "sessions"]))
    attendance: dict = {"column": {how: f"Kerta {scope} *" if how == "sessions" else f"{how} {scope}"}}
    if how == "sessions":
        attendance |= {"statuses": STATUSES}
        attendance |= given_only(excused=draw(sometimes(st.sampled_from(["absent", "present", "left_out"]))))
    elif how != "absent_percent":
        attendance |= given_only(sessions=draw(st.sampled_from([None, 1, 4, 8])))
        if draw(st.booleans()):
            attendance["column"]["total"] = f"Kertoja {scope}"
    limits = [25, 50] if draw(st.booleans()) else draw(rising(0, 99, draw(st.integers(1, 3))))
    steps = [draw(st.integers(1, 3)) for _ in limits]
    attendance["rules"] = [
        {"above": limit, "lower": step} for limit, step in zip(limits, sorted(steps), strict=True)
    ]
    if draw(st.booleans()):
        attendance["rules"][-1] = {"above": limits[-1], "fail": True}
    return attendance | given_only(
        missing=draw(sometimes(st.sampled_from(["error", "present", "absent"]))),
        floor=draw(sometimes(st.sampled_from(["fail", "lowest_pass"]))),
        applies_to=draw(sometimes(st.sampled_from([["contact"], ["contact", "online", "blended"]]))),
    )


@st.composite
def routes(draw, name: str, course: dict, labels: list[str]) -> dict:
    route: dict = {"id": name}
    route |= given_only(
        title=draw(st.sampled_from([None, f"Reitti {name}", {"fi": f"Reitti {name}", "en": f"Way {name}"}]))
    )
    if draw(st.booleans()):
        new_id = Ids(f"{name}c", odd=False)
        own = [draw(components(new_id)) for _ in range(draw(st.integers(1, 2)))]
        shared = draw(st.lists(st.sampled_from(course["components"]), max_size=1))
        own += [{key: value for key, value in deepcopy(one).items() if key != "weight"} for one in shared]
        route["components"] = draw(weighed(own, course["weights"]))
    if draw(st.integers(0, 2)) == 2:
        route["bands"] = draw(bands(labels))
    how = draw(st.sampled_from(["as the course", "none", "own"]))
    if how == "none":
        route["attendance"] = False
    elif how == "own":
        route["attendance"] = draw(attendances(name))
    return route


@st.composite
def courses(draw) -> dict:
    """A course that the rules accept."""
    scale = draw(
        st.sampled_from(["0-5", "0-5", "H-5", "pass-fail", {"grades": ["F", "E", "D", "C", "B", "A"]}])
    )
    labels: list[str] = SCALES[scale] if isinstance(scale, str) else scale["grades"]
    weights = draw(st.sampled_from(["percent", "relative"]))
    new_id = Ids("c", odd=draw(st.integers(0, 3)) == 3)
    own = [draw(components(new_id)) for _ in range(draw(st.integers(1, 4)))]
    course = {
        "kind": "course",
        "version": 1,
        "id": "TEST-1",
        "title": {"fi": "Koe", "en": "Trial"},
        "credits": 5,
        "scale": scale,
        "bands": draw(bands(labels)),
        "weights": weights,
        "components": draw(weighed(own, weights)),
        "sessions": TIMETABLE,
    }
    course |= given_only(
        between=draw(sometimes(st.just("midpoint"), 2)),
        all_required=draw(sometimes(st.just(True), 5)),
        no_marks=draw(sometimes(st.just("fail"))),
        delivery=draw(sometimes(st.sampled_from(["contact", "online"]))),
        attendance=draw(sometimes(attendances("all"), 2)),
        roster=draw(sometimes(st.just({"excused": ["vapautettu"]}))),
    )
    if draw(st.integers(0, 2)) == 2:
        step = draw(st.sampled_from([1, 5, Decimal("0.5"), Decimal("0.3"), Decimal("0.000001")]))
        course["rounding"] = {"to": step, "mode": draw(st.sampled_from(["half_up", "floor", "ceil"]))}
    if draw(st.integers(0, 4)) == 4:
        worths = sorted(draw(st.lists(numbers(0, 100), min_size=len(labels), max_size=len(labels))))
        keys = [int(label) if label.isdigit() else label for label in labels]
        course["grade_worth"] = dict(zip(keys, worths, strict=True))
    ways = [draw(routes(name, course, labels)) for name in "rs"[: draw(st.sampled_from([0, 0, 1, 2]))]]
    if ways:
        course |= {"routes": ways, "route_column": "Suoritustapa"}
    return course


@dataclass(frozen=True)
class Leaf:
    """A component with a mark of its own, and the over_max that holds for it."""

    component: dict = field(hash=False)
    over_max: str

    @property
    def attempts(self) -> int:
        column = self.component.get("column", "")
        return 1 if isinstance(column, str) else len(column)


def leaves_of(course: dict) -> dict[str, Leaf]:
    """Every component that holds a mark, of the course and its routes, by id."""

    def walk(chosen: list[dict], over_max: str):
        for one in chosen:
            here = one.get("over_max", over_max)
            if "parts" in one:
                yield from walk(one["parts"], here)
            else:
                yield Leaf(one, here)

    everywhere = [course["components"], *(route.get("components", []) for route in course.get("routes", []))]
    return {leaf.component["id"]: leaf for chosen in everywhere for leaf in walk(chosen, "error")}


@dataclass(frozen=True)
class Roster:
    """Students as the oracle takes them, and the decimal mark of the whole file."""

    students: list[dict]
    decimal: str


@st.composite
def marks(draw, leaf: Leaf, course: dict, decimal: str, target: Any) -> Any:
    """A cell that holds a mark: at the target percent where it has such a thing."""
    component, kind = leaf.component, leaf.component["mark"]
    labels = SCALES[course["scale"]] if isinstance(course["scale"], str) else course["scale"]["grades"]
    if kind == "grade":
        label = draw(st.sampled_from(labels))
        return draw(
            st.sampled_from([label, label.lower(), *([f"{label}{decimal}00"] if label.isdigit() else [])])
        )
    if kind == "pass_fail" and ("max" not in component or draw(st.booleans())):
        return draw(st.sampled_from(WORDS[draw(st.sampled_from([True, True, False]))]))
    maximum = Decimal(component.get("max", 100))
    value = min(maximum * Decimal(target) / 100, LARGEST)
    if kind == "pass_fail" or leaf.over_max == "error":
        value = min(value, maximum)
    if value < 0:
        value = max(value, Decimal(component.get("min", 0)))
    text = format(plain(value), "f")
    text = draw(st.sampled_from([text, text, f" {text}", text if "." in text else f"{text}.0"]))
    if kind == "percent":
        # A column with nothing above 1 looks like shares, and is refused unless it says `%`.
        text += draw(st.sampled_from([" %", "%", *([] if 0 < value <= 1 else [""])]))
    return text.replace(".", decimal)


def targets(course: dict) -> st.SearchStrategy[Any]:
    """Percents worth trying: the limits and their neighbourhood, the ends, and anything."""
    limits = [Decimal(limit) for limit in course["bands"].values()]
    near = [limit - below for limit in limits for below in (0, MICRO, 1)]
    if "rounding" in course:
        near += [limit - Decimal(course["rounding"]["to"]) / 2 for limit in limits] * 3
    few = st.sampled_from([*near, 0, 50, 100, 100])
    return st.one_of(few, few, few, numbers(0, 100), st.sampled_from([110, -10]))


@st.composite
def presences(draw, attendance: dict, decimal: str, blank: bool) -> dict:
    """The attendance cells of one student."""
    (how,) = set(attendance["column"]) - {"total"}
    missing_allowed = blank or attendance.get("missing", "error") != "error"
    if how == "sessions":
        words = [word for some in STATUSES.values() for word in some] + ([""] if missing_allowed else [])
        return {how: [draw(st.sampled_from(words)) for _ in range(4)]}
    total = 100 if how == "absent_percent" else attendance.get("sessions", TAUGHT)
    cells = {}
    if "total" in attendance["column"]:
        total = draw(st.integers(1, 12))
        cells["total"] = str(total)
    if missing_allowed and draw(st.booleans()):
        return cells | {how: draw(st.sampled_from(["", "-"]))}
    missed = draw(numbers(0, total) if how == "absent_percent" else st.integers(0, total))
    # As with marks: a column with nothing above 1 looks like shares, and is refused unless it says `%`.
    sign = " %" if how == "absent_percent" and 0 < missed <= 1 else ""
    return cells | {how: format(missed, "f").replace(".", decimal) + sign}


@st.composite
def students(draw, course: dict, decimal: str) -> dict:
    """One student: a route, a cell an attempt for every component, and attendance where it is asked for."""
    student: dict = {}
    route: dict = {}
    if "routes" in course:
        route = draw(st.sampled_from([{}, *course["routes"]]))
        student["route"] = ""
        if route:
            title = route.get("title", route["id"])
            name = draw(st.sampled_from([route["id"], title["en"] if isinstance(title, dict) else title]))
            student["route"] = draw(st.sampled_from([name, name.upper()]))
    kind = draw(st.sampled_from(["any", "any", "full", "same", "blank"]))
    target = draw(targets(course))
    excused = ["EX", "ex", *course.get("roster", {}).get("excused", [])]
    for name, leaf in leaves_of(course).items():
        student[name] = []
        for _ in range(leaf.attempts):
            fate = {"full": 9, "same": 9}.get(kind, draw(st.integers(0, 9)))
            if fate == 0 or (kind == "blank" and fate > 7):
                cell = draw(st.sampled_from(excused))
            elif fate <= 2 or kind == "blank":
                cell = draw(st.sampled_from(EMPTY))
            else:
                percent = target if kind == "same" else draw(targets(course))
                cell = draw(marks(leaf, course, decimal, percent))
            student[name].append(cell)
    attendance = {**course, **route}.get("attendance")
    if attendance:
        student |= draw(presences(attendance, decimal, kind == "blank"))
    return student


@st.composite
def rosters(draw, course: dict) -> Roster:
    """Up to six different students, now and then each several times."""
    decimal = draw(st.sampled_from([".", ","]))
    different = [draw(students(course, decimal)) for _ in range(draw(st.integers(1, 6)))]
    return Roster(different * draw(st.sampled_from([1, 1, 1, 3, 20])), decimal)


@st.composite
def cases(draw) -> tuple[dict, Roster]:
    course = draw(courses())
    return course, draw(rosters(course))
