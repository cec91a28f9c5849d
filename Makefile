# make site   builds the sample archive of this repository into site/
# make test   runs all checks and tests
# Both make .venv first; they need Python 3.11 or newer and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test test-slow lint clean

site: $(VENV)/installed
	$(BIN)/newsgen build
	@echo "Open site/index.html in a browser, or run: $(BIN)/newsgen serve"

serve: $(VENV)/installed
	$(BIN)/newsgen serve

test: lint
	$(BIN)/python -m pytest

# Many more tries of what the other tests try a few times: random sequences of changes, killed builds.
test-slow: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m slow

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "newsgen needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) site .newsgen dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
