"""A course file in which nothing is wrong, from which examples of rules are made by changing a line.

It stands by itself so that a check does not make the large examples of `reading_rules`.
"""

SOUND = """\
kind: course
version: 1
id: demo-1
title: Demonstration
credits: 5
bands: {1: 40, 5: 80}
components:
  - {id: exam, weight: 100, max: 30}
tests:
  - {name: full marks, given: {exam: 30}, grade: 5}
  - {name: too little, given: {exam: 11}, grade: 0}
"""
