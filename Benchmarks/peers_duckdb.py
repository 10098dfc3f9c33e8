"""DuckDB doing what can be compared: a typed load into its own file, and the group-bys from it.

    peers_duckdb.py load   <utf-8 csv> <database>
    peers_duckdb.py groups <database> <values.csv> <output folder>

Threads and memory are DuckDB's own defaults. Each command prints one JSON object.
"""

import json
import sys

import duckdb
import layout


def load(csv: str, database: str) -> dict:
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in layout.COLUMNS)
    # Like Tavolo: an impossible optional date is a missing date, not a lost row.
    dates = ", ".join(
        f"try_strptime({name}, '{layout.DATE_FORMAT}')::DATE AS {name}" for name in layout.DATES
    )
    connection = duckdb.connect(database)
    # Rows with too many cells are skipped, as Tavolo refuses them.
    connection.execute(
        f"""
        CREATE TABLE request AS
        SELECT * EXCLUDE (notes) REPLACE (
          {dates}, try_cast(birth_year AS SMALLINT) AS birth_year,
          is_assisted = 'SI' AS is_assisted)
        FROM read_csv($csv, auto_detect = false, delim = ';', quote = '"', escape = '"',
          header = false, skip = {layout.LINES_BEFORE_DATA}, ignore_errors = true,
          columns = {{{columns}}})
        WHERE request_id IS DISTINCT FROM '{layout.TOTAL_LABEL}'
        """,
        {"csv": csv},
    )
    counts = connection.execute(
        "SELECT count(*), count(requested_on), count(started_on) FROM request"
    ).fetchone()
    connection.close()
    return dict(zip(["rows", "requested", "started"], counts))


def groups(database: str, values: str, folder: str) -> dict:
    connection = duckdb.connect(database, read_only=True)
    connection.execute(
        """
        CREATE TEMP TABLE level AS
        SELECT valore AS service, left(codice, 1) AS level_1
        FROM read_csv($values, header = true, all_varchar = true) WHERE campo = 'servizio'
        """,
        {"values": values},
    )
    count = """
        SELECT comune, date_trunc('quarter', requested_on) AS quarter, {key} AS key, count(*) AS n
        FROM request {join} WHERE requested_on IS NOT NULL GROUP BY ALL
        """
    queries = {
        "area": count.format(key="area", join=""),
        "service": count.format(key="level_1", join="LEFT JOIN level USING (service)"),
        "channel": count.format(key="channel", join=""),
        "days": """
            SELECT comune, year(requested_on) AS y, quarter(requested_on) > 2 AS second_half,
              count(*) AS n, quantile_cont(started_on - requested_on, 0.5) AS median,
              quantile_cont(started_on - requested_on, 0.9) AS p90
            FROM request WHERE requested_on IS NOT NULL AND started_on IS NOT NULL GROUP BY ALL
            """,
        "persons": """
            SELECT comune, year(requested_on) AS y, count(DISTINCT person) AS persons
            FROM request WHERE requested_on IS NOT NULL GROUP BY ALL
            """,
    }
    result = {}
    for name, query in queries.items():
        connection.execute(f"CREATE TEMP TABLE out_{name} AS {query}")
        connection.execute(f"COPY out_{name} TO '{folder}/{name}.csv'")
        result[name] = connection.execute(f"SELECT count(*) FROM out_{name}").fetchone()[0]
    medians, p90s = connection.execute("SELECT sum(median), sum(p90) FROM out_days").fetchone()
    persons = connection.execute("SELECT sum(persons) FROM out_persons").fetchone()[0]
    return result | {
        "sum_median": round(medians, 3), "sum_p90": round(p90s, 3), "sum_persons": int(persons)
    }


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    print(json.dumps({"load": load, "groups": groups}[command](*arguments)))
