"""cxkit grades courses and keeps customer-experience canvases as code."""

__version__ = "0.1.0"
