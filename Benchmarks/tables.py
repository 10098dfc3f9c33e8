"""What was measured, as Markdown."""

from collections.abc import Callable, Sequence
from statistics import median

from processes import Cost
from workload import Workload

STEPS = [
    ("ingest", "`tavolo ingest`"),
    ("duckdb load", "DuckDB, load"),
    ("polars load", "polars, load"),
    ("iconv", "`iconv`, Windows-1252 to UTF-8 for the peers"),
    ("compute", "`tavolo compute`"),
    ("duckdb groups", "DuckDB, group-bys"),
    ("polars groups", "polars, group-bys"),
    ("publish", "`tavolo publish`"),
    ("run", "`tavolo run`, nothing changed"),
    ("duckdb start", "Python and `import duckdb` alone"),
    ("polars start", "Python and `import polars` alone"),
]
RATIOS = [
    ("ingest ÷ DuckDB load", "ingest", ["duckdb load"]),
    ("ingest ÷ (`iconv` + DuckDB load)", "ingest", ["iconv", "duckdb load"]),
    ("ingest ÷ polars load", "ingest", ["polars load"]),
    ("ingest ÷ (`iconv` + polars load)", "ingest", ["iconv", "polars load"]),
    ("compute ÷ DuckDB group-bys", "compute", ["duckdb groups"]),
    ("compute ÷ polars group-bys", "compute", ["polars groups"]),
]


def costs(work: Workload) -> str:
    """A row per process: median and best of the repetitions."""
    lines = [
        "| process | rows/s | wall s | best s | cpu s | peak MiB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for key, label in STEPS:
        runs = work.costs[key]
        wall = median(run.wall for run in runs)
        speed = "" if key.endswith("start") or key == "run" else f"{work.rows / wall:,.0f}"
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


def targets(works: Sequence[Workload]) -> str:
    """The first targets of the project, and whether this run met them."""
    small, large = works[0], works[-1]

    def wall(name: str) -> float:
        return median(cost.wall for cost in large.costs[name])

    def peak(work: Workload, name: str) -> float:
        return max(cost.peak for cost in work.costs[name])

    speed, load = large.rows / wall("ingest"), wall("duckdb load")
    memory, growth = peak(large, "ingest"), peak(large, "ingest") / peak(small, "ingest")
    rows = [
        ("ingest, rows/s", "≥ 300,000", f"{speed:,.0f}", speed >= 300_000),
        ("ingest, s", f"≤ DuckDB load ({load:.2f})", f"{wall('ingest'):.2f}",
         wall("ingest") <= load),
        ("ingest, peak MiB", "< 300", f"{memory:.0f}", memory < 300),
        (f"ingest, peak at {large.rows:,} rows ÷ peak at {small.rows:,}", "≤ 1.25",
         f"{growth:.2f}", growth <= 1.25),
        ("compute, s", "< 2", f"{wall('compute'):.2f}", wall("compute") < 2),
        ("nothing changed, s", "< 1", f"{wall('run'):.2f}", wall("run") < 1),
    ]
    return "\n".join(
        [f"| at {large.rows:,} rows | target | measured | met |", "|---|---:|---:|---|"]
        + [f"| {a} | {b} | {c} | {'yes' if met else '**no**'} |" for a, b, c, met in rows])
