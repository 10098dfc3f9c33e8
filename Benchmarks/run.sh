#!/bin/sh
# Measures Tavolo beside DuckDB and polars on the same file, in the same run.
#
#   Benchmarks/run.sh             100,000 and 1,000,000 requests; rewrites docs/performance.md
#   Benchmarks/run.sh 20000 …     other sizes; prints the tables and writes nothing
#
# TAVOLO is the binary to measure, REPETITIONS how many times each process is run.
set -eu
cd "$(dirname "$0")/.."

tavolo=${TAVOLO:-.build/release/tavolo}
venv=.build/bench-venv
wanted=Benchmarks/requirements.txt

if [ ! -x "$tavolo" ]; then
  echo "manca «$tavolo»: prima «make build»" >&2
  exit 66
fi
if ! cmp -s "$wanted" "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv" || {
    echo "l'ambiente Python non si può creare: serve il pacchetto python3-venv" >&2
    exit 69
  }
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$venv/requirements.txt"
fi
exec "$venv/bin/python" -B Benchmarks/bench.py --tavolo "$tavolo" \
  --repetitions "${REPETITIONS:-5}" "$@"
