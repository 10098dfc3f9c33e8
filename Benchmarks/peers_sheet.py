"""A spreadsheet of the same requests: made once, then read by calamine, the reader of polars.

    peers_sheet.py write <utf-8 csv> <xlsx> <rows>
    peers_sheet.py read  <xlsx>

Fifteen columns; dates are dates and years numbers, as a workbook of an office has them. Each command
prints one JSON object.
"""

import csv
import datetime
import itertools
import json
import sys

import layout


def write(source: str, target: str, rows: int) -> dict:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet = workbook.add_worksheet("Richieste")
    date = workbook.add_format({"num_format": "dd/mm/yyyy"})
    columns = layout.COLUMNS[:-1]
    sheet.write_row(0, 0, columns)
    with open(source, encoding="utf-8", newline="") as file:
        records = itertools.islice(csv.reader(file, delimiter=";"), layout.LINES_BEFORE_DATA, None)
        # The total at the foot of a small file is no request: Tavolo leaves it out.
        records = (record for record in records if record[0] != layout.TOTAL_LABEL)
        place = 0
        for place, record in enumerate(itertools.islice(records, rows), start=1):
            for column, (name, cell) in enumerate(zip(columns, record)):
                try:
                    if name in layout.DATES and cell:
                        day = datetime.datetime.strptime(cell, layout.DATE_FORMAT)
                        sheet.write_datetime(place, column, day, date)
                    elif name == "birth_year" and cell:
                        sheet.write_number(place, column, int(cell))
                    elif cell:
                        sheet.write_string(place, column, cell)
                except ValueError:
                    sheet.write_string(place, column, cell)
    workbook.close()
    return {"rows": place}


def read(source: str) -> dict:
    import polars as pl

    frame = pl.read_excel(source, engine="calamine")
    return {"rows": frame.height, "columns": frame.width}


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "write":
        print(json.dumps(write(arguments[0], arguments[1], int(arguments[2]))))
    else:
        print(json.dumps(read(*arguments)))
