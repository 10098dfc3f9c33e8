"""DuckDB making the tables Tavolo makes of the requests, from its own store.

    peers_duckdb_tables.py <database> <values.csv> <places.csv>

Every number of requests, of persons and of days that `tavolo compute` tells, by the same territories,
periods and breakdowns, and nothing of what it makes of them: no interval, no survival curve, no
disclosure control, nothing written down. Prints one JSON object.
"""

import json
import sys

import duckdb

YEAR, HALF, QUARTER = "y", "y, half", "y, quarter"
# The periods each level of territory has, without a breakdown and with one; "" is the whole territory.
PLAIN = {"comune": [YEAR, HALF], "ats": [YEAR, HALF, QUARTER], "snai": [YEAR, HALF],
         "": [YEAR, HALF, QUARTER]}
BROKEN_DOWN = {"comune": [YEAR], "ats": [YEAR, HALF], "snai": [YEAR], "": [YEAR, HALF, QUARTER]}
# Days have no breakdown by comune.
DAYS_BROKEN_DOWN = {level: periods for level, periods in BROKEN_DOWN.items() if level != "comune"}
BREAKDOWNS = ["", "area", "level_1", "channel"]
SPANS = ["to_response", "to_decision", "to_start"]

COUNTS = """count(*) AS n, count(*) FILTER (is_assisted) AS assisted,
    count(*) FILTER (started_on IS NULL AND closed_on IS NULL) AS waiting,
    count(*) FILTER (to_start IS NOT NULL) AS served"""
DAYS = ", ".join(
    f"count({span}) AS n_{span}, quantile_cont({span}, [0.5, 0.9]) AS quantiles_{span}, "
    + ", ".join(f"count(*) FILTER ({span} <= {days}) AS {span}_{days}" for days in [30, 60, 90, 180])
    for span in SPANS)
PERSONS = "count(DISTINCT person) AS persons"


def prepare(connection: duckdb.DuckDBPyConnection, values: str, places: str) -> None:
    """Places and service levels beside the requests; a spelling the list lacks is of no place."""
    connection.execute(
        """
        CREATE TEMP TABLE level AS
        SELECT valore AS service, left(codice, 1) AS level_1
        FROM read_csv($values, header = true, all_varchar = true) WHERE campo = 'servizio'
        """, {"values": values})
    connection.execute(
        """
        CREATE TEMP TABLE place AS
        SELECT label, istat, ats, snai
        FROM (SELECT DISTINCT comune AS label FROM request)
        JOIN read_csv($places, header = true, all_varchar = true)
          ON key = regexp_replace(upper(strip_accents(label)), '[^A-Z0-9]', '', 'g')
        """, {"places": places})
    connection.execute(
        """
        CREATE TEMP VIEW dated AS
        SELECT istat AS comune, ats, snai, area, level_1, channel, person, is_assisted, started_on,
          closed_on, year(requested_on) AS y, (quarter(requested_on) + 1) // 2 AS half,
          quarter(requested_on) AS quarter, first_response_on - requested_on AS to_response,
          decided_on - requested_on AS to_decision, started_on - requested_on AS to_start
        FROM request LEFT JOIN level USING (service) LEFT JOIN place ON request.comune = label
        WHERE requested_on IS NOT NULL
        """)


def make(
    connection: duckdb.DuckDBPyConnection, name: str, what: str, levels: dict, breakdown: str
) -> int:
    """One table with all its levels and periods; how many rows it has."""
    sets = [
        ", ".join(part for part in [level, period, breakdown] if part)
        for level, periods in levels.items() for period in periods
    ]
    keys = [level for level in levels if level] + ["y", "half", "quarter", *filter(None, [breakdown])]
    connection.execute(
        f"""
        CREATE TEMP TABLE {name} AS SELECT {", ".join(keys)}, {what} FROM dated
        GROUP BY GROUPING SETS ({", ".join(f"({of})" for of in sets)})
        """)
    return connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]


def main(database: str, values: str, places: str) -> dict:
    connection = duckdb.connect(database, read_only=True)
    prepare(connection, values, places)
    rows = 0
    for breakdown in BREAKDOWNS:
        suffix = breakdown or "total"
        levels = BROKEN_DOWN if breakdown else PLAIN
        rows += make(connection, f"counts_{suffix}", COUNTS, levels, breakdown)
        rows += make(
            connection, f"days_{suffix}", DAYS, DAYS_BROKEN_DOWN if breakdown else PLAIN, breakdown)
        if breakdown != "channel":
            rows += make(connection, f"persons_{suffix}", PERSONS, levels, breakdown)
    # The whole territory by year; where the place is not known a level has a row without a name too,
    # which is never the greater.
    total = connection.execute(
        """
        SELECT sum(n) FROM (
          SELECT max(n) AS n FROM counts_total
          WHERE half IS NULL AND quarter IS NULL AND coalesce(comune, ats, snai) IS NULL GROUP BY y)
        """).fetchone()[0]
    return {"rows": rows, "requested": int(total)}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
