"""Which canvas rules are about the other canvases of a folder more than about the canvas itself.

Apart from the rules, so that a check of courses alone need not load them.
"""

BESIDE_OTHERS = frozenset({"CX301", "CX311", "CX312", "CX321"})
"""Codes of rules that one canvas keeps or breaks without a change of its own, as others come and go."""
