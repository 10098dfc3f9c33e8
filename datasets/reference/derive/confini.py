"""confini.geojson from shared arcs, so that neighbours keep one edge; and one inner point per comune."""

import json
import sys
from dataclasses import dataclass

from . import sources
from .common import Job, read_csv, write_origin

DECIMALS = 4
SMALLEST_TRIANGLE = 2e-7  # square degrees, about 2 000 m²: smaller bends are not seen on a province map


@dataclass
class Boundaries:
    """What the boundaries give to other tables: a point inside each comune, and the files it was read in."""
    points: dict[str, tuple[float, float]]
    files: list[str]


def write(job: Job) -> Boundaries:
    codes = {r["Codice catasto"]: r["Codice Comune (alfanumerico)"]
             for r in read_csv(job.source(sources.SITUAS), ";")
             if r["Codice Provincia (Storico)"] == job.province}
    features, files = [], []
    points: dict[str, tuple[float, float]] = {}
    for file in sources.boundaries(job):
        mine = drawn(json.loads(job.source(f"{file}.topo.json").read_text()), codes)
        if mine:
            features += mine
            files.append(file)
            points |= inner_points(json.loads(job.source(f"{file}.geojson").read_text())["features"], codes)
    if not features:
        print(f"no boundaries of province {job.province}: no maps, no inner points", file=sys.stderr)
        return Boundaries({}, [])
    features.sort(key=lambda f: f["properties"]["istat"])
    lines = ",\n".join(json.dumps(f, separators=(",", ":")) for f in features)
    path = job.reference / "confini.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
    write_origin(job, path, "Confini semplificati dei comuni", sources.cited_boundaries(job, files, "topo.json"),
                 "Archi del TopoJSON semplificati (Visvalingam, triangoli sotto 2e-7 gradi quadrati), così che i "
                 "vicini condividano lo stesso confine; coordinate WGS84 a 4 decimali; senza attributi.")
    return Boundaries(points, files)


def drawn(topology: dict, codes: dict[str, str]) -> list[dict]:
    """The comuni of the province, told by their cadastral code, which outlives the province."""
    shapes = [s for s in topology["objects"]["municipalities"]["geometries"] if belfiore(s) in codes]
    arcs = [simplify(arc) for arc in absolute(topology)] if shapes else []
    features = []
    for shape in shapes:
        istat = codes[belfiore(shape)]
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [[ring(arcs, steps) for steps in polygon] for polygon in polygons]
        rings = [polygon for polygon in rings if len(polygon[0]) >= 4]
        if not rings:
            raise SystemExit(f"{istat}: simplified away")
        features.append({"type": "Feature", "properties": {"istat": istat},
                         "geometry": {"type": "MultiPolygon", "coordinates": rings} if len(rings) > 1
                         else {"type": "Polygon", "coordinates": rings[0]}})
    return features


def belfiore(shape: dict) -> str:
    return shape["properties"]["com_catasto_code"]


def absolute(topology: dict) -> list[list[tuple[float, float]]]:
    """Arcs in degrees: TopoJSON stores steps on a grid."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((round(x * sx + tx, DECIMALS), round(y * sy + ty, DECIMALS)))
        arcs.append(arc)
    return arcs


def simplify(arc: list) -> list:
    """Visvalingam: drop the point that matters least until every bend matters; ends never move."""
    arc = [p for i, p in enumerate(arc) if i == 0 or p != arc[i - 1]]
    shortest = 4 if arc[0] == arc[-1] else 2
    while len(arc) > shortest:
        areas = [abs(cross(arc[i - 1], arc[i], arc[i + 1])) / 2 for i in range(1, len(arc) - 1)]
        least = min(range(len(areas)), key=areas.__getitem__)
        if areas[least] >= SMALLEST_TRIANGLE:
            break
        del arc[least + 1]
    return arc


def cross(a, b, c) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])


def ring(arcs: list, steps: list[int]) -> list:
    """A closed ring from arc numbers; a negative number is that arc walked backwards."""
    points: list = []
    for step in steps:
        arc = arcs[step] if step >= 0 else arcs[~step][::-1]
        points += arc[1:] if points else arc
    return [list(p) for p in points]


def inner_points(features: list[dict], codes: dict[str, str]) -> dict[str, tuple[float, float]]:
    """A point surely inside: the middle of the longest stretch on the parallel of the centroid."""
    points = {}
    for feature in features:
        if belfiore(feature) not in codes:
            continue
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        polygon = max(polygons, key=lambda rings: abs(area(rings[0])))
        lat = centroid_latitude(polygon[0])
        cuts = sorted(x for line in polygon for x in crossings(line, lat))
        left, right = max(zip(cuts[::2], cuts[1::2]), key=lambda pair: pair[1] - pair[0])
        points[codes[belfiore(feature)]] = ((left + right) / 2, lat)
    return points


def area(line: list) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, line[1:])) / 2


def centroid_latitude(line: list) -> float:
    base = line[0][1]  # measured from the first point: the areas are tiny next to the coordinates
    x0 = line[0][0]
    total = weighted = 0.0
    for a, b in zip(line, line[1:]):
        piece = (a[0] - x0) * (b[1] - base) - (b[0] - x0) * (a[1] - base)
        total += piece
        weighted += piece * (a[1] + b[1] - 2 * base)
    return base + weighted / (3 * total)


def crossings(line: list, lat: float) -> list[float]:
    return [a[0] + (lat - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
            for a, b in zip(line, line[1:]) if (a[1] > lat) != (b[1] > lat)]
