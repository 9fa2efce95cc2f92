# Two commands are all that a new machine needs: `make demo` and `make test`.
# Only Python 3.11 or newer, git and make are assumed.

PYTHON ?= python3
VENV := .venv
# Windows' Python puts the commands of a virtual environment in Scripts.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
STAMP := $(VENV)/installed

.PHONY: demo test install lint format lock benchmark clean help

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | sort

install: $(STAMP)  ## make the virtual environment with all that is needed

$(STAMP): requirements/dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	# Python does this at the first run, unless PYTHONDONTWRITEBYTECODE is set: then each start takes longer.
	$(BIN)/python -m compileall -q src
	touch $@

demo: install  ## run the main job on an invented programme
	$(BIN)/manifesto-check check examples/$(DEMO)

DEMO ?= brede-dijk.pdf

test: install  ## the tests, without those that need system packages or minutes
	$(BIN)/python -m pytest -n auto -m "not slow and not system"
	@printf '\nleft out here, run by .ci/run:\n'
	@$(BIN)/python -m pytest -q --collect-only -m "slow or system" | grep '::' || true

lint: install  ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: install  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: install  ## resolve the dependencies anew, for all platforms and Python versions
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	  --python-version 3.11 --group dev --custom-compile-command "make lock" --output-file requirements/dev.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --constraint requirements/dev.lock \
	  --python-version 3.11 --group action --custom-compile-command "make lock" --output-file requirements/action.lock pyproject.toml

benchmark: install  ## speed and memory against pdfplumber in the same run
	$(BIN)/python benchmarks/check_speed.py

clean:  ## remove the virtual environment and all that was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
