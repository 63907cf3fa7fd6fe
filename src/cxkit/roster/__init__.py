"""A gradebook export becomes exact marks, or diagnostics that name every bad cell.

`marks` and `presence` hold what one cell means and need no dataframe library; `read` turns a whole file
into frames of scaled integers. Grades are the business of `cxkit.grading`.
"""
