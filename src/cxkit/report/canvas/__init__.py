"""Canvases as pictures: type that measures the same everywhere, wrapping, colours, curves, and SVG."""
