# What a newcomer types. Everything else is in README.md and CONTRIBUTING.md.

AS_OF ?= 2026-06-30
# An earlier edition, for the bulletin between the two.
BEFORE ?= 2026-03-31
WORKSPACE ?= .
TAVOLO = .build/release/tavolo

.PHONY: run build test check check-web bench sample sample-report docs clean packages

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

## What readers get, in a real browser and in both languages: edition, bulletin, receipts, templates. Says so
## and stops with 69 where a tool is missing.
check-web: build
	@rm -rf .build/web && mkdir -p .build/web/it .build/web/en
	@for lang in it en; do \
	  common="--quiet --workspace .build/web/$$lang --lang $$lang" && \
	  ln -s "$(CURDIR)/datasets" .build/web/$$lang/datasets && \
	  $(TAVOLO) run $$common --as-of $(BEFORE) && $(TAVOLO) run $$common --as-of $(AS_OF) && \
	  $(TAVOLO) compare $$common $(BEFORE) $(AS_OF) >/dev/null && \
	  $(TAVOLO) template $$common --all --out .build/web/$$lang/template >/dev/null || exit 1; \
	done
	@python3 Tests/Web/check.py $(foreach lang,it en,$(addprefix .build/web/$(lang)/, \
	  reports/$(AS_OF) reports/revisioni/$(BEFORE)_$(AS_OF) receipts template))
	@scripts/sample-report.py --tavolo $(TAVOLO) --out .build/web/sample
	@python3 Tests/Web/pictures.py reports/sample .build/web/sample .build/web/pictures

## Speed and memory beside DuckDB and polars on the same file, in the same run.
bench: build
	@Benchmarks/run.sh

## The synthetic deliveries of datasets/sources, written anew.
sample: build
	@$(TAVOLO) sample --seed 1 --requests 12000 --as-of $(AS_OF) --out datasets/sources

## reports/sample, the small edition the repository keeps, written anew.
sample-report: build
	@scripts/sample-report.py --tavolo $(TAVOLO)

## Generated pages of docs/.
docs: build
	@$(TAVOLO) docs --workspace .

## Debian packages the build needs; nothing is done when they are there.
packages:
	@scripts/install-packages.sh

clean:
	@rm -rf .build reports/[0-9]* receipts tavolo.sqlite
