# make run       the example docket: sets up .venv, reads the stories of 2021-22 into build/examples.db, shows where it stands
# make test      everything that is checked: lint, types, layers, the stories of the tests, the tests
# make check     the quick half of it: lint, types, layers
# make evaluate  scores against the floors; DATA=DIR adds the corpora in DIR and the peers on them
# make shown     what the documents and the golden files show of the program, made anew
# make words     the catalogues of the pages anew from what they say, and compiled (needs Debian's package gettext)
# make lock      the packages of requirements/ anew

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
STORIES := $(wildcard tests/stories/*)
# The docket that make run builds from the examples; it can be deleted at any time.
EXAMPLE := build/examples.db\#guarantees
TEXTS := examples/2021-22-texts
# The least coverage (lines and branches, per cent) of what reads; what it is measured on stands below it.
COVERAGE := 100
COVERED := src/rejoinder/model/*,src/rejoinder/reading/*,src/rejoinder/docket/*,src/rejoinder/matching/*

.PHONY: run test check evaluate benchmark shown words lock lint types layers stories tests clean

run: $(VENV)/run.stamp
	@$(BIN)/rejoinder status '$(EXAMPLE)' >/dev/null 2>&1 || $(BIN)/rejoinder new '$(EXAMPLE)' --title "Security guarantees 2021-22"
	$(BIN)/rejoinder add '$(EXAMPLE)' examples/2021-22
	$(BIN)/rejoinder add '$(EXAMPLE)' $(TEXTS)/draft-treaty-with-the-united-states.txt --draft \
		--by Russia --to 'United States' --tabled 2021-12-15 --published 2021-12-17
	$(BIN)/rejoinder add '$(EXAMPLE)' $(TEXTS)/draft-agreement-with-nato.txt --draft \
		--by Russia --to NATO --tabled 2021-12-15 --published 2021-12-17
	$(BIN)/rejoinder add '$(EXAMPLE)' $(TEXTS)/reply-of-the-united-states.txt \
		--reply-to $(TEXTS)/draft-treaty-with-the-united-states.txt \
		--by 'United States' --to Russia --tabled 2022-01-26 --published 2022-02-02
	$(BIN)/rejoinder status '$(EXAMPLE)' --as-of 2022-02-17
	$(BIN)/rejoinder table '$(EXAMPLE)' --as-of 2022-02-17 --text $(TEXTS)/draft-treaty-with-the-united-states.txt
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/rejoinder serve --db build/examples.db; fi

test: check stories tests

check: lint types layers

lint: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet

types: $(VENV)/test.stamp
	$(BIN)/mypy

layers: $(VENV)/test.stamp
	$(BIN)/lint-imports

stories: $(VENV)/test.stamp
	$(BIN)/python -m evaluation.stories $(STORIES)

tests: $(VENV)/test.stamp
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report --include='$(COVERED)' --fail-under=$(COVERAGE)

evaluate: $(VENV)/evaluation.stamp
	$(BIN)/python -m evaluation $(if $(DATA),--data $(DATA))

benchmark: $(VENV)/run.stamp
	$(BIN)/python -m evaluation.benchmark
	$(BIN)/python -m evaluation.docket_benchmark
	$(BIN)/python -m evaluation.page_benchmark

shown: $(VENV)/test.stamp
	$(BIN)/python -m tests.shown

$(VENV)/build.stamp: requirements/build.txt
	@test -n "$(PYTHON)" || { echo "Rejoinder needs Python 3.11 or newer: install it, or give its path as PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/%.stamp: requirements/%.txt $(VENV)/build.stamp pyproject.toml
	$(PIP) --require-hashes -r $<
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

LOCK := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

words: $(VENV)/test.stamp
	cd src/rejoinder/web && $(abspath $(BIN))/django-admin makemessages --locale fr --locale ru --extension html,py \
		--no-location --no-wrap --no-obsolete
	cd src/rejoinder/web && $(abspath $(BIN))/django-admin compilemessages

lock: $(VENV)/build.stamp
	$(PIP) uv
	$(LOCK) requirements/build.in --output-file requirements/build.txt
	$(LOCK) pyproject.toml --extra all --output-file requirements/evaluation.txt
	$(LOCK) pyproject.toml --extra test --constraint requirements/evaluation.txt --output-file requirements/test.txt
	$(LOCK) pyproject.toml --constraint requirements/evaluation.txt --output-file requirements/run.txt
	@! grep --line-number --extended-regexp 'https?:|file:|find-links|index-url' requirements/*.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
