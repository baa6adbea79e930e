# make run [LOG=path]   set up what is missing and open a log (without LOG: a shipped example with an incident in it)
# make test             set up what is missing and run the tests
# make lint             style, types and the import contracts
# make bench            measure, print a table and write bench/results.md (BENCH_ARGS=--quick for 100 MB instead of 1 GB)
# make bench-anomaly    measure how well anomalies and message patterns are found and print the table (LOGHUB=DIR: labelled logs)
# make formats-table    write docs/formats.md anew from the corpus of real logs beside the project
# make fuzz             open 20,000 damaged logs (FUZZ_ARGS="CASES SEED")
# make bench-rounds     what looking at the findings again costs when 1,000 lines came, with 1 and 5 million records before them
# make bench-live       follow a log that a real process writes, in the real window (LIVE_ARGS="--quick --only latency")
# make bench-pii        accuracy and speed of finding personal data (PII_ARGS="--logs L.jsonl --labels L.labels.jsonl")
# make translations     collect the texts of the window for resources/translations and make what the program reads of them
# make screenshots      take the pictures of the user guide and of the README anew, light and dark
# make guide            write the generated parts of docs/guide and README.md anew: formats, filter language, keys, settings
# make package          build what people install: the program in one directory, a .tar.gz and a .deb of it, in dist/
# make package-test     try what was built on a display of its own (INSTALL=1, as root: also the .deb with apt)
# make clean            remove the environment and everything that was built

PYTHON ?= python3
LOG ?= resources/examples/incident.jsonl
SCREENSHOT ?= build/aidebug.png
# Half of a test's time is waiting: for programs, windows and files that are written.
WORKERS ?= $(shell echo $$(( ($$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) * 3 + 1) / 2 )))
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: translations run test lint format bench bench-anomaly bench-rounds bench-live bench-pii screenshots guide clean formats-table fuzz package package-test
.DEFAULT_GOAL := run

$(INSTALLED): pyproject.toml packaging/bootstrap.py
	@command -v "$(PYTHON)" >/dev/null || { echo "There is no $(PYTHON) here. On Debian: sudo apt-get install python3 python3-venv"; exit 1; }
	@"$(PYTHON)" packaging/bootstrap.py --venv $(VENV)

run: $(INSTALLED)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
	    echo "There is no display here. This is the window as a picture:"; \
	    mkdir -p "$(dir $(SCREENSHOT))"; \
	    $(BIN)/aidebug-gui "$(LOG)" --screenshot "$(SCREENSHOT)"; \
	else \
	    $(BIN)/aidebug-gui "$(LOG)"; \
	fi

test: $(INSTALLED)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TEST_ARGS)

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(INSTALLED)
	$(BIN)/python -m tests.bench.run $(BENCH_ARGS)

bench-anomaly: $(INSTALLED)
	$(BIN)/python -m tests.bench.bench_anomaly --table $(if $(LOGHUB),--loghub $(LOGHUB)) $(BENCH_ARGS)

bench-rounds: $(INSTALLED)
	$(BIN)/python -m tests.bench.bench_rounds $(ROUNDS_ARGS)

formats-table: $(INSTALLED)
	$(BIN)/python -m tests.formats.table

fuzz: $(INSTALLED)
	$(BIN)/python -m tests.fuzz.mutate $(FUZZ_ARGS)

bench-live: $(INSTALLED)
	$(BIN)/python -m tests.bench.bench_live $(LIVE_ARGS)

bench-pii: $(INSTALLED)
	$(BIN)/python -m tests.bench.bench_pii $(PII_ARGS)

translations: $(INSTALLED)
	$(BIN)/python packaging/translations.py

screenshots: $(INSTALLED)
	$(BIN)/python packaging/screenshots.py
	QT_QPA_PLATFORM=offscreen $(BIN)/aidebug-gui resources/examples/incident.jsonl --size 1440x900 --theme light --screenshot docs/screenshot.png

guide: $(INSTALLED)
	$(BIN)/python packaging/guide.py

package:
	@"$(PYTHON)" packaging/build.py

package-test:
	@"$(PYTHON)" packaging/check.py $(if $(INSTALL),--install)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
