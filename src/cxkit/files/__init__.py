"""Output files: several written as one, all of them or none, never half of one."""

from __future__ import annotations

from cxkit.files.targets import UnwritableFile, check_targets
from cxkit.files.writes import write_all, writes

__all__ = ["UnwritableFile", "check_targets", "write_all", "writes"]
