import Indicators
import Mustache
import Testing

@testable import Reports

@Suite struct MarkupTests {
  @Test func textIsEscaped() {
    var html = MarkupWriter()
    html.element("p", [("title", "\"a\" & 'b'")], text: "<script>&")
    #expect(
      html.string == "<p title=\"&quot;a&quot; &amp; &#39;b&#39;\">&lt;script&gt;&amp;</p>")
  }

  /// An ordinal and what it counts stay on one line, and so does a number with its sign.
  @Test func noLineEndsInsideANumber() {
    func text(_ text: String) -> String {
      var html = MarkupWriter()
      html.name(text, .it)
      return html.string
    }
    #expect(
      text("1º semestre 2026, il 90º percentile") == "1º\u{A0}semestre 2026, il 90º\u{A0}percentile"
    )
    #expect(text("Circolo n. 14") == "Circolo n.\u{A0}14")
    #expect(text("N. 1 (n. 2)") == "N.\u{A0}1 (n.\u{A0}2)")
    #expect(text("con. 3 Non. 3 il 7") == "con. 3 Non. 3 il 7")
    // A header may be as narrow as its longest word.
    var header = MarkupWriter()
    header.element("th", text: "1º semestre")
    #expect(header.string == "<th>1º semestre")
  }

  /// The first of a number's places is its anchor; what has a blank in it cannot be one.
  @Test func aNumberIsAnchoredOnce() {
    var html = MarkupWriter()
    #expect(html.identity(of: "a~b").0 == "id")
    #expect(html.identity(of: "a~b").0 == "data-id")
    #expect(html.identity(of: "a~b c").0 == "data-id")
  }

  /// What only puts rows in order has no more digits than tell them apart.
  @Test func aNumberHasNoDigitsNobodySees() {
    let shown = [0.429620563275, -132.4007929087033, 2783, 1234567.25, 0, 0.00242130750605, 0.5]
    #expect(
      shown.map { plainNumber($0, digits: 6) }
        == ["0.429621", "-132.401", "2783", "1234567", "0", "0.00242131", "0.5"])
  }

  @Test func emptyElementsAreClosed() {
    var html = MarkupWriter()
    html.empty("line", [("x1", "0")])
    #expect(html.string == "<line x1=\"0\"/>")
  }

  @Test func anUnknownVariableIsAnError() throws {
    let template = try MustacheTemplate(string: "{{known}} {{#list}}{{item}}{{/list}} {{unknown}}")
    let error = #expect(throws: UnknownTemplateVariables.self) {
      try template.renderStrictly(["known": "x", "list": [["item": "y"]]], name: "prova")
    }
    #expect(error?.names == ["unknown"])
    let fine = try MustacheTemplate(string: "{{known}} {{#list}}{{item}}{{/list}}")
    #expect(
      try fine.renderStrictly(["known": "<", "list": [["item": "y"]]], name: "p") == "&lt; y")
  }

  @Test func aCellShowsItsMarkAndItsWord() {
    func text(_ cell: Cell) -> String {
      var html = MarkupWriter()
      TableMarkup(language: .it, root: "").write(cell, to: &html)
      return html.string
    }
    #expect(text(Cell(.none, mark: .confidential)) == "<abbr title=\"riservato\">[c]</abbr>")
    #expect(
      text(Cell(.none, mark: .notApplicable, word: "non raggiunta"))
        == "non raggiunta <abbr title=\"non applicabile\">[x]</abbr>")
    #expect(
      text(Cell(.number(0.741, .percent(1)), mark: .provisional))
        == "74,1\u{A0}% <abbr title=\"provvisorio\">[p]</abbr>")
    #expect(text(Cell(.none)) == "")
    #expect(
      text(.link("Platì", .page("territori/080055.html")))
        == "<a href=\"territori/080055.html\">Platì</a>")
  }

  private static func table(_ rows: [[Cell]], onPage count: Int? = nil) -> String {
    var html = MarkupWriter()
    var table = Table(
      id: "prova", caption: "Prova", sheetName: "Prova",
      columns: [Table.Column("N."), Table.Column("Testo"), Table.Column("Valore", .number)],
      rows: rows)
    table.rowsOnPage = count
    TableMarkup(language: .it, root: "").write(table, to: &html)
    return html.string
  }

  /// The rows a page leaves to the workbook are counted under those it shows.
  @Test func aLongTableSaysWhatIsElsewhere() {
    let rows = (1...5).map { [.text("\($0)"), .text("Riga \($0)"), Cell(.integer($0))] }
    let page = Self.table(rows, onPage: 2)
    #expect(page.contains("Riga 2") && !page.contains("Riga 3"))
    #expect(page.contains("soltanto nel foglio di calcolo di questa pagina: 3."))
    #expect(!Self.table(rows).contains("foglio di calcolo"))
  }

  /// A mark that only the workbook shows has its legend there.
  @Test func theLegendIsOfTheRowsShown() {
    let rows = [
      [.text("1"), .text("Riga 1"), Cell(.integer(1), mark: .provisional)],
      [.text("2"), .text("Riga 2"), Cell(.none, mark: .confidential)],
    ]
    #expect(Self.table(rows).contains("[c] riservato"))
    let page = Self.table(rows, onPage: 1)
    #expect(!page.contains("[c]") && page.contains("[p] provvisorio"))
  }

  /// What there is to know of one thing is a list of names and meanings, for who hears it too.
  @Test func particularsAreTermsAndMeanings() {
    var html = MarkupWriter()
    let section = Section(
      id: "s", title: "S",
      blocks: [.particulars([Particular(label: "Unità", text: "giorni & ore")])])
    SectionMarkup(language: .it, root: "").write(section, to: &html)
    #expect(html.string.contains("<div><dt>Unità</dt><dd>giorni &amp; ore</dd></div>"))
    #expect(section.allSentences(under: []).map(\.sentence.text) == ["Unità: giorni & ore"])
  }

  /// A fingerprint is broken, a column of numbers takes no more than it needs, and a cell has one class
  /// attribute whatever it holds.
  @Test func cellsTakeTheRoomTheyNeed() {
    let long = Self.table([
      [.text("1"), .text(String(repeating: "a", count: 64)), Cell(.none, word: "non raggiunta")]
    ])
    #expect(long.contains("<th scope=\"row\" class=\"s\">1<td"))
    #expect(long.contains("<td class=\"h\">aaaa"))
    #expect(long.contains("<td class=\"n o\">non raggiunta"))
    let short = Self.table([[.text("Platì, un nome"), .text("breve e chiaro"), .integer(3)]])
    #expect(!short.contains("class=\"s\"") && !short.contains("class=\"h\""))
    #expect(!(long + short).contains(#/<t[dh][^>]*class="[^"]*"[^>]*class=/#))
  }

  /// Sentences among many columns have room of their own; names have not, however wide their column is in
  /// a workbook, or the numbers would be out of a telephone's sight.
  @Test func onlySentencesPushNumbersAside() {
    func html(_ said: String) -> String {
      var html = MarkupWriter()
      TableMarkup(language: .it, root: "").write(
        Table(
          id: "t", caption: "c", sheetName: "s",
          columns: [
            .init("Comune"), .init("Area", width: 36), .init("Periodo"), .init("Valore", .number),
          ],
          rows: [[.text("Platì"), .text(said), .text("2025"), .integer(3)]]), to: &html)
      return html.string
    }
    #expect(html("Povertà, disagio adulti e senza dimora").contains("<th scope=\"col\">Area<th"))
    #expect(
      html("Chi aspetta l'assistenza a casa rinuncia quando nessuno dice per quanto aspettare.")
        .contains("<th scope=\"col\" class=\"w\">Area<th"))
  }

  /// A background says which values are higher: where all are equal there is none.
  @Test func equalValuesHaveNoBackground() {
    func html(_ values: [Double]) -> String {
      var html = MarkupWriter()
      var table = Table(
        id: "t", caption: "c", sheetName: "s", columns: [.init("Comune"), .init("V", .number)],
        rows: values.map {
          [.text("A"), Cell(.number($0, .decimal(1)), observation: "x")]
        })
      table.isShaded = true
      TableMarkup(language: .it, root: "").write(table, to: &html)
      return html.string
    }
    #expect(html([1, 2, 3, 4, 5, 6]).contains("q5"))
    #expect(!html([0, 0, 0, 0, 0, 0]).contains(#/class="n q/#))
  }
}
