import Foundation

/// A plain page that needs nothing but itself: sections of paragraphs, lists and captioned tables.
struct ReceiptMarkup {
  private let title: String
  private let language: ReceiptLanguage
  private var body = ""
  private var contents: [(id: String, title: String)] = []
  private var banner = ""

  init(title: String, language: ReceiptLanguage) {
    self.title = title
    self.language = language
  }

  mutating func banner(_ text: String) {
    banner = "<aside class=\"notice\">\(ReceiptMarkup.escaped(text))</aside>\n"
  }

  mutating func section(_ id: String, _ title: String) {
    contents.append((id, title))
    body += "<h2 id=\"\(id)\">\(ReceiptMarkup.escaped(title))</h2>\n"
  }

  mutating func heading(_ text: String) { body += "<h3>\(ReceiptMarkup.escaped(text))</h3>\n" }
  mutating func paragraph(_ text: String) { body += "<p>\(ReceiptMarkup.escaped(text))</p>\n" }

  mutating func list(_ items: [String]) {
    body += "<ul>\n" + items.map { "<li>\(ReceiptMarkup.escaped($0))</li>\n" }.joined() + "</ul>\n"
  }

  /// A part of the page that may be written again alone.
  mutating func fragment(_ id: String, _ write: (inout ReceiptMarkup) -> Void) {
    body += "<div id=\"\(id)-testo\">\n"
    write(&self)
    body += "</div><!-- \(id) -->\n"
  }

  /// The page with that part of it written anew; nil when it has none.
  static func page(
    _ page: String, replacing id: String, _ language: ReceiptLanguage,
    _ write: (inout ReceiptMarkup) -> Void
  ) -> String? {
    guard let start = page.range(of: "<div id=\"\(id)-testo\">\n"),
      let end = page.range(of: "</div><!-- \(id) -->\n", range: start.upperBound..<page.endIndex)
    else { return nil }
    var part = ReceiptMarkup(title: "", language: language)
    part.fragment(id, write)
    return page.replacingCharacters(in: start.lowerBound..<end.upperBound, with: part.body)
  }

  /// Key numbers, large.
  mutating func figures(_ figures: [(label: String, value: String)]) {
    body += "<dl class=\"figures\">\n"
    for (label, value) in figures {
      body +=
        "<div><dt>\(ReceiptMarkup.escaped(label))</dt><dd>\(ReceiptMarkup.escaped(value))</dd></div>\n"
    }
    body += "</dl>\n"
  }

  /// Characters of a text that is more than a name.
  private static let longText = 40

  /// A column no row has anything in is left out.
  ///
  /// - Parameter numbers: columns to be aligned to the right.
  mutating func table(
    caption: String, header all: [String], rows allRows: [[String]],
    numbers allNumbers: Set<Int> = []
  ) {
    let kept = all.indices.filter { i in
      i == 0 || allRows.isEmpty || allRows.contains { !$0[i].isEmpty }
    }
    let header = kept.map { all[$0] }
    let rows = allRows.map { row in kept.map { row[$0] } }
    let numbers = Set(kept.indices.filter { allNumbers.contains(kept[$0]) })
    // Sentences among many columns would be squeezed to a word a line.
    let sentences = kept.indices.filter { i in
      kept.count > 5 && !numbers.contains(i) && rows.contains { $0[i].count > Self.longText }
    }
    func style(_ i: Int) -> String {
      numbers.contains(i) ? " class=\"n\"" : sentences.contains(i) ? " class=\"w\"" : ""
    }
    body +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\""
      + ReceiptMarkup.escaped(caption) + "\">\n<table>\n"
      + "<caption>\(ReceiptMarkup.escaped(caption))</caption>\n<thead><tr>"
    for (i, cell) in header.enumerated() {
      body += "<th scope=\"col\"\(style(i))>\(ReceiptMarkup.escaped(cell))</th>"
    }
    body += "</tr></thead>\n<tbody>\n"
    for row in rows {
      body += "<tr>"
      for (i, cell) in row.enumerated() {
        body +=
          i == 0
          ? "<th scope=\"row\"\(style(i))>\(ReceiptMarkup.escaped(cell))</th>"
          : "<td\(style(i))>\(ReceiptMarkup.escaped(cell))</td>"
      }
      body += "</tr>\n"
    }
    body += "</tbody>\n</table>\n</div>\n"
  }

