/// A report as one self-contained page: no network, no external file, complete without JavaScript.
struct PageWriter {
  let frame: EditionFrame
  /// The pages every page leads to, in order.
  let navigation: [Link]
  /// The page on accessibility that every page leads to at its foot; nil outside an edition.
  let accessibility: Link?
  private let template: PageTemplate

  init(frame: EditionFrame, navigation: [Link], accessibility: Link? = nil) throws {
    self.frame = frame
    self.navigation = navigation
    self.accessibility = accessibility
    template = try PageTemplate()
  }

  func page(_ report: Report) throws -> [UInt8] {
    let language = frame.language
    let root = String(repeating: "../", count: report.path.count { $0 == "/" })
    let markup = SectionMarkup(language: language, root: root)
    let links = TableMarkup(language: language, root: root)
    let body = body(report, markup)
    let page = try template.render([
      "lang": language.rawValue,
      "title": report.title,
      "site": frame.territoryName,
      "description": report.subtitle,
      "css": template.css,
      "print": runningHeader(report),
      "skip": Phrases.skip[language],
      "notice": frame.isSynthetic
        ? ["title": Phrases.syntheticTitle[language], "text": Phrases.syntheticText[language]]
          as Any : false,
      "home": root + "index.html",
      "navLabel": Phrases.navigation[language],
      "nav": navigation.map { link in
        [
          "href": links.href(link.target), "text": link.text,
          "current": link.target == .page(report.path + ".html"),
        ] as [String: Any]
      },
      "hasTrail": !report.trail.isEmpty,
      "trailLabel": Phrases.trail[language],
      "trail": report.trail.map { ["href": links.href($0.target), "text": $0.text] },
      "heading": report.title,
      "subtitle": report.subtitle,
      "body": body.string,
      "aboutTitle": Phrases.about[language],
      "about": about(report, body),
      "accessibility": accessibility.map {
        ["href": links.href($0.target), "text": $0.text] as Any
      } ?? false,
      "generated": Phrases.generated(language, language.long(frame.asOf)),
      "words": ScriptWords.json(language),
      "script": template.script(ScriptParts(report.sections)),
    ])
    return Array(page.utf8)
  }

  /// On paper every page says which document it is of, and whether its data are invented.
  private func runningHeader(_ report: Report) -> String {
    let notice = frame.isSynthetic ? Phrases.syntheticTitle[frame.language] : ""
    func content(_ text: String) -> String {
      // A string of CSS inside an element of HTML: what could end either is written by its number.
      "\""
        + text.unicodeScalars.map { scalar in
          "\"\\<>&\n".unicodeScalars.contains(scalar)
            ? "\\" + String(scalar.value, radix: 16) + " " : String(scalar)
        }.joined() + "\""
    }
    return "@media print{@page{@top-left{content:" + content(report.title)
      + ";font:8pt sans-serif}@top-right{content:" + content(notice) + ";font:8pt sans-serif}"
      + "@bottom-left{content:"
      + content("Tavolo, " + frame.territoryName + ", " + frame.language.short(frame.asOf))
      + ";font:8pt sans-serif}}}\n"
  }

  private func body(_ report: Report, _ markup: SectionMarkup) -> MarkupWriter {
    var html = MarkupWriter()
    for sentence in report.lead {
      markup.write(Sentence(sentence), "p", class: "lead", to: &html)
    }
    if report.hasWorkbook {
      let name = report.path.split(separator: "/").last.map(String.init) ?? report.path
      // Of no use on paper.
      html.raw("<p class=\"book\">")
      html.element("a", [("href", name + ".xlsx")], text: Phrases.workbook[frame.language])
      html.raw("</p>\n")
    }
    if report.sections.count > 3 {
      html.raw("<nav class=\"contents\" aria-labelledby=\"h-indice\">")
      html.element("h2", [("id", "h-indice")], text: Phrases.onThisPage[frame.language])
      html.raw("<ol>\n")
      for section in report.sections {
        html.raw("<li>")
        html.element("a", [("href", "#" + section.id)], text: section.title)
        html.raw("</li>\n")
      }
      html.raw("</ol></nav>\n")
    }
    for section in report.sections { markup.write(section, to: &html) }
    return html
  }

  private func about(_ report: Report, _ body: MarkupWriter) -> [[String: String]] {
    let language = frame.language
    let isMarked =
      ProvisionalComposition.isShown(in: body.bytes)
      || [report.title, report.subtitle].contains { ProvisionalComposition.isShown(in: $0.utf8) }
    let synthetic = frame.isSynthetic ? ". " + Phrases.syntheticTitle[language] : ""
    let composition = [
      "term": Phrases.marks[language], "text": ProvisionalComposition.legend[language],
    ]
    return (isMarked ? [composition] : []) + [
      [
        "term": Phrases.dataAsOf[language],
        "text": language.long(frame.asOf) + synthetic,
      ],
      [
        "term": Phrases.sources[language],
        "text": frame.publishers.joined(separator: "; "),
      ],
      ["term": Phrases.licence[language], "text": frame.licence],
      ["term": Phrases.accessibility[language], "text": Phrases.accessibilityText[language]],
    ]
  }
}
