import Ingest
import Testing

private func read(
  _ text: String, _ path: [String], window: Int = ByteWindow.defaultSize
) throws -> (columns: [String], rows: [ReadRow]) {
  let reader = try JSONPathReader(.memory(Array(text.utf8)), path: path, windowSize: window)
  let rows = try readRows(reader)
  return (reader.columnNames, rows)
}

@Suite struct JSONPathReaderTests {
  static let pages = """
    {"ente": "E1", "pagina": {"n": 1, "tag": ["a", "b"]},
     "comuni": [
      {"nome": "Locri", "richieste": [
       {"id": 1, "nota": "è"},
       {"id": 2}]},
      {"nome": "Bova", "richieste": []},
      {"richieste": {"id": 3, "nome": "mio"}}
     ], "dopo": 7}
    {"comuni": [{"richieste": [{"id": 4}]}]}
    """

  @Test(arguments: [1, 2, 5, 17, ByteWindow.defaultSize])
  func whatStandsAroundARowIsInEachRow(window: Int) throws {
    let (columns, rows) = try read(Self.pages, ["comuni", "richieste"], window: window)
    #expect(
      columns == [
        "$.ente", "$.pagina.n", "$.pagina.tag", "$.comuni.nome", "id", "nota", "nome", "$.dopo",
      ])
    #expect(
      rows == [
        ReadRow(4, ["E1", "1", "a|b", "Locri", "1", "è"]),
        ReadRow(5, ["E1", "1", "a|b", "Locri", "2", ""]),
        ReadRow(7, ["E1", "1", "a|b", "", "3", "", "mio"]),
        ReadRow(9, ["", "", "", "", "4", "", "", ""]),
      ])
    #expect(rows[0].kinds == [.text, .number, .text, .text, .number, .text])
  }

  static let refused: [(text: String, code: String)] = [
    ("{\"a\": [1]}", "json-non-tabella"), ("{\"b\": []}", "percorso-non-trovato"),
    ("{\"a\": [{\"x\": 1}", "json-troncato"), ("{\"a\" [}", "json-non-valido"),
    ("{\"a\": [{\"x\": 1} {\"x\": 2}]}", "json-non-valido"),
    ("[" + String(repeating: "[", count: 100), "json-troppo-profondo"),
    ("", "percorso-non-trovato"),
  ]

  @Test(arguments: refused)
  func refusals(text: String, code: String) {
    for window in [1, 3, ByteWindow.defaultSize] {
      let error = #expect(throws: UnreadableFile.self) { try read(text, ["a"], window: window) }
      #expect(error?.code == code, "\(text)")
    }
  }

  @Test func nothingAtThePathIsNoError() throws {
    for text in ["{\"a\": []}", "{\"a\": null, \"a\": []}", "[{\"a\": [{}]}]"] {
      #expect(try read(text, ["a"]).rows.isEmpty)
    }
  }
}
