"""Derives the reference tables of datasets/ from the public files they come from.

    python3 datasets/reference/derive.py --data DIR [--province 080] [--out datasets]

DIR holds the publishers' files as downloaded (see README.md for the list). Nothing in DIR is
changed. The same files give the same bytes; every table gets an `.origin.json` beside it.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

sys.dont_write_bytecode = True

from derive import archivio, comuni, confini, curated, festivita, italia, nomi, pnrr, province, snai  # noqa: E402
from derive.common import Job  # noqa: E402


def main() -> int:
    here = Path(__file__).resolve().parent
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", required=True, type=Path, help="folder with the publishers' files")
    options.add_argument("--province", default="080", help="ISTAT code or letters of the province (default 080)")
    options.add_argument("--out", type=Path, default=here.parent, help="the datasets folder to write")
    job = Job(**vars(options.parse_args()), input=here / "input")
    job = replace(job, province=comuni.province_code(job))

    # Order matters: comuni needs the boundaries' points, names need comuni and the whole country.
    table = comuni.write(job, confini.write(job))
    snai.write(job, table)
    country = italia.write(job)
    province.write(job)
    archivio.write(job)
    nomi.write(job, table, country)
    festivita.write(job)
    pnrr.write(job, table[0]["sigla"])
    curated.write_origins(job)
    return 0


if __name__ == "__main__":
    sys.exit(main())
