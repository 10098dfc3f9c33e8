"""Draws the pages of the edition the repository keeps and of the same edition made anew, and compares the
pictures; see README.md.

    pictures.py KEPT NEW OUT

Whoever looks at the kept pages says what they should look like. Where a page looks otherwise OUT gets the two
pictures side by side, and in a third what has changed. Exits 1 when something has.
"""

import io
import itertools
import pathlib
import shutil
import sys

try:
    from PIL import Image, ImageChops
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"SALTATO: manca {error.name}; pip install -r Tests/Web/requirements.txt")
    sys.exit(69)

WIDTHS = (1200, 360)
SCHEMES = ("light", "dark")
# A page is drawn in strips: Chromium's longest picture is of 16384.
STRIP = 8000
# Of 255: less is the edge of a letter that fell between two pixels.
TOLERANCE = 32


def drawn(browser, file, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(file.resolve().as_uri())
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, STRIP):
        clip = {"x": 0, "y": top, "width": width, "height": min(STRIP, height - top)}
        yield page.screenshot(full_page=True, clip=clip)
    page.close()


def strips(browser, files, width, scheme):
    """Strips of both pages, as long as the longer of the two."""
    both = (drawn(browser, file, width, scheme) for file in files)
    for pair in itertools.zip_longest(*both):
        pictures = [Image.open(io.BytesIO(png)).convert("RGB") if png else None for png in pair]
        height = max(picture.height for picture in pictures if picture)
        yield [padded(picture, width, height) for picture in pictures]


def padded(picture, width, height):
    page = Image.new("RGB", (width, height))
    if picture:
        page.paste(picture)
    return page


def changed(kept, new):
    """What differs, white on black."""
    return ImageChops.difference(kept, new).convert("L").point(lambda v: 255 if v > TOLERANCE else 0)


def compare(browser, name, files, out):
    """How many pictures of a page differ."""
    count = 0
    for width in WIDTHS:
        for scheme in SCHEMES:
            for i, (kept, new) in enumerate(strips(browser, files, width, scheme)):
                difference = changed(kept, new)
                if not difference.getbbox():
                    continue
                count += 1
                sheet = Image.new("RGB", (3 * width, kept.height))
                for place, picture in enumerate((kept, new, difference)):
                    sheet.paste(picture, (place * width, 0))
                path = out / f"{name.replace('/', '_').removesuffix('.html')}-{width}-{scheme}-{i}.png"
                sheet.save(path)
                print(f"{name} a {width}, {scheme}: {difference.histogram()[255]} punti diversi, {path}", flush=True)
    return count


def main(kept, new, out):
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    names = {str(file.relative_to(root)) for root in (kept, new) for file in root.rglob("*.html")}
    problems = 0
    same = 0
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in sorted(names):
            files = [root / name for root in (kept, new)]
            missing = [file for file in files if not file.exists()]
            if missing:
                print(f"{name}: non c'è {missing[0]}", flush=True)
                problems += 1
            elif files[0].read_bytes() == files[1].read_bytes():
                same += 1
            else:
                problems += compare(browser, name, files, out)
        browser.close()
    print(f"{len(names)} pagine, {same} uguali byte per byte; {problems} disegni diversi")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:4])))
