"""What was measured, as Markdown."""

from collections.abc import Callable, Sequence
from statistics import median

import daily as days
from processes import Cost
from publishing import ORGANISATIONS, TABLES, Publishing
from sheet import SheetRead
from workbooks import ROWS, SHEETS, Workbooks
from workload import Workload

STEPS = [
    ("ingest", "`tavolo ingest`"),
    ("duckdb load", "DuckDB, load"),
    ("polars load", "polars, load"),
    ("sqlite import", "`sqlite3 .import`, all text"),
    ("iconv", "`iconv`, Windows-1252 to UTF-8 for the peers"),
    ("compute", "`tavolo compute`"),
    ("duckdb groups", "DuckDB, five group-bys"),
    ("duckdb tables", "DuckDB, the tables of the requests"),
    ("polars groups", "polars, five group-bys"),
    ("publish", "`tavolo publish`"),
    ("run", "`tavolo run`, nothing changed"),
    ("ingest more", "`tavolo ingest`, a new delivery of 1 % of the rows"),
    ("compute more", "`tavolo compute` after it"),
    ("duckdb start", "Python and `import duckdb` alone"),
    ("polars start", "Python and `import polars` alone"),
]
RATIOS = [
    ("ingest ÷ DuckDB load", "ingest", ["duckdb load"]),
    ("ingest ÷ (`iconv` + DuckDB load)", "ingest", ["iconv", "duckdb load"]),
    ("ingest ÷ polars load", "ingest", ["polars load"]),
    ("ingest ÷ (`iconv` + polars load)", "ingest", ["iconv", "polars load"]),
    ("ingest ÷ `sqlite3 .import`", "ingest", ["sqlite import"]),
    ("compute ÷ DuckDB, the tables of the requests", "compute", ["duckdb tables"]),
    ("compute after 1 % more ÷ the same", "compute more", ["duckdb tables"]),
    ("compute ÷ DuckDB, five group-bys", "compute", ["duckdb groups"]),
    ("compute ÷ polars, five group-bys", "compute", ["polars groups"]),
]
# Of these rows per second say nothing.
TIMES_ONLY = ["run", "ingest more", "compute more", "duckdb start", "polars start"]


