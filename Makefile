# make run       serve the practice event on 127.0.0.1:8000 (make run PORT=8001 for another port)
# make install   only install: leaves .venv/bin/trivet (make install DATABASE=postgresql for a real event)
# make test      run the whole suite (make test ARGS="tests/process -k claim" for a part of it)
# make test DATABASE=postgresql      the same on two real PostgreSQL clusters, made for it
# make check     formatting, lint, types, layers, templates
# make format    put the formatting right
# make requirements   pin the requirements anew (add UPGRADE=--upgrade for newer versions)
# make clean     remove the environment and all caches, never ./data

PYTHON ?= python3
PORT ?= $(or $(TRIVET_PORT),8000)
WORKERS ?= auto
ARGS ?=
DATABASE ?= sqlite
UPGRADE ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PIN := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM WORKERS

.DEFAULT_GOAL := help
.PHONY: help run install develop test browser check format requirements map clean

help:
	@sed -n 's/^# make/make/p' Makefile

run: .venv/installed
	@exec $(BIN)/trivet practice --port $(PORT)

install: .venv/installed $(if $(filter postgresql,$(DATABASE)),.venv/postgresql)
	@echo "Trivet is installed: .venv/bin/trivet"

develop: .venv/installed .venv/developing

test: browser develop
	@$(if $(filter postgresql,$(DATABASE)),$(BIN)/python tests/clusters.py) $(BIN)/pytest --numprocesses $(WORKERS) $(ARGS)

browser:
	@test -n "$(CHROMIUM)" || { echo "The tests need the browser Chromium, and none was found. On Debian or Ubuntu, run: sudo apt install chromium"; exit 1; }

check: develop
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/imports
	$(BIN)/djlint --quiet --lint src/trivet/templates
	$(BIN)/djlint --quiet --check src/trivet/templates

format: develop
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .
	-$(BIN)/djlint --quiet --reformat src/trivet/templates

requirements: develop
	$(PIN) $(UPGRADE) --group build pyproject.toml --output-file requirements/run.txt
	$(PIN) $(UPGRADE) --extra postgresql pyproject.toml --constraint requirements/run.txt --output-file requirements/postgresql.txt
	$(PIN) $(UPGRADE) --group develop pyproject.toml --constraint requirements/postgresql.txt --output-file requirements/test.txt

map: develop
	$(BIN)/python docs/make_map.py
	$(BIN)/python docs/make_thieves.py

clean:
	rm -rf .venv .cache .hypothesis htmlcov

# The files below are stamps: a step runs again only when what it was made from has changed.

.venv/made:
	@command -v $(PYTHON) >/dev/null || { echo "Trivet needs Python 3.11 or newer, and no $(PYTHON) was found. On Debian or Ubuntu, run: sudo apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Trivet needs Python 3.11 or newer, and this is $$($(PYTHON) --version). If a newer one is installed, name it: make run PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python is here, but not the part of it that makes virtual environments. On Debian or Ubuntu, run: sudo apt install python3-venv"; exit 1; }
	@echo "Making a virtual environment in .venv …"
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; echo "Python could not make a virtual environment. On Debian or Ubuntu, run: sudo apt install python3-venv"; exit 1; }
	@touch $@

.venv/installed: .venv/made requirements/run.txt pyproject.toml
	@echo "Installing Trivet …"
	@$(PIP) --require-hashes --requirement requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/postgresql: .venv/installed requirements/postgresql.txt
	@echo "Installing what speaks to PostgreSQL …"
	@$(PIP) --require-hashes --requirement requirements/postgresql.txt
	@touch $@

.venv/developing: .venv/installed requirements/test.txt
	@echo "Installing what the tests and checks need …"
	@$(PIP) --require-hashes --requirement requirements/test.txt
	@touch $@
