"""Attendance as a course file asks for it: where absences are read from and what they do to a grade."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cxkit.course import structure
from cxkit.documents.base import Count, Flag, Label, Model, Percent, SchemaOnly

Delivery = Literal["contact", "online", "blended"]


class AttendanceColumn(Model):
    """The roster's columns for attendance: one of the four ways, and optionally the total."""

    model_config = ConfigDict(json_schema_extra=structure.ATTENDANCE_COLUMN)

    absent: Label | None = Field(None, description="Header of the number of sessions missed.")
    attended: Label | None = Field(None, description="Header of the number of sessions attended.")
    absent_percent: Label | None = Field(None, description="Header of the share missed, in percent.")
    sessions: Label | None = Field(
        None,
        description="Pattern of the headers of columns with a status for each session; * is anything.",
        examples=["Kerta *"],
    )
    total: Label | None = Field(
        None, description="Header of the student's own number of sessions, beside `absent` or `attended`."
    )


class AttendanceStatuses(Model):
    """Words in status cells, in any case."""

    absent: tuple[Label, ...] = Field((), description="Words for a session missed.")
    present: tuple[Label, ...] = Field((), description="Words for a session attended.")
    excused: tuple[Label, ...] = Field((), description="Words for an excused absence.")


class AttendanceRule(Model):
    """What absence beyond a limit does; exactly the limit does nothing."""

    model_config = ConfigDict(json_schema_extra=structure.ATTENDANCE_RULE)

    above: Percent = Field(
        description="Percent of the sessions; who missed more is concerned, exactly as much does nothing.",
        examples=[25],
    )
    lower: Annotated[int, Field(ge=1)] | None = Field(
        None, description="How many steps down the scale the grade goes.", examples=[1]
    )
    fail: Flag | None = Field(None, description="true: the course is failed.")


class Attendance(Model):
    """Attendance rules and their source."""

    model_config = ConfigDict(json_schema_extra={"required": ["rules"]})

    applies_to: tuple[Delivery, ...] | None = Field(
        None, description="Kinds of delivery that the rules concern; left out: all."
    )
    sessions: Count | None = Field(
        None,
        description="Number of sessions; left out: those of the timetable that are taught.",
        examples=[6],
    )
    column: AttendanceColumn | None = Field(None, description="Where the roster tells absence.")
    statuses: AttendanceStatuses | None = Field(None, description="Words of status cells.")
    excused: Literal["absent", "present", "left_out"] = Field(
        "left_out", description="What an excused absence counts as."
    )
    missing: Literal["error", "present", "absent"] = Field(
        "error",
        description="What an empty cell counts as; error is waived for a student without any mark.",
    )
    floor: Literal["fail", "lowest_pass"] = Field(
        "fail", description="Where lowering stops: at the fail, or at the lowest passing grade."
    )
    rules: Annotated[tuple[AttendanceRule, ...], SchemaOnly(minItems=1)] = Field(
        (),
        description="What absence does, from the lowest limit to the highest; "
        "only the strongest rule that applies is used.",
    )
