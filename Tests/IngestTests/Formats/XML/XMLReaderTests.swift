import Ingest
import Testing

private func readXML(
  _ text: String, _ path: String, window: Int = 1 << 16
) throws -> (columns: [String], rows: [ReadRow]) {
  let reader = try XMLReader(
    .memory(Array(text.utf8)), path: path.split(separator: "/").map(String.init), windowSize: window
  )
  let rows = try readRows(reader)
  return (reader.columnNames, rows)
}

@Suite struct XMLReaderTests {
  /// The shape of a PS-PSA flow: what the beneficiary is stands before the services, once.
  static let flow = """
    <?xml version="1.0" encoding="UTF-8"?>
    <n:Flusso xmlns:n="http://inps.it/Casellario" xmlns:xsi="urn:i" xsi:schemaLocation="a b">
     <n:Ente Codice="E1" Denominazione="Ambito &amp; co.">
      <n:Beneficiario CodiceFiscale="A">
       <n:Anagrafica AnnoNascita="1950" Genere="2"/>
       <n:Indirizzo CodiceComune="080063"/>
       <n:Indirizzo CodiceComune="080001" CodiceNazione="ITA"/>
       <n:PrestazioniSociali CodicePrestazione="A1.01"><n:SINA Mobilita="1"/></n:PrestazioniSociali>
       <n:PrestazioniSociali CodicePrestazione="A1.02" Importo="12,50"/>
      </n:Beneficiario>
      <n:Beneficiario CodiceFiscale="B">
       <n:PrestazioniSociali CodicePrestazione="A2.07"/>
      </n:Beneficiario>
      <n:Beneficiario CodiceFiscale="C"/>
     </n:Ente>
    </n:Flusso>
    """

  @Test(arguments: [1, 7, 64, 1 << 16])
  func whatStandsAroundARowIsInEachRow(window: Int) throws {
    let (columns, rows) = try readXML(
      Self.flow, "Flusso/Ente/Beneficiario/PrestazioniSociali", window: window)
    #expect(
      columns == [
        "Ente.Codice", "Ente.Denominazione", "Beneficiario.CodiceFiscale",
        "Beneficiario.Anagrafica.AnnoNascita", "Beneficiario.Anagrafica.Genere",
        "Beneficiario.Indirizzo.CodiceComune", "Beneficiario.Indirizzo (2).CodiceComune",
        "Beneficiario.Indirizzo (2).CodiceNazione", "CodicePrestazione", "SINA.Mobilita", "Importo",
      ])
    let around = ["E1", "Ambito & co.", "A", "1950", "2", "080063", "080001", "ITA"]
    #expect(
      rows == [
        ReadRow(8, around + ["A1.01", "1"]), ReadRow(9, around + ["A1.02", "", "12,50"]),
        ReadRow(12, ["E1", "Ambito & co.", "B", "", "", "", "", "", "A2.07", "", ""]),
      ])
  }

  @Test func textsThatRepeatAreAListAndElementsThatRepeatAreNumbered() throws {
    let text = """
      <r><x id="1"><f>a</f><f>b</f><g k="1">u</g><g k="2">v</g> e <b/> poi <id>9</id></x>
      <x>solo testo</x><x> </x></r>
      """
    let (columns, rows) = try readXML(text, "r/x")
    #expect(columns == ["id", "f", "g.k", "g", "g (2).k", "x"])
    #expect(
      rows == [
        ReadRow(1, ["1|9", "a|b", "1", "u|v", "2", "e  poi"]),
        ReadRow(2, ["", "", "", "", "", "solo testo"]),
      ])
  }

  @Test func rowsOnOneLineAreNumbered() throws {
    let (_, rows) = try readXML("<r>\n<x>a</x><x>b</x><x>c</x>\n<x>d</x>\n\n<x>e</x></r>", "r/x")
    #expect(rows.map(\.line) == [2, 3, 4, 5, 6])
  }

  @Test func theRowIsGuessedAndSaidSo() throws {
    let table = try TableFile.open(.memory(Array(Self.flow.utf8)))
    #expect(table.recordPath?.value == ["Flusso", "Ente", "Beneficiario"])
    #expect(table.recordPath!.confidence < 1)
    #expect(try readRows(table.reader).count == 3)
    let one = try TableFile.open(.memory(Array("<a><b><c>1</c></b></a>".utf8)))
    #expect(one.recordPath?.value == ["a", "b"])
  }

  @Test func encodings() throws {
    for (label, encoding) in [
      ("ISO-8859-1", TextEncoding.latin1), ("ISO-8859-15", .latin9), ("windows-1252", .windows1252),
      ("IBM850", .ibm850), ("UTF-16", .utf16LittleEndian),
    ] {
      let text =
        "<?xml version=\"1.0\" encoding=\"\(label)\"?><r><x v=\"città è\"/><x v=\"1\"/></r>"
      let bytes = encoded(text, encoding, encoding == .utf16LittleEndian)
      #expect(
        try readRows(TableFile.open(.memory(bytes)).reader)[0].cells == ["città è"], "\(label)")
    }
    // Declared UTF-8 and written in windows-1252: the bytes decide.
    let wrong = encoded(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><r><x v=\"città più su\"/></r>", .windows1252)
    #expect(try readRows(TableFile.open(.memory(wrong)).reader)[0].cells == ["città più su"])
  }

  static let refused: [(text: String, path: String, code: String)] = [
    ("<r><x v=\"1\"/></r>", "r/y", "percorso-non-trovato"),
    ("<r><x v=\"1\"></r>", "r/x", "xml-non-valido"),
    ("<!DOCTYPE r [<!ENTITY a \"b\">]><r><x v=\"&a;\"/></r>", "r/x", "xml-sospetto"),
    (
      String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300), "a/a",
      "xml-troppo-profondo"
    ),
    (
      "<r><x>" + (0..<3000).map { "<c\($0)/>" }.joined() + "</x></r>", "r/x", "xml-troppe-colonne"
    ),
  ]

  @Test(arguments: refused)
  func refusals(text: String, path: String, code: String) {
    let error = #expect(throws: UnreadableFile.self) { try readXML(text, path) }
    #expect(error?.code == code)
  }

  @Test func severalBatchesAndManyElementsBesideTheRows() throws {
    let count = RawBatch.capacity * 2 + 3
    let text =
      "<r>" + (0..<500).map { "<s n=\"\($0)\"/>" }.joined()
      + (0..<count).map { "<x n=\"\($0)\"/>" }.joined() + "</r>"
    let (columns, rows) = try readXML(text, "r/x")
    #expect(rows.count == count)
    #expect(rows.last?.cells.last == "\(count - 1)")
    #expect(columns.count == 21, "of what repeats beside the rows a few are kept")
  }
}
