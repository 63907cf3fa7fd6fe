"""Canvases: what a journey, a measurement canvas or a kind of one's own holds, and what is still missing.

Pictures and pages of a canvas are made in `report`; how a YAML file is read is left to `documents`.
"""
