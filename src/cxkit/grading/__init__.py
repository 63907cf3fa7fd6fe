"""Grading: from a course and exact marks to grades; pure, exact, without files."""
