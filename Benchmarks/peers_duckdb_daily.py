"""Daily exports into DuckDB, where the newest version of a request takes the place of the one before.

    peers_duckdb_daily.py <store> <csv>…

Each file is one transaction, as it comes. Prints one JSON object.
"""

import json
import sys

import duckdb

store, *files = sys.argv[1:]
connection = duckdb.connect(store)
connection.execute(
    "CREATE TABLE IF NOT EXISTS request (id TEXT PRIMARY KEY, comune TEXT, requested DATE, "
    "channel TEXT, service TEXT, area TEXT)")
for file in files:
    connection.execute(
        """
        INSERT OR REPLACE INTO request
        SELECT * FROM read_csv(
          ?, delim = ';', header = true, dateformat = '%d/%m/%Y', columns = {
            'id': 'TEXT', 'comune': 'TEXT', 'requested': 'DATE', 'channel': 'TEXT', 'service': 'TEXT',
            'area': 'TEXT'})
        """, [file])
[(requests,)] = connection.execute("SELECT count(*) FROM request").fetchall()
connection.close()
print(json.dumps({"requests": requests}))