  /// The whole page, with its contents before the first section.
  func html(lead: String) -> String {
    let words = ReceiptPhrases.self
    let links = contents.map {
      "<li><a href=\"#\($0.id)\">\(ReceiptMarkup.escaped($0.title))</a></li>\n"
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(ReceiptMarkup.escaped(title))</title>
      <style>
      \(ReceiptMarkup.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#contenuto">\(words.skip[language])</a>
      \(banner)<header>
      <p>\(words.receipt[language])</p>
      </header>
      <main id="contenuto" tabindex="-1">
      <h1>\(ReceiptMarkup.escaped(title))</h1>
      \(lead)<nav aria-label="\(words.contents[language])">
      <ul>
      \(links)</ul>
      </nav>
      \(body)</main>
      <footer>
      <p>\(words.footer[language])</p>
      </footer>
      </body>
      </html>

      """
  }

  /// What the builder has written so far, taken out: for the lead above the contents.
  mutating func takeBody() -> String {
    defer { body = "" }
    return body
  }

  private static let style = """
    body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;color:#1a1a1a;background:#fff;overflow-wrap:break-word}
    header,main,footer{max-width:66rem;margin:0 auto;padding:0 1rem}
    header{border-bottom:4px solid #06c;padding-top:1rem}header p{margin:0 0 .5rem;font-weight:700;color:#004d99}
    h1,h2,h3{color:#17324d;line-height:1.25}h1{font-size:1.8rem;margin:1.2rem 0 .6rem}
    h2{font-size:1.4rem;margin:2.4rem 0 .8rem;padding-top:.6rem;border-top:2px solid #06c}h3{font-size:1.1rem;margin:1.8rem 0 .4rem}
    p,ul{max-width:48rem}a{color:#004d99}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid #b34700;outline-offset:2px}main:focus{outline:none}
    .skip{position:absolute;left:-999rem;background:#fff;padding:.75rem 1rem}.skip:focus{left:.5rem;top:.5rem}
    .notice{margin:0;max-width:none;padding:.6rem 1rem;background:#fff3d6;color:#4d3300;text-align:center;font-weight:600;border-bottom:3px solid #995c00}
    nav{background:#eef4fb;border-left:4px solid #06c;padding:.25rem 1rem;margin:1.2rem 0}nav ul{padding-left:1.1rem}
    .figures{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}.figures div{border:1px solid #c5c7c9;border-top:4px solid #06c;border-radius:4px;padding:.6rem 1.2rem;min-width:9rem}
    .figures dt{font-weight:600}.figures dd{margin:0;font-size:1.8rem;font-weight:700;color:#004d99}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;font-size:.95rem;min-width:min(100%,28rem)}caption{text-align:left;font-weight:600;color:#17324d;padding-bottom:.4rem;max-width:min(48rem,calc(100vw - 2rem));position:sticky;left:0}
    th,td{border-bottom:1px solid #c5c7c9;padding:.4rem .6rem;text-align:left;vertical-align:top}
    thead th{background:#eef4fb;border-bottom:2px solid #06c;vertical-align:bottom}tbody th{font-weight:600}
    td:not(.n),tbody th:not(.n){overflow-wrap:anywhere;min-width:7rem}td.w:not(.n){min-width:11rem}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    footer{color:#455b71;font-size:.9rem;border-top:1px solid #c5c7c9;margin-top:3rem;padding-bottom:2rem}
    @media print{@page{size:A4;margin:16mm 14mm}body{font-size:10pt}nav,.skip{display:none}.scroll{overflow:visible}caption{position:static;max-width:none}td:not(.n),tbody th:not(.n),td.w:not(.n){min-width:0}tr{break-inside:avoid}h2,h3{break-after:avoid}}
    """

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
