#!/bin/sh
# Measures Tavolo beside DuckDB, polars and sqlite3 on the same file, in the same run.
#
#   Benchmarks/run.sh             100 thousand, 1 and 5 million requests; rewrites docs/performance.md
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
if ! command -v sqlite3 >/dev/null; then
  echo "manca «sqlite3»: è il pacchetto Debian dello stesso nome" >&2
  exit 69
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
