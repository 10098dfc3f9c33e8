import Indicators

/// Sections and blocks as markup.
struct SectionMarkup {
  let language: Language
  let tables: TableMarkup

  init(language: Language, root: String) {
    self.language = language
    tables = TableMarkup(language: language, root: root)
  }

  /// - Parameter level: of the heading, 2 for the sections of a page.
  func write(_ section: Section, level: Int = 2, to html: inout MarkupWriter) {
    // The main sections are landmarks; their parts are not, or there would be too many to be of use.
    let headingID = "h-" + section.id
    let label = level == 2 ? [("aria-labelledby", headingID)] : []
    html.open("section", [("id", section.id)] + label)
    html.element("h\(level)", [("id", headingID)], text: section.title)
    html.newline()
    for block in section.blocks { write(block, level: level + 1, to: &html) }
    for part in section.parts { write(part, level: level + 1, to: &html) }
    html.raw("</section>\n")
  }

  private func write(_ block: Block, level: Int, to html: inout MarkupWriter) {
    switch block {
    case .sentence(let sentence): write(sentence, "p", to: &html)
    case .list(let sentences):
      html.raw("<ul class=\"plain\">\n")
      for sentence in sentences { write(sentence, "li", to: &html) }
      html.raw("</ul>\n")
    case .particulars(let all): write(all, to: &html)
    case .keyFigures(let figures): write(figures, to: &html)
    case .table(let table) where table.isInWorkbookOnly:
      html.element("p", text: Phrases.inWorkbook(language, table.caption))
    case .table(let table): tables.write(table, to: &html)
    case .charts(let charts, let table): write(charts, table, to: &html)
    case .callout(let callout): write(callout, level: level, to: &html)
    case .links(let links): write(links, to: &html)
    case .finder(let groups): write(groups, to: &html)
    }
  }

  private static let fewNumbers = 6

  func write(
    _ sentence: Sentence, _ tag: String, class name: String? = nil, to html: inout MarkupWriter
  ) {
    var attributes: [(String, String)] = name.map { [("class", $0)] } ?? []
    // What sums up many numbers names none of them: they are in the table beside it.
    if (1...Self.fewNumbers).contains(sentence.observations.count) {
      attributes.append(("data-id", sentence.observations.joined(separator: " ")))
    }
    html.element(tag, attributes) {
      $0.name(sentence.text, language, italian: language == .it ? [] : sentence.delivered)
    }
    html.newline()
  }

  private func write(_ particulars: [Particular], to html: inout MarkupWriter) {
    html.raw("<dl class=\"facts\">\n")
    for one in particulars {
      html.raw("<div>")
      html.element("dt", text: one.label)
      html.element("dd") { $0.name(one.text, language) }
      html.raw("</div>\n")
    }
    html.raw("</dl>\n")
  }

  private func write(_ figures: [KeyFigure], to html: inout MarkupWriter) {
    html.raw("<ul class=\"cards\">\n")
    for figure in figures {
      html.raw("<li class=\"fig\">")
      html.element("span", [("class", "label")], text: figure.label)
      let id = figure.cell.observation.map { [html.identity(of: $0)] } ?? []
      html.element("span", [("class", "value")] + id) { html in
        tables.write(figure.cell, to: &html)
        if !figure.unit.isEmpty {
          html.raw(" ")
          html.element("span", [("class", "unit")], text: figure.unit)
        }
      }
      write(figure.caption, "p", class: "say", to: &html)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func write(_ charts: [Chart], _ table: Table, to html: inout MarkupWriter) {
    let areSmall = charts.count > 1 && charts.allSatisfy(\.isPanel)
    if areSmall { html.raw("<div class=\"panels\">\n") }
    for chart in charts {
      html.raw("<figure>")
      html.element("figcaption", text: chart.title)
      html.element(
        "div",
        [("class", "plan"), ("role", "group"), ("aria-label", chart.title), ("tabindex", "0")]
      ) { ChartDrawing(language: language).write(chart, to: &$0) }
      html.raw("</figure>\n")
    }
    if areSmall { html.raw("</div>\n") }
    html.raw(table.isOpen ? "<details open data-open>" : "<details open>")
    html.element("summary", text: Phrases.chartData(language, table.caption))
    html.newline()
    tables.write(table, to: &html)
    html.raw("</details>\n")
  }

  private func write(_ callout: Callout, level: Int, to html: inout MarkupWriter) {
    html.open("div", [("class", callout.kind == .caution ? "box caution" : "box")])
    html.element("h\(level)", text: callout.title)
    if callout.sentences.count == 1 {
      write(callout.sentences[0], "p", to: &html)
    } else {
      html.raw("<ul>\n")
      for sentence in callout.sentences { write(sentence, "li", to: &html) }
      html.raw("</ul>\n")
    }
    html.raw("</div>\n")
  }

  private func write(_ groups: [LinkGroup], to html: inout MarkupWriter) {
    html.raw("<div class=\"finder\" data-find>\n")
    for group in groups {
      html.raw("<details open><summary>")
      html.text(group.name + " (\(group.links.count))")
      html.raw("</summary><ul>\n")
      for link in group.links {
        html.raw("<li>")
        html.element("a", [("href", tables.href(link.target))], text: link.text)
        html.raw("</li>\n")
      }
      html.raw("</ul></details>\n")
    }
    html.raw("</div>\n")
  }

  private func write(_ links: [Link], to html: inout MarkupWriter) {
    html.raw("<ul class=\"cards\">\n")
    for link in links {
      html.raw("<li class=\"door\">")
      html.element("a", [("href", tables.href(link.target))], text: link.text)
      if !link.description.isEmpty { html.element("p", text: link.description) }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }
}
