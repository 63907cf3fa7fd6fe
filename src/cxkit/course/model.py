"""The course file as a model: every key, strict and frozen.

Whether its values make sense together is judged in `rules`; what scale and bands mean is worked
out in `scale` and `limits`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from cxkit.course import structure
from cxkit.course.attendance import (
    Attendance,
    AttendanceColumn,
    AttendanceRule,
    AttendanceStatuses,
    Delivery,
)
from cxkit.course.bands import BandConditions, Bands, CustomScale, Rounding, ScaleChoice
from cxkit.course.components import Component, Labels, Late, Mark
from cxkit.course.description import Criterion, Period, Seats, Session, Texts, Workload
from cxkit.documents.base import (
    Amount,
    ByShape,
    DocumentModel,
    Flag,
    Identifier,
    Label,
    Language,
    Model,
    Number,
    Percent,
    PositiveAmount,
    SchemaOnly,
    Text,
)

__all__ = [
    "RESERVED_IDS",
    "Attendance",
    "AttendanceColumn",
    "AttendanceRule",
    "AttendanceStatuses",
    "BandConditions",
    "Component",
    "Course",
    "Criterion",
    "CustomScale",
    "Late",
    "Mark",
    "Period",
    "RosterOptions",
    "Rounding",
    "Route",
    "Seats",
    "Session",
    "WorkedTest",
    "Workload",
]

RESERVED_IDS = frozenset({"absent", "attended", "route", "percent"})
"""Words that a worked test or a band uses beside component ids."""

Components = Annotated[tuple[Component, ...], SchemaOnly(minItems=1)]
"""Components of a course or route; a rule holds that there are any."""

RouteAttendance = Annotated[
    Flag | Attendance, ByShape("false, or a mapping of attendance rules", flag=Flag, map=Attendance)
]


class Route(Model):
    """Another way to complete the course; what it leaves out is as in the course itself."""

    id: Identifier = Field(
        description="What the roster's route column holds for its students.", examples=["work"]
    )
    title: Text | None = Field(None, description="Name for people; the route column may hold it too.")
    attendance: RouteAttendance | None = Field(
        None, description="false: no attendance rules; a mapping: rules of its own."
    )
    components: Components = Field((), description="Components of its own; left out: those of the course.")
    bands: Bands | None = Field(None, description="Bands of its own, in percent.")


class RosterOptions(Model):
    """Headers and words of the roster, when they are not found by themselves."""

    id: Label | None = Field(None, description="Header of the student id.")
    name: Labels | None = Field(None, description="Header of the name, or a list to be joined.")
    email: Label | None = Field(None, description="Header of the e-mail address.")
    route: Label | None = Field(None, description="Header of the route.")
    excused: tuple[Label, ...] = Field(
        (), description="Words that mean the same as EX: the mark is left out.", examples=[["vapautettu"]]
    )
    decimal: Literal["auto", ",", "."] = Field(
        "auto", description="Decimal mark of the roster; auto finds it."
    )


class WorkedTest(Model):
    """A worked case: what a student is given and what must come out."""

    model_config = ConfigDict(json_schema_extra=structure.WORKED_TEST)

    name: Text = Field(description="What the case shows.")
    given: dict[str, Labels] = Field(
        description="Marks as a roster holds them, by component id, with a list for attempts; beside them "
        "`absent` or `attended`, and `route`.",
        json_schema_extra=structure.GIVEN,
    )
    percent: Number | None = Field(
        None, description="Expected percent, exact or as shown; null: none.", examples=[82.5]
    )
    grade: Label | None = Field(None, description="Expected grade; null: none.", examples=[3])
    status: Literal["passed", "failed", "incomplete"] | None = Field(None, description="Expected status.")


class Course(DocumentModel):
    """A course: its description and the rules by which it is graded."""

    model_config = ConfigDict(title="cxkit course file", json_schema_extra=structure.COURSE)
    KIND: ClassVar[str] = "course"

    id: Identifier = Field(
        description="The id of this implementation of the course.", examples=["SAL4HM003-3002"]
    )
    title: Text = Field(description="Name for people.")
    language: Language = Field(
        "en",
        description="Language of the course and of its reports: a code such as fi or en.",
        examples=["fi"],
    )
    credits: PositiveAmount = Field(description="Credits (ECTS).", examples=[5])

    code: Label | None = Field(
        None, description="Code of the course in the curriculum.", examples=["SAL4HM003"]
    )
    group: Text | None = Field(None, description="Student group.")
    campus: Text | None = Field(None, description="Where it is taught.")
    programme: Text | None = Field(None, description="Degree programme.")
    delivery: Delivery | None = Field(None, description="How it is taught.")
    period: Period | None = Field(None, description="When it is taught.")
    enrolment: Period | None = Field(None, description="When students enrol.")
    seats: Seats | None = Field(None, description="How many students it takes.")
    teachers: Texts = Field((), description="Who teaches.")
    prerequisites: Texts = Field((), description="What a student should know before.")
    objectives: Texts = Field((), description="What a student learns.")
    contents: Texts = Field((), description="What the course is about.")
    methods: Texts = Field((), description="How it is studied.")
    literature: Texts = Field((), description="What is read.")
    notes: Texts = Field((), description="Anything else.")
    sessions: tuple[Session, ...] = Field((), description="The timetable, one entry a session.")
    workload: tuple[Workload, ...] = Field((), description="Hours of a student's work, by activity.")

    scale: ScaleChoice = Field(
        "0-5",
        description="The scale of grades: 0-5, H-5 (the fail is shown as H), pass-fail, or {grades: […]} "
        "from the lowest to the highest.",
    )
    bands: Bands = Field(
        description="The percent at which each grade begins; exactly the limit is enough. "
        "On pass-fail: {pass: 50}.",
        examples=[{"1": 40, "3": 70, "5": 90}],
    )
    between: Literal["none", "midpoint"] = Field(
        "none",
        description="midpoint: grades without a band get limits spaced evenly between their neighbours.",
    )
    rounding: Rounding | None = Field(None, description="Rounding of the course percent before the bands.")
    weights: Literal["percent", "relative"] = Field(
        "percent",
        description="percent: weights must sum to exactly 100; relative: they are divided by their sum.",
    )
    cap: Amount | None = Field(None, description="Upper limit of the course percent.", examples=[100])
    components: Components = Field(description="What is marked and how much it weighs.")
    all_required: Flag = Field(False, description="Every component must be passed.")
    no_marks: Literal["incomplete", "fail"] = Field(
        "incomplete", description="What a student without any mark gets: no grade yet, or the fail."
    )
    attendance: Attendance | None = Field(None, description="What absences do to the grade.")
    routes: tuple[Route, ...] = Field((), description="Other ways to complete the course.")
    route_column: Label | None = Field(
        None, description="Header of the roster's column that names each student's route."
    )
    criteria: tuple[Criterion, ...] = Field((), description="Assessment criteria.")
    grade_worth: dict[str, Percent] | None = Field(
        None, description="Percent that a mark given as a grade is worth; default: the band's limit."
    )
    roster: RosterOptions = Field(RosterOptions(), description="Headers and words of the roster.")
    tests: tuple[WorkedTest, ...] = Field(
        (), description="Worked cases; cxkit check grades each and names those that come out otherwise."
    )
