# `make demo` and `make test` set up all they need in .venv; see CONTRIBUTING.md for the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo test test-long fuzz lint format types layers rules docs errors schemas pictures bench pins clean

# The first Python that is new enough; `make PYTHON=/path/to/python` takes another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$name; break; fi; done)

VENV := .venv
READY := $(VENV)/ready
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
CXKIT := $(BIN)/cxkit
DEMO := build/demo
SECONDS := 300
PAGES := build/browser/ready
EXACT := src/cxkit/exact.py,src/cxkit/documents/*,src/cxkit/roster/*,src/cxkit/grading/*

help:
	@echo "make demo        grade both example courses and draw the example canvases into $(DEMO)"
	@echo "make test        every test, with the coverage that is asked for"
	@echo "make test-long   thousands of generated courses and rosters against the oracle"
	@echo "make fuzz        spoilt files by the thousand; SECONDS=300 for the part that follows branches"
	@echo "make lint        ruff: rules and format       make format   apply them"
	@echo "make types       mypy, strict"
	@echo "make layers      rooms import only downwards"
	@echo "make docs        the documentation tells the truth"
	@echo "make errors      write the gallery of errors and its page again"
	@echo "make schemas     write the schemas of all kinds of file again"
	@echo "make rules       write docs/rules.md from the rules again"
	@echo "make pictures    draw the pictures of the documentation again"
	@echo "make bench       a million students, a thousand course files, canvases"
	@echo "make pins        choose the newest libraries and write constraints.txt"
	@echo "make clean       remove what was built (and .venv)"

$(READY): pyproject.toml constraints.txt
	@if ! $(BIN)/python -c 'import pip' 2>/dev/null; then \
	  test -n "$(PYTHON)" || { echo "cxkit needs Python 3.11 or newer with venv; name one with PYTHON=…" >&2; exit 1; }; \
	  echo "Setting up $(VENV) with $(PYTHON) (once) …"; \
	  "$(PYTHON)" -m venv --clear $(VENV); \
	fi
	@$(PIP) install --requirement constraints.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@rm -rf $(DEMO)
	@set -e; for course in asiakaspolku asiakkaat-paaomana; do \
	  in=examples/$$course; out=$(DEMO)/$$course; mkdir -p $$out; \
	  echo "== $$in: $$(($$(wc -l < $$in/arviointilista.csv) - 1)) students"; echo; \
	  $(CXKIT) grade $$in/arviointilista.csv --course $$in/course.yaml; \
	  $(CXKIT) grade $$in/arviointilista.csv --course $$in/course.yaml --quiet \
	    -o $$out/grades.csv -o $$out/grades.json -o $$out/report.md; \
	  echo; \
	done
	@echo "== examples/kirjasto: a library's canvases"; echo
	@$(CXKIT) check examples/kirjasto
	@set -e; for language in fi en; do \
	  out=$(DEMO)/kirjasto/$$language; \
	  $(CXKIT) canvas render examples/kirjasto --lang $$language --quiet -o html:$$out/ -o svg:$$out/; \
	done
	@echo
	@echo "Graded both courses and drew the canvases. What was written:"
	@for file in $(DEMO)/*/*.*; do echo "  $$file"; done
	@echo "  $(DEMO)/kirjasto/fi/ and $(DEMO)/kirjasto/en/: a page (.html) and a picture (.svg) of each canvas"
	@echo "Begin with $(DEMO)/kirjasto/en/ydinpolku.html in a browser. The class reports are the report.md files;"
	@echo "open them in any viewer of Markdown."

# axe-core and the HTML checker try pages too, where npm is there to bring them; the end says what is left out.
$(PAGES): tests/browser/package-lock.json
	@mkdir -p build/browser && cp tests/browser/package.json tests/browser/package-lock.json build/browser
	@if command -v npm >/dev/null && \
	  npm ci --prefix build/browser --silent --no-audit --no-fund --ignore-scripts; \
	then touch $@; else echo "npm did not bring axe-core and the HTML checker: pages are tried without." >&2; fi

test: $(READY) $(PAGES)
	@$(BIN)/python -m pytest -q -n 2 --cov --cov-report=
	@echo "Coverage of the package:"
	@$(BIN)/python -m coverage report
	@echo "Coverage of exact, documents, roster and grading, which has to be whole:"
	@$(BIN)/python -m coverage report --include='$(EXACT)' --fail-under=100
	@$(BIN)/python -m tests.browser

fuzz: $(READY)
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -q -n 2 tests/fuzz
	@mkdir -p build && $(BIN)/python .ci/wanted.py fuzz > build/fuzz.txt
	@if $(PIP) install --requirement build/fuzz.txt; then \
	  PYTHONPATH=. $(BIN)/python tests/fuzz/look_for_more.py -max_total_time=$(SECONDS) -artifact_prefix=build/; \
	else echo "atheris cannot be installed for this Python; the generated files above were all." >&2; fi

test-long: $(READY)
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -q -n 2 tests/property

lint: $(READY)
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .

format: $(READY)
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m ruff format .

types: $(READY)
	@$(BIN)/python -m mypy

layers: $(READY)
	@$(BIN)/lint-imports --no-logo --no-cache

rules: $(READY)
	@$(BIN)/python docs/write_rules.py

docs: $(READY)
	@$(BIN)/python -m pytest -q tests/test_docs.py

errors: $(READY)
	@$(BIN)/python -m tests.gallery
	@$(BIN)/python -m pytest -q tests/test_errors.py --update-golden

schemas: $(READY)
	@$(CXKIT) schema --all schemas --force

pictures: $(READY)
	@$(BIN)/python docs/pictures/draw.py

bench: $(READY)
	@$(BIN)/python benchmarks/grade_roster.py
	@$(BIN)/python benchmarks/check_courses.py
	@$(BIN)/python benchmarks/canvases.py

pins:
	@"$(PYTHON)" -m venv --clear build/pins
	@build/pins/bin/python .ci/wanted.py > build/pins/wanted.txt
	@build/pins/bin/python -m pip --disable-pip-version-check -qq install --requirement build/pins/wanted.txt
	@build/pins/bin/python -m pip --disable-pip-version-check freeze > constraints.txt
	@rm -rf build/pins
	@echo "constraints.txt is written; try it with make test"

clean:
	@rm -rf build dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -rf $(VENV) src/*.egg-info
