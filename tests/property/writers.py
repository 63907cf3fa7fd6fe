"""Generated courses and rosters as the files that cxkit reads: YAML and CSV."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

from tests.property.strategies import Roster, leaves_of


def yaml_text(course: dict) -> str:
    """The course as YAML, a key of the top a line; numbers as plain decimals."""
    return "".join(f"{key}: {flow(value)}\n" for key, value in course.items())


def flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(value, ensure_ascii=False)


def student_id(number: int) -> str:
    return f"a{number:07}"


def roster_columns(course: dict, roster: Roster) -> list[list[str]]:
    """The columns of the roster, each with its header first."""
    students = roster.students
    columns = [
        ["Opiskelijanumero", *(student_id(number) for number in range(len(students)))],
        ["Nimi", *(f"Testi Opiskelija {number:02}" for number in range(len(students)))],
    ]
    for name, leaf in leaves_of(course).items():
        for number, header in enumerate(headers(leaf.component)):
            columns.append([header, *(student[name][number] for student in students)])
    if "routes" in course:
        columns.append([course["route_column"], *(student["route"] for student in students)])
    for routes, attendance in attendances_of(course):
        for key, header in attendance["column"].items():
            cells = [cells_of(student, key, routes) for student in students]
            if key == "sessions":
                columns += [
                    [header.replace("*", str(n + 1)), *(four[n] if four else "" for four in cells)]
                    for n in range(4)
                ]
            else:
                columns.append([header, *(cell or "" for cell in cells)])
    return columns


def headers(component: dict) -> Any:
    title = component.get("title", component["id"])
    column = component.get("column", title["fi"] if isinstance(title, dict) else title)
    return column if isinstance(column, list) else [column]


def attendances_of(course: dict) -> list[tuple[set[str], dict]]:
    """Every attendance of the file, each with the routes (by id; "": none) that it is for."""
    own = {route["id"]: route["attendance"] for route in course.get("routes", []) if "attendance" in route}
    rest = {"", *(route["id"] for route in course.get("routes", []))} - set(own)
    found = [(rest, course.get("attendance"))]
    found += [({name}, attendance) for name, attendance in own.items()]
    return [(names, attendance) for names, attendance in found if attendance]


def cells_of(student: dict, key: str, routes: set[str]) -> Any:
    """What a student has in an attendance column, None where another attendance is theirs."""
    return student.get(key) if route_of(student) in routes else None


def route_of(student: dict) -> str:
    """The id of the student's route; generated ids are one letter, and the last of every title."""
    return str(student.get("route", ""))[-1:].lower()


def csv_text(columns: list[list[str]], delimiter: str = ",", newline: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(zip(*columns, strict=True))
    return text.getvalue()
