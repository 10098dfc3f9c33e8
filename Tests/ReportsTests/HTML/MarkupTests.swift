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
}
