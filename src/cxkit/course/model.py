"""The course file as a model: every key, strict and frozen.

Whether its values make sense together is judged in `rules`; what scale and bands mean is worked
out in `scale` and `limits`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

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
    ByShape,
    DocumentModel,
    Flag,
    Identifier,
    Label,
    Language,
    Model,
    Number,
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

RouteAttendance = Annotated[
    Flag | Attendance, ByShape("false, or a mapping of attendance rules", flag=Flag, map=Attendance)
]


class Route(Model):
    """Another way to complete the course; what it leaves out is as in the course itself."""

    id: Identifier = Field(description="What the roster's route column may hold.")
    title: Text | None = Field(None, description="Name for people; the route column may hold it too.")
    attendance: RouteAttendance | None = Field(
        None, description="false: no attendance rules; a mapping: rules of its own."
    )
    components: tuple[Component, ...] = Field((), description="Components of its own; empty: the course's.")
    bands: Bands | None = Field(None, description="Bands of its own, in percent.")


class RosterOptions(Model):
    """Headers and words of the roster, when they are not found by themselves."""

    id: Label | None = Field(None, description="Header of the student id.")
    name: Labels | None = Field(None, description="Header of the name, or a list to be joined.")
    email: Label | None = Field(None, description="Header of the e-mail address.")
    route: Label | None = Field(None, description="Header of the route.")
    excused: tuple[Label, ...] = Field((), description="Words that mean the same as EX.")
    decimal: Literal["auto", ",", "."] = Field("auto", description="Decimal mark of the roster.")


class WorkedTest(Model):
    """A worked case: what a student is given and what must come out."""

    name: Text = Field(description="What the case shows.")
    given: dict[str, Labels] = Field(
        description="Marks as a roster holds them, by component id; absent, attended and route."
    )
    percent: Number | None = Field(None, description="Expected percent, exact or as shown.")
    grade: Label | None = Field(None, description="Expected grade.")
    status: Literal["passed", "failed", "incomplete"] | None = Field(None, description="Expected status.")


class Course(DocumentModel):
    """A course: its description and the rules by which it is graded."""

    KIND: ClassVar[str] = "course"

    id: Identifier = Field(description="The implementation's id.")
    title: Text = Field(description="Name for people.")
    language: Language = Field("en", description="Language of the course, ISO 639-1.")
    credits: Number = Field(description="Credits (ECTS).")

    code: Label | None = Field(None, description="Code of the course unit.")
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
    contents: Texts = Field((), description="What it is about.")
    methods: Texts = Field((), description="How it is studied.")
    literature: Texts = Field((), description="What is read.")
    notes: Texts = Field((), description="Anything else.")
    sessions: tuple[Session, ...] = Field((), description="The timetable.")
    workload: tuple[Workload, ...] = Field((), description="Hours by activity.")

    scale: ScaleChoice = Field("0-5", description="The scale of grades.")
    bands: Bands = Field(description="Inclusive lower limits in percent, by grade.")
    between: Literal["none", "midpoint"] = Field(
        "none", description="Whether grades without a band get a limit between their neighbours."
    )
    rounding: Rounding | None = Field(None, description="Rounding of the course percent.")
    weights: Literal["percent", "relative"] = Field(
        "percent", description="Whether weights must sum to 100 or are divided by their sum."
    )
    cap: Number | None = Field(None, description="Upper limit of the course percent.")
    components: tuple[Component, ...] = Field(description="What is marked.")
    all_required: Flag = Field(False, description="Every component must be passed.")
    no_marks: Literal["incomplete", "fail"] = Field(
        "incomplete", description="What a student without any mark gets."
    )
    attendance: Attendance | None = Field(None, description="Attendance rules.")
    routes: tuple[Route, ...] = Field((), description="Other ways to complete the course.")
    route_column: Label | None = Field(None, description="Header of the roster's route column.")
    criteria: tuple[Criterion, ...] = Field((), description="Assessment criteria.")
    grade_worth: dict[str, Number] | None = Field(
        None, description="Percent that a mark given as a grade is worth; default: the band's limit."
    )
    roster: RosterOptions = Field(RosterOptions(), description="Headers and words of the roster.")
    tests: tuple[WorkedTest, ...] = Field((), description="Worked cases.")
