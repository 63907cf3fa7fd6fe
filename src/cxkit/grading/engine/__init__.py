"""The engine: grade whole frames of exact marks, in integers."""

from cxkit.grading.engine.frame import component_ids, grade_frame, grade_lazy, schema

__all__ = ["component_ids", "grade_frame", "grade_lazy", "schema"]
