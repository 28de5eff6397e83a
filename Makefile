# make demo   check the example story
# make test   install for development and run every test
# make site   build the pages of docs/ into site/
# make fuzz   put strange inputs through the program for some minutes
# make check  what CI asks for, make fast: the same without the slow tests

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
CODE := consistency tests tools bench

.PHONY: demo test fuzz check fast lint types docs site package clean

demo: $(VENV)/installed
	@$(BIN)/consistency check data/demo/draft.md --exit-zero

test: $(VENV)/developed
	$(BIN)/python -m pytest -n auto

fuzz: $(VENV)/developed
	$(BIN)/python -m bench.fuzz --seconds 300

check: lint types docs site test

fast: lint types docs $(VENV)/developed
	$(BIN)/python -m pytest -n auto -m "not slow"

lint: $(VENV)/developed
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: $(VENV)/developed
	$(BIN)/mypy

# Says which generated pages are old; `python tools/make_docs.py` renews them, and `python -m tools.pages.examples` what the
# commands in the others print.
docs: $(VENV)/developed
	$(BIN)/python tools/make_docs.py --check

# Without the variable the theme prints which tool follows it; mkdocs.yml says so. With --quiet, --strict lets faults pass.
site: $(VENV)/developed
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

package: $(VENV)/developed
	$(BIN)/python -m build --no-isolation

clean:
	rm -rf dist build site .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/developed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e ".[dev]"
	@touch $@ $(VENV)/installed

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
