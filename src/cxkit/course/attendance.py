"""Attendance as a course file asks for it: where absences are read from and what they do to a grade."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cxkit.documents.base import Count, Flag, Label, Model, Number

Delivery = Literal["contact", "online", "blended"]


class AttendanceColumn(Model):
    """The roster's columns for attendance: one of the four ways, and optionally the total."""

    absent: Label | None = Field(None, description="Column with the number of sessions missed.")
    attended: Label | None = Field(None, description="Column with the number of sessions attended.")
    absent_percent: Label | None = Field(None, description="Column with the share missed, in percent.")
    sessions: Label | None = Field(None, description="Pattern (* for anything) of columns of status cells.")
    total: Label | None = Field(None, description="Column with the student's own number of sessions.")


class AttendanceStatuses(Model):
    """Words in status cells, in any case."""

    absent: tuple[Label, ...] = Field((), description="Words for a session missed.")
    present: tuple[Label, ...] = Field((), description="Words for a session attended.")
    excused: tuple[Label, ...] = Field((), description="Words for an excused absence.")


class AttendanceRule(Model):
    """What absence beyond a limit does; exactly the limit does nothing."""

    above: Number = Field(description="Strict limit of the share of sessions missed, in percent.")
    lower: Annotated[int, Field(ge=1)] | None = Field(None, description="Steps down the scale.")
    fail: Flag | None = Field(None, description="The course is failed.")


class Attendance(Model):
    """Attendance rules and their source."""

    applies_to: tuple[Delivery, ...] | None = Field(
        None, description="Kinds of delivery concerned; default all."
    )
    sessions: Count | None = Field(None, description="Number of sessions; default: the taught ones.")
    column: AttendanceColumn | None = Field(None, description="Where the roster has it.")
    statuses: AttendanceStatuses | None = Field(None, description="Words of status cells.")
    excused: Literal["absent", "present", "left_out"] = Field(
        "left_out", description="What an excused absence counts as."
    )
    missing: Literal["error", "present", "absent"] = Field(
        "error", description="What an empty cell counts as; error is waived without any mark."
    )
    floor: Literal["fail", "lowest_pass"] = Field("fail", description="Where lowering stops.")
    rules: tuple[AttendanceRule, ...] = Field((), description="The strongest rule that applies is used.")
