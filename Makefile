.DEFAULT_GOAL := help
.NOTPARALLEL:
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Every verb of editors takes story=FOLDER: the data/ and site/ of another story.
BUILD = $(BIN)/python build.py $(if $(story),--story "$(story)")
PYTHONPATH := src
export PYTHONPATH
# What Python has compiled it keeps, for every command here begins with loading it.
unexport PYTHONDONTWRITEBYTECODE
# Two processes; one that has no test left takes some of the other's.
BOTH := -n 2 --dist worksteal

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: site
site: .venv/site.stamp ## read data/, judge it, and publish site/; with address=URL out=DIR, there (keep=yes: docs/publishing.md)
	@$(BUILD) build $(if $(address),--address "$(address)") $(if $(out),--out "$(out)") $(if $(keep),--keep)

.PHONY: quick
quick: .venv/test.stamp ## run the tests that take no browser and little time
	@$(BIN)/python -m pytest $(BOTH) -m "not slow"

.PHONY: test
test: .venv/test.stamp browser ## run every test: style, types, import order, pages in a browser
	@$(BIN)/python -m pytest $(BOTH)

.PHONY: check
check: .venv/site.stamp ## judge data/ quickly; with against=REV, also whether changes.yaml tells what changed
	@$(BUILD) check $(if $(against),--against $(against))

.PHONY: style
style: .venv/test.stamp ## judge how the code is written: common mistakes, format, types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary

.PHONY: fix
fix: .venv/test.stamp ## put the code in the house format
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet

.PHONY: serve
serve: .venv/site.stamp ## preview on this computer; rebuilds when data/ or templates/ are saved
	@exec $(BUILD) serve $(if $(port),--port $(port)) $(if $(host),--host $(host))

.PHONY: bench
bench: .venv/test.stamp ## measure builds, saves, pages and growth beside two peers and a plain page (minutes)
	@$(BIN)/python -m tests.bench

.PHONY: pdf
pdf: .venv/test.stamp browser ## print the story of a site built for an address, as PDF: out=public
	@$(BIN)/python -m tests.support.handout "$(out)"

.PHONY: reviewed
reviewed: .venv/site.stamp ## list translations to compare; with name=…, remember that they are up to date
	@$(BUILD) reviewed $(name)

.PHONY: changes
changes: .venv/site.stamp ## tell what readers would see change since site/ was committed; since=REV
	@$(BUILD) changes $(since) || test $$? -eq 4

.PHONY: explain
explain: .venv/site.stamp ## tell where a figure, claim or statement comes from and where it stands: name=…
	@$(BUILD) explain "$(name)"

.PHONY: new
new: .venv/site.stamp ## begin something in data/: what="figure my_key", chapter, source, claim, "table export.csv", "story ../bees" …
	@$(BUILD) new $(what) $(if $(decimal),--decimal "$(decimal)") $(if $(languages),--languages "$(languages)")

.PHONY: tidy
tidy: .venv/site.stamp ## show the house form of a CSV file: file=…; with write=yes, write it so
	@$(BUILD) fix "$(file)" $(if $(write),--write) $(if $(decimal),--decimal "$(decimal)")

.PHONY: rename
rename: .venv/site.stamp ## call a figure, table, source … by another name: from=… to=…
	@$(BUILD) rename "$(from)" "$(to)"

.PHONY: accept
accept: .venv/test.stamp ## take drawings and pages of the test editions as they look now; name=… for one
	@$(BIN)/python -m tests.support.accepted $(name)

.PHONY: lock
lock: ## pin what pyproject.toml asks for, with hashes, in .requirements/
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/pip install --quiet --quiet "$$(sed -n 's/^lock = \["\(.*\)"\]/\1/p' pyproject.toml)"
	@for set in site test; do \
	  group=; test $$set = site || group="--group $$set"; \
	  .cache/lock/bin/uv pip compile pyproject.toml $$group --quiet --universal \
	    --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	    --custom-compile-command "make lock" --output-file .requirements/$$set.txt > /dev/null || exit 1; \
	done

.PHONY: clean
clean: ## remove what can be made again; site/ stays
	@rm -rf .venv .cache .hypothesis .site-new .site-old
	@find src tests -name __pycache__ -prune -exec rm -rf {} +

.PHONY: browser
browser:
	@.ci/browser > /dev/null

# Without pip, .venv is a rest of what broke off.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv .venv

# What the tests need holds what the site needs.
.venv/%.stamp: .requirements/%.txt | .venv/bin/pip
	@echo 'Installing what is needed in .venv/ (once; about half a minute) …'
	@.ci/install $< "make $(MAKECMDGOALS)"
	@touch .venv/site.stamp $@
