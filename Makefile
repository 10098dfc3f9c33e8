# What a newcomer types. Everything else is in README.md and CONTRIBUTING.md.

AS_OF ?= 2026-06-30
WORKSPACE ?= .
TAVOLO = .build/release/tavolo

.PHONY: run build test check bench sample reference docs clean packages

## Reads the repository's own datasets and writes reports/<as-of>/.
run: build
	@$(TAVOLO) run --workspace $(WORKSPACE) --as-of $(AS_OF)

build: packages
	@swift build -c release --product tavolo

## Every test.
test: packages
	@swift build --build-tests
	@swift test --skip-build

## Format lint and a build in which warnings are errors.
check: packages
	@swift format lint --strict --recursive Package.swift Sources Tests
	@swift build --build-tests

## Speed and memory beside DuckDB and polars on the same file, in the same run.
bench: build
	@Benchmarks/run.sh

## The synthetic deliveries of datasets/sources, written anew.
sample: build
	@$(TAVOLO) sample --seed 1 --requests 12000 --as-of $(AS_OF) --out datasets/sources

## Generated pages of docs/.
docs: build
	@$(TAVOLO) docs --workspace .

## Debian packages the build needs; nothing is done when they are there.
packages:
	@scripts/install-packages.sh

clean:
	@rm -rf .build reports/[0-9]* receipts tavolo.sqlite
