"""What an independent reader sees in the workbooks of ../shared/data/parsers.

    pip install python-calamine && python scripts/corpus/workbooks.py > scripts/corpus/workbooks.csv

One line per sheet: its number of filled cells and the SHA-256 of their canonical list. Derived facts, not the
files. A cell is `row,column,kind,value`: numbers as the bits of their double, dates and times in ISO 8601 rounded
to the second, texts as they are; rows of blanks and error cells, which this reader does not give, are left out. `WorkbookDigestTests` makes the same list with
Tavolo's readers.
"""

import csv
import datetime
import hashlib
import pathlib
import struct
import sys

import python_calamine

ROOT = pathlib.Path(__file__).resolve().parents[2].parent / "shared/data/parsers"
FOLDERS = {"calamine": (".xlsx", ".xlsm", ".ods"), "rust_xlsxwriter_excel2007": (".xlsx",)}


def clock(seconds):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def canonical(value):
    """Kind and text of a cell; None for a blank one."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "b", str(value).lower()
    if isinstance(value, (int, float)):
        return "n", struct.pack(">d", float(value)).hex()
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return ("d" if seconds < 86400 else "t"), clock(seconds)
    if isinstance(value, datetime.time):
        return "d", clock(round(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6))
    if isinstance(value, datetime.datetime):
        if value.microsecond >= 500000:
            value += datetime.timedelta(seconds=1)
        value = value.replace(microsecond=0)
        return "d", value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return "d", value.isoformat()
    return "t", value


def lines(sheet):
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [(column, canonical(value)) for column, value in enumerate(row)]
        cells = [(column, cell) for column, cell in cells if cell]
        if all(not cell[1].strip(" \t\r\n") for _, cell in cells):
            continue
        for column, (kind, text) in cells:
            yield f"{number},{column},{kind},{text}\n"


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["file", "position", "sheet", "cells", "sha256"])
    for folder, endings in FOLDERS.items():
        for path in sorted((ROOT / folder).iterdir()):
            if path.suffix not in endings:
                continue
            name = f"{folder}/{path.name}"
            try:
                book = python_calamine.CalamineWorkbook.from_path(str(path))
                names = book.sheet_names
            except Exception as error:
                out.writerow([name, "", "", "", f"error: {type(error).__name__}"])
                continue
            for position, sheet in enumerate(names, 1):
                try:
                    found = list(lines(book.get_sheet_by_index(position - 1)))
                except Exception as error:
                    out.writerow([name, position, sheet, "", f"error: {type(error).__name__}"])
                    continue
                digest = hashlib.sha256("".join(found).encode()).hexdigest()
                out.writerow([name, position, sheet, len(found), digest])


if __name__ == "__main__":
    main()
