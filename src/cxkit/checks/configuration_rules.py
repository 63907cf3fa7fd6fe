"""The rules for configuration files, documented; their examples are whole `cxkit.toml` files."""

from __future__ import annotations

from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Rule

KIND = "configuration"
_GOOD = 'ignore = ["CX101"]\nstrict = true\n'

NO_TOML = Rule(
    "CX040",
    "configuration-syntax",
    Severity.ERROR,
    KIND,
    checks="A configuration file is well-formed TOML.",
    why="A configuration that cannot be read would leave the wrong rules in force without a word.",
    bad='ignore = ["CX101"\nstrict = true\n',
    good=_GOOD,
)
UNKNOWN_SETTING = Rule(
    "CX041",
    "unknown-setting",
    Severity.ERROR,
    KIND,
    checks="Every key of a configuration is a setting of cxkit.",
    why="A misspelt setting would silently have no effect.",
    bad='ingore = ["CX101"]\nstrict = true\n',
    good=_GOOD,
)
BAD_SETTING = Rule(
    "CX042",
    "bad-setting",
    Severity.ERROR,
    KIND,
    checks="Every setting has a value that it can have, and names rules that exist.",
    why="A setting that names no rule ignores nothing, and somebody believes that it does.",
    bad='ignore = ["CX101"]\nstrict = "yes"\n',
    good=_GOOD,
)

RULES = (NO_TOML, UNKNOWN_SETTING, BAD_SETTING)
