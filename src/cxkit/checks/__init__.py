"""What `cxkit check` looks for in files, and how findings are written."""
