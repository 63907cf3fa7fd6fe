"""Documents: one YAML file becomes a frozen model, or diagnostics with line and column.

What a course or a canvas *means* is left to the rooms above; this room only knows how a file is read.
"""
