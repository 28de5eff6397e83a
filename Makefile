# make demo   check the example story
# make test   install for development and run every test
# make site   build the pages of docs/ into site/
# make fuzz   put strange inputs through the program for some minutes
# make check  what CI asks for, make fast: the same without the slow tests
# make lock   resolve the packages of requirements/ anew

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
CODE := consistency tests tools bench

.PHONY: demo test fuzz check fast lint types docs site package lock clean

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

# For all systems and Python 3.11 and newer. Without PyTorch, whose own requirements differ from build to build.
LOCK = $(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate \
  --upgrade --custom-compile-command "make lock"

lock: $(VENV)/bin/python
	$(PIP) install uv==0.13.9
	$(LOCK) -o requirements/core.txt
	$(LOCK) --extra dev -c constraints.txt --overrides requirements/without-torch.txt --no-emit-package torch \
	  -o requirements/dev.txt

package: $(VENV)/developed
	$(BIN)/python -m build --no-isolation

clean:
	rm -rf dist build site .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The packages that a check needs, each with its digest.
$(VENV)/installed: pyproject.toml requirements/core.txt | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/core.txt
	$(PIP) install --no-deps -e .
	@touch $@

# PyTorch comes without a digest: its builds for one version differ, and which of them is installed is the machine's choice.
$(VENV)/developed: pyproject.toml constraints.txt requirements/dev.txt | $(VENV)/bin/python
	$(PIP) install --no-deps --require-hashes -r requirements/dev.txt
	$(PIP) install -c constraints.txt torch
	$(PIP) install --no-deps -e .
	@touch $@ $(VENV)/installed

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
