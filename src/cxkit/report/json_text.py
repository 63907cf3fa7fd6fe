"""JSON text that is exact and harmless: decimals as they are, nothing that would act on a terminal.

What a document holds is decided by others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from cxkit.escape import json_text


def on_one_line(value: object) -> str:
    """Write a value on one line; decimals keep at least one decimal: ``82.5``, ``100.0``."""
    match value:
        case Mapping():
            members = (f"{on_one_line(key)}: {on_one_line(member)}" for key, member in value.items())
            return f"{{{', '.join(members)}}}"
        case str():
            return json_text(json.dumps(value, ensure_ascii=False))
        case Decimal():
            return _number(value)
        case Sequence():
            return f"[{', '.join(map(on_one_line, value))}]"
        case _:
            return json.dumps(value)


def on_lines(value: object, indent: str = "") -> str:
    """Write a value with a line for each member, so that two documents compare line by line.

    What holds nothing but a few plain values stays on one line.
    """
    inner = indent + "  "
    match value:
        case Mapping() if not _is_short(value.values()):
            members = (f"{on_one_line(key)}: {on_lines(member, inner)}" for key, member in value.items())
            return _over_lines("{", members, "}", indent)
        case list() | tuple() if not _is_short(value):
            return _over_lines("[", (on_lines(member, inner) for member in value), "]", indent)
    return on_one_line(value)


def _is_short(members: Iterable[object]) -> bool:
    return all(
        not isinstance(member, str | Mapping | list | tuple) or (isinstance(member, str) and len(member) < 30)
        for member in members
    )


def _over_lines(start: str, members: Iterable[str], end: str, indent: str) -> str:
    inner = f"\n{indent}  "
    return f"{start}{inner}{f',{inner}'.join(members)}\n{indent}{end}"


def _number(value: Decimal) -> str:
    whole, _, decimals = f"{value:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0') or '0'}"