def costs(work: Workload) -> str:
    """A row per process: median and best of the repetitions."""
    lines = [
        "| process | rows/s | wall s | best s | cpu s | peak MiB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for key, label in STEPS:
        runs = work.costs[key]
        wall = median(run.wall for run in runs)
        speed = "" if key in TIMES_ONLY else f"{work.rows / wall:,.0f}"
        lines.append(
            f"| {label} | {speed} | {wall:.2f} | {min(run.wall for run in runs):.2f} "
            f"| {median(run.cpu for run in runs):.2f} | {max(run.peak for run in runs):.0f} |")
    return "\n".join(lines)


def ratios(works: Sequence[Workload]) -> str:
    """Tavolo over its peers: the median of the ratios within each repetition."""
    lines = [
        "| Tavolo ÷ peer | " + " | ".join(f"{work.rows:,} rows" for work in works) + " |",
        "|---|" + "---:|" * len(works),
    ]

    def row(label: str, ours: str, theirs: list[str], of: Callable[[Cost], float],
            join: Callable = sum):
        cells = []
        for work in works:
            pairs = zip(work.costs[ours], zip(*(work.costs[name] for name in theirs)))
            cells.append(f"{median(of(a) / join(of(b) for b in peers) for a, peers in pairs):.2f}")
        lines.append(f"| {label} | " + " | ".join(cells) + " |")

    for label, ours, theirs in RATIOS:
        row(label + ", wall", ours, theirs, lambda cost: cost.wall)
    for label, ours, theirs in RATIOS:
        if len(theirs) == 1:
            row(label + ", peak memory", ours, theirs, lambda cost: cost.peak)
    return "\n".join(lines)


def targets(works: Sequence[Workload], sheet: SheetRead) -> str:
    """The targets of the project, and whether this run met them."""
    small, large = works[0], works[-1]
    tables = "duckdb tables"
    million = min(works, key=lambda work: abs(work.rows - 1_000_000))

    def wall(name: str, work: Workload = million) -> float:
        return median(cost.wall for cost in work.costs[name])

    def peak(work: Workload, name: str) -> float:
        return max(cost.peak for cost in work.costs[name])

    def ratio(ours: str, theirs: str, work: Workload = million) -> float:
        pairs = zip(work.costs[ours], work.costs[theirs])
        return median(a.wall / b.wall for a, b in pairs)

    speed = million.rows / wall("ingest")
    memory, growth = peak(large, "ingest"), peak(large, "ingest") / peak(small, "ingest")
    sheet_speed = sheet.rows / median(cost.wall for cost in sheet.costs["tavolo"])
    sheet_ratio = median(
        a.wall / b.wall for a, b in zip(sheet.costs["tavolo"], sheet.costs["calamine"]))
    sheet_peak = max(cost.peak for cost in sheet.costs["tavolo"])
    rows = [
        ("ingest, rows/s", "≥ 800,000", f"{speed:,.0f}", speed >= 800_000),
        *at_most("ingest ÷ DuckDB load", 0.8, ratio("ingest", "duckdb load")),
        *at_most("ingest ÷ `sqlite3 .import`", 0.3, ratio("ingest", "sqlite import")),
        *at_most(f"ingest, peak MiB at {large.rows:,} rows", 250, memory),
        *at_most(f"the same ÷ peak at {small.rows:,} rows", 1.25, growth),
        *at_most("compute, s", 2, wall("compute")),
        *at_most("compute ÷ DuckDB, the tables of the requests", 0.5, ratio("compute", tables)),
        *at_most(f"the same at {large.rows:,} rows", 0.5, ratio("compute", tables, large)),
        *at_most("compute after 1 % more ÷ the same", 0.05, ratio("compute more", tables)),
        *at_most("nothing changed, s", 1, wall("run")),
        ("XLSX, rows/s", "≥ 140,000", f"{sheet_speed:,.0f}", sheet_speed >= 140_000),
        *at_most("XLSX ÷ polars with calamine", 1, sheet_ratio),
        *at_most("XLSX, peak MiB", 100, sheet_peak),
    ]
    return target_table(f"at {million.rows:,} rows unless said", rows)


def writing(edition: Publishing, workbooks: Workbooks) -> str:
    """The targets of what is written: an edition, and workbooks beside libxlsxwriter alone."""
    languages = [edition.costs[f"publish {language}"] for language in ["it", "en"]]
    both = median(a.wall + b.wall for a, b in zip(*languages))
    peak = max(cost.peak for runs in languages for cost in runs)

    def ratio(kind: str) -> float:
        pairs = zip(workbooks.costs[f"{kind} tavolo"], workbooks.costs[f"{kind} raw"])
        return median(a.wall / b.wall for a, b in pairs)

    speed = 1 / ratio("tidy")
    tidy_peak = max(cost.peak for cost in workbooks.costs["tidy tavolo"])
    return target_table("writing", [
        *at_most("an edition in both languages, s", 5, both),
        *at_most("the same, peak MiB", 200, peak),
        *at_most(
            "nothing changed, s", 1, median(cost.wall for cost in edition.costs["publish again"])),
        *at_most(f"{SHEETS} sheets with a chart ÷ libxlsxwriter alone", 1.3, ratio("charts")),
        (f"{ROWS:,} tidy rows, speed ÷ libxlsxwriter alone", "≥ 0.9", f"{speed:.2f}", speed >= 0.9),
        *at_most("the same, peak MiB", 100, tidy_peak),
    ])


def target_table(title: str, rows: list[tuple[str, str, str, bool]]) -> str:
    return "\n".join(
        [f"| {title} | target | measured | met |", "|---|---:|---:|---|"]
        + [f"| {a} | {b} | {c} | {'yes' if met else '**no**'} |" for a, b, c, met in rows])


def at_most(what: str, limit: float, measured: float) -> list[tuple[str, str, str, bool]]:
    digits = 0 if limit >= 10 else 2
    return [(what, f"≤ {limit:g}", f"{measured:.{digits}f}", measured <= limit)]


def sheets(sheet: SheetRead) -> str:
    lines = [
        f"### A workbook of {sheet.rows:,} rows and 15 columns, {sheet.size / 1e6:.0f} MB", "",
        "| process | rows/s | wall s | best s | cpu s | peak MiB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    names = {"tavolo": "`tavolo check`, without a contract", "calamine": "polars with calamine"}
    for key, label in names.items():
        runs = sheet.costs[key]
        wall = median(run.wall for run in runs)
        lines.append(
            f"| {label} | {sheet.rows / wall:,.0f} | {wall:.2f} | {min(run.wall for run in runs):.2f} "
            f"| {median(run.cpu for run in runs):.2f} | {max(run.peak for run in runs):.0f} |")
    return "\n".join(lines)


def daily(daily: days.Daily) -> str:
    names = {
        "tavolo cold": f"`tavolo ingest`, the first {days.DAYS - 1}", "tavolo more": "the same, one more",
        "tavolo again": "the same, all again after a change of a map",
        "duckdb cold": f"DuckDB, the first {days.DAYS - 1}", "duckdb more": "DuckDB, one more"}
    return process_table(
        f"{days.DAYS} daily deliveries of {days.ROWS:,} rows",
        [(label, daily.costs[key]) for key, label in names.items()])


def edition(edition: Publishing) -> str:
    names = {
        "publish it": "`tavolo publish`, Italian", "publish en": "`tavolo publish`, English",
        "publish again": "`tavolo publish`, nothing changed"}
    return process_table(
        f"An edition of {len(TABLES) + 1} tables, {ORGANISATIONS} organisations and 97 comuni, "
        f"{edition.files} files", [(label, edition.costs[key]) for key, label in names.items()])


def workbooks(written: Workbooks) -> str:
    kinds = {"tidy": f"{ROWS:,} rows of 12 columns", "charts": f"{SHEETS} sheets with a chart"}
    makers = {"tavolo": "Tavolo", "raw": "libxlsxwriter alone, in C"}
    return process_table("Workbooks written", [
        (f"{label}, {maker}", written.costs[f"{kind} {name}"])
        for kind, label in kinds.items() for name, maker in makers.items()])


def process_table(title: str, rows: list[tuple[str, Sequence[Cost]]]) -> str:
    lines = [
        f"### {title}", "", "| process | wall s | best s | cpu s | peak MiB |",
        "|---|---:|---:|---:|---:|"]
    for label, runs in rows:
        lines.append(
            f"| {label} | {median(run.wall for run in runs):.2f} | {min(run.wall for run in runs):.2f} "
            f"| {median(run.cpu for run in runs):.2f} | {max(run.peak for run in runs):.0f} |")
    return "\n".join(lines)
