"""Grade a frame of exact marks: one row a student, in and out.

Each route's students are graded by their own scheme. A frame whose numbers would outgrow 128
bits is split by the selections that occur in it; what is left over (or too small a share to be
worth it) is derived student by student in fractions, so the result is always exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from cxkit.exact import floor_scaled
from cxkit.grading.derive import derive
from cxkit.grading.engine.groups import Selections, evaluate_group, weigh_course
from cxkit.grading.engine.integers import INT64_MAX, TooWide, floored
from cxkit.grading.engine.marks import Evaluated, evaluate_mark
from cxkit.grading.engine.outcome import FAILED, INCOMPLETE, PASSED, decide, rounded
from cxkit.grading.plan import ComponentPlan, Plan, Scheme
from cxkit.grading.results import ComponentResult, Status
from cxkit.grading.student import Units, students

SMALL = 16
"""Shares of a frame with fewer students are derived: that is quicker than setting up columns."""

_WHO = ("row", "id", "name", "email")
"""What says who a student is: carried past the engine, as it is nothing to a grade."""

_PLACE = "place"
"""The column of the row's number in its frame, by which the shares of a frame are put together again."""

STATUS_CODES = {Status.PASSED: PASSED, Status.FAILED: FAILED, Status.INCOMPLETE: INCOMPLETE}


