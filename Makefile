# make site   builds the sample archive of this repository into site/
# make test   runs all checks and tests
# Both make .venv first; they need Python 3.11 or newer and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test test-slow lint checkers fonts catalogues clean

site: $(VENV)/installed
	$(BIN)/newsgen build
	@echo "Open site/index.html in a browser, or run: $(BIN)/newsgen serve"

serve: $(VENV)/installed
	$(BIN)/newsgen serve

test: lint checkers
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# Many more tries of what the other tests try a few times: random sequences of changes, killed builds.
test-slow: $(VENV)/installed-dev checkers
	$(BIN)/python -m pytest -m slow

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# axe-core, the Nu HTML checker and Lighthouse: for the tests alone, where npm is there to fetch them.
checkers:
	@! command -v npm >/dev/null || $(MAKE) --no-print-directory tests/checkers/node_modules

tests/checkers/node_modules: tests/checkers/package.json
	npm install --prefix tests/checkers --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The theme's fonts of the fonts that they are made of; the results are part of the repository.
fonts: $(VENV)/installed-dev
	$(BIN)/python fonts/subset.py

# Bring the interface's catalogues up to date with what the templates and the code say; then translate.
catalogues: $(VENV)/installed-dev
	$(BIN)/pybabel --quiet extract --mapping=pyproject.toml --keyword=text --keyword=said --keyword=message \
		--keyword=_forms:1,2 --no-location --sort-output --output=$(VENV)/messages.pot .
	for language in ar fa fr; do \
		$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --no-location --sort-output --width=118 \
			--omit-header --input-file=$(VENV)/messages.pot --locale=$$language \
			--output-file=src/newsgen/render/locale/$$language.po || exit 1; \
	done

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
