"""What a course is: its model, its scale, its limits, its rules and the scaffold of a new one.

This room knows nothing of rosters or results; a course file arrives here already read.
"""