def grade_frame(plan: Plan, units: Units, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the results of a frame of exact marks, in its order.

    ``units`` gives for each component the unit of each of its columns. The columns are ``row``,
    ``id``, ``name``, ``email`` and ``route`` as they came; ``percent`` (times ten to the power of
    `Plan.decimals`, rounded down), ``base`` and ``grade`` (indices on the scale), ``status``
    (0 passed, 1 failed, 2 incomplete), ``notes`` (text), and ``c.<id>`` (a percent like the other)
    for every component at the top of the course and of its routes. Percents are `Int64`, in a frame
    where one does not fit 64 bits `Int128`.
    """
    if frame.is_empty():
        return pl.DataFrame(schema=schema(plan))
    numbers = frame.drop(_WHO, strict=False).with_columns(pl.int_range(pl.len()).alias(_PLACE))
    of_route = [numbers["route"] == number for number in range(len(plan.schemes))]
    shares = [
        _grade_scheme(plan, scheme, units, numbers if mask.all() else numbers.filter(mask))
        for scheme, mask in zip(plan.schemes, of_route, strict=True)
        if mask.any()
    ]
    results = _in_order(_together(shares)).drop(_PLACE)
    return frame.select(*_WHO, "route").hstack(results).select(*schema(plan))


def grade_lazy(plan: Plan, units: Units, marks: pl.LazyFrame) -> pl.LazyFrame:
    """Return the same as a lazy frame that grades batch by batch, in bounded memory.

    Collecting it raises Polars' InvalidOperationError for a percent that does not fit 64 bits.
    """
    return marks.map_batches(
        lambda frame: grade_frame(plan, units, frame).cast(pl.Schema(schema(plan))),
        schema=schema(plan),
        streamable=True,
    )


def schema(plan: Plan) -> dict[str, type[pl.DataType]]:
    """Return the columns of results and their types."""
    fixed: dict[str, type[pl.DataType]] = {
        "row": pl.Int64,
        "id": pl.String,
        "name": pl.String,
        "email": pl.String,
        "route": pl.Int16,
        "percent": pl.Int64,
        "base": pl.Int8,
        "grade": pl.Int8,
        "status": pl.Int8,
        "notes": pl.String,
    }
    return fixed | {f"c.{id_}": pl.Int64 for id_ in component_ids(plan)}


def component_ids(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the components at the top of the course and of its routes, each once."""
    ids = [component.id for scheme in plan.schemes for component in scheme.components]
    return tuple(dict.fromkeys(ids))


def _grade_scheme(plan: Plan, scheme: Scheme, units: Units, frame: pl.DataFrame) -> pl.DataFrame:
    selections = Selections()
    try:
        return _grade_columns(plan, scheme, units, frame, selections)
    except TooWide:
        pass
    if not selections.totals or frame.height < SMALL:
        return _derived(plan, units, frame)
    totals = [total.cast(pl.String).alias(f"total {i}") for i, total in enumerate(selections.totals)]
    names = [total.name for total in totals]
    pieces = frame.with_columns(totals).partition_by(names, include_key=False)
    few = [piece for piece in pieces if piece.height < SMALL]
    graded = [_grade_scheme(plan, scheme, units, piece) for piece in pieces if piece.height >= SMALL]
    if few:
        graded.append(_derived(plan, units, pl.concat(few)))
    return _together(graded)


def _together(shares: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Put results below one another, in one piece; where one share has wider percents, all have."""
    return pl.concat(shares, how="vertical_relaxed").rechunk()


def _in_order(results: pl.DataFrame) -> pl.DataFrame:
    return results if results[_PLACE].is_sorted() else results.sort(_PLACE)


def _grade_columns(
    plan: Plan, scheme: Scheme, units: Units, frame: pl.DataFrame, selections: Selections
) -> pl.DataFrame:
    tops = [_evaluate(component, frame, units, selections) for component in scheme.components]
    ratio, there = weigh_course(tops, selections)
    ratio = rounded(ratio, plan.rounding)
    outcome = decide(plan, scheme, frame, tops, ratio, there)
    shown = floored(
        {"percent": ratio} | {f"c.{top.plan.id}": top.ratio for top in tops}, 100 * 10**plan.decimals
    )
    columns = {
        "percent": _where(outcome.known, shown["percent"]),
        "base": outcome.base,
        "grade": outcome.grade,
        "status": outcome.status,
        "notes": outcome.notes,
    }
    for top in tops:
        name = f"c.{top.plan.id}"
        columns[name] = _where(top.present & ~outcome.unmarked, shown[name])
    return _laid_out(plan, frame, columns)


def _evaluate(
    component: ComponentPlan, frame: pl.DataFrame, units: Units, selections: Selections
) -> Evaluated:
    if not component.parts:
        return evaluate_mark(component, frame, units[component.id])
    parts = [_evaluate(part, frame, units, selections) for part in component.parts]
    return evaluate_group(component, parts, selections)


def _where(known: pl.Series, values: pl.Series) -> pl.Series:
    return values.zip_with(known, pl.Series([None], dtype=values.dtype))


def _laid_out(plan: Plan, frame: pl.DataFrame, columns: Mapping[str, pl.Series]) -> pl.DataFrame:
    """Return the columns of results, those that a scheme does not have as nulls, with the places."""
    absent = pl.Series([None], dtype=pl.Int64).new_from_index(0, frame.height)
    names = [name for name in schema(plan) if name not in (*_WHO, "route")]
    laid = {name: columns.get(name, absent) for name in names}
    return pl.DataFrame(laid | {_PLACE: frame[_PLACE]})


def _derived(plan: Plan, units: Units, frame: pl.DataFrame) -> pl.DataFrame:
    """Grade the students one by one, for numbers that no column of integers holds."""
    indices = {label: index for index, label in reversed(list(enumerate(plan.scale.labels)))}
    nobody = frame.with_columns(pl.lit("").alias(name) for name in _WHO)
    rows = []
    for derivation in (derive(plan, student) for student in students(plan, units, nobody)):
        percent = derivation.percent
        row: dict[str, object] = {
            "percent": None if percent is None else floor_scaled(percent, plan.decimals),
            "base": None if derivation.base_grade is None else indices[derivation.base_grade],
            "grade": None if derivation.grade is None else indices[derivation.grade],
            "status": STATUS_CODES[derivation.status],
            "notes": "; ".join(note.text() for note in derivation.notes),
        }
        rows.append(row | _component_percents(derivation.components, plan.decimals))
    types = {name: dtype for name, dtype in schema(plan).items() if any(name in row for row in rows)}
    columns = {name: [row.get(name) for row in rows] for name in types}
    found = {name: pl.Series(values, dtype=_fitting(types[name], values)) for name, values in columns.items()}
    return _laid_out(plan, frame, found)


def _fitting(dtype: type[pl.DataType], values: Sequence[object]) -> type[pl.DataType]:
    """Return the type of a column of percents that holds all of them."""
    fits = all(abs(value) <= INT64_MAX for value in values if isinstance(value, int))
    return dtype if fits else pl.Int128


def _component_percents(components: Iterable[ComponentResult], decimals: int) -> dict[str, object]:
    return {
        f"c.{component.id}": (
            None if component.percent is None else floor_scaled(component.percent, decimals)
        )
        for component in components
    }
