"""polars doing what can be compared: a typed load into Parquet, and the group-bys from it.

    peers_polars.py load   <utf-8 csv> <parquet>
    peers_polars.py groups <parquet> <values.csv> <output folder>

Lazy and streaming where polars can; threads are its own default. Each command prints one JSON
object, the same as the DuckDB peer's.
"""

import json
import sys

import layout
import polars as pl


def load(csv: str, parquet: str) -> dict:
    names = layout.COLUMNS + layout.SHIFTED
    rows = pl.scan_csv(
        csv, separator=";", has_header=False, skip_lines=layout.LINES_BEFORE_DATA,
        schema={name: pl.String for name in names}, truncate_ragged_lines=True,
        missing_columns="insert",
    )
    # Shifted rows are dropped, as Tavolo refuses them.
    typed = (
        rows.filter(
            pl.col("request_id").ne_missing(layout.TOTAL_LABEL)
            & pl.col(layout.SHIFTED[0]).is_null()
        )
        .with_columns(
            pl.col(layout.DATES).str.to_date(layout.DATE_FORMAT, strict=False),
            pl.col("birth_year").cast(pl.Int16, strict=False),
            pl.col("is_assisted") == "SI",
            pl.col(layout.LABELS).cast(pl.Categorical),
        )
        .drop("notes", *layout.SHIFTED)
    )
    typed.sink_parquet(parquet)
    counts = (
        pl.scan_parquet(parquet)
        .select(
            pl.len().alias("rows"), pl.col("requested_on").count().alias("requested"),
            pl.col("started_on").count().alias("started"),
        )
        .collect()
    )
    return counts.row(0, named=True)


def groups(parquet: str, values: str, folder: str) -> dict:
    level = (
        pl.scan_csv(values, infer_schema=False)
        .filter(pl.col("campo") == "servizio")
        .select(
            pl.col("valore").cast(pl.Categorical).alias("service"),
            pl.col("codice").str.head(1).alias("level_1"),
        )
    )
    day = pl.col("requested_on")
    dated = pl.scan_parquet(parquet).filter(day.is_not_null())
    quarter = day.dt.truncate("1q").alias("quarter")
    year = day.dt.year().alias("y")
    days = (pl.col("started_on") - day).dt.total_days()

    def count(rows: pl.LazyFrame, key: str) -> pl.LazyFrame:
        return rows.group_by("comune", quarter, pl.col(key).alias("key")).agg(pl.len().alias("n"))

    queries = {
        "area": count(dated, "area"),
        "service": count(dated.join(level, on="service", how="left"), "level_1"),
        "channel": count(dated, "channel"),
        "days": dated.filter(pl.col("started_on").is_not_null())
        .group_by("comune", year, (day.dt.quarter() > 2).alias("second_half"))
        .agg(
            pl.len().alias("n"),
            days.quantile(0.5, "linear").alias("median"),
            days.quantile(0.9, "linear").alias("p90"),
        ),
        "persons": dated.group_by("comune", year).agg(
            # As SQL counts: a missing identifier is nobody.
            pl.col("person").drop_nulls().n_unique().alias("persons")
        ),
    }
    tables = dict(zip(queries, pl.collect_all(queries.values())))
    for name, table in tables.items():
        table.write_csv(f"{folder}/{name}.csv")
    return {name: table.height for name, table in tables.items()} | {
        "sum_median": round(tables["days"]["median"].sum(), 3),
        "sum_p90": round(tables["days"]["p90"].sum(), 3),
        "sum_persons": tables["persons"]["persons"].sum(),
    }


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    print(json.dumps({"load": load, "groups": groups}[command](*arguments)))
