# Two commands matter: make demo, make test.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
OUT ?= out
EVERY_CORE := -n auto --dist worksteal
# Many short programs are started; each would compile the whole again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo web test check bench bench-office bench-audit fuzz docs words lock clean

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(VENV)/.ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/.ready-web: $(VENV)/.ready requirements-web.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-web.lock
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready-web requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

demo: $(VENV)/.ready  ## evaluate the real Baotou programme into out/
	$(BIN)/shanhe demo $(OUT) --force

web: $(VENV)/.ready-web  ## the office in a browser, on this machine
	$(BIN)/shanhe serve

check: $(VENV)/.ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Tests run on all cores. Those of the browser run apart: its driver keeps an event loop open, in which the
# database may not be asked.
test: check  ## style, types, import contracts, the office on PostgreSQL where it is installed, pages in a browser, then all
	$(BIN)/python tests/with_postgres.py $(BIN)/pytest $(EVERY_CORE) tests/office
	$(BIN)/pytest -n auto --dist loadfile tests/browser
	$(BIN)/pytest $(EVERY_CORE) --ignore=tests/browser

bench: $(VENV)/.ready-dev  ## measure start, reading, rules, writing; a large programme
	$(BIN)/python bench/run.py

bench-office: $(VENV)/.ready-dev  ## an office with a thousand programmes on PostgreSQL: how fast its pages come
	$(BIN)/python tests/with_postgres.py --durable $(BIN)/python bench/office/run.py

bench-audit: $(VENV)/.ready-dev  ## plant errors in reports and see which are found
	$(BIN)/python bench/audit/run.py

fuzz: $(VENV)/.ready-dev  ## broken workbooks and numbers, at length
	SHANHE_FUZZ=1 $(BIN)/python tests/with_postgres.py $(BIN)/pytest $(EVERY_CORE) tests/office
	SHANHE_FUZZ=1 $(BIN)/pytest -n auto --dist loadfile tests/browser
	SHANHE_FUZZ=1 $(BIN)/pytest $(EVERY_CORE) --ignore=tests/browser

docs: $(VENV)/.ready-dev  ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

words: $(VENV)/.ready-dev  ## collect what the pages say, and compile its English
	$(BIN)/python docs/translate.py

lock: $(VENV)/.ready-dev  ## resolve the newest versions and pin them with hashes
	$(BIN)/uv lock
	$(BIN)/uv export --quiet --no-dev --no-emit-project --format requirements-txt -o requirements.lock
	$(BIN)/uv export --quiet --no-dev --extra web --no-emit-project --format requirements-txt -o requirements-web.lock
	$(BIN)/uv export --quiet --only-dev --no-emit-project --format requirements-txt -o requirements-dev.lock

clean:  ## remove the environment and all that was made
	rm -rf $(VENV) $(OUT) .mypy_cache .pytest_cache .ruff_cache
