import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Exports as hurried people and half-made programs write them: each is read for what it is, or told
/// why not.
@Suite struct HastyExportTests {
  static let header = "id_richiesta;comune;data_richiesta;canale;servizio"
  static func row(_ i: Int, _ comune: String = "Locri") -> String {
    "\(i);\(comune);\(13 + i % 15)/03/2026;sportello;C1"
  }

  static func sheet(_ rows: [[String]]) -> String {
    "<sheetData>"
      + rows.map { row in
        "<row>" + row.map { $0.hasPrefix("<c") ? $0 : "<c t=\"str\"><v>\($0)</v></c>" }.joined()
          + "</row>"
      }.joined() + "</sheetData>"
  }

  private static let names = header.split(separator: ";").map(String.init)

  @Test func xmlSaysWhatIsWrongWithIt() {
    let row = "<x><c>a</c></x>"
    for (text, says) in [
      ("<r>\(row)<x><c>A & B</c></x></r>", "«&amp;»"),
      ("<r>\(row)<x><c>a</x></r>", "elemento diverso"),
      ("<r>\(row)<x>", "finisce a metà"), ("<r>\(row)&igrave;</r>", "entità che XML non conosce"),
      (" <?xml version=\"1.0\"?><r>\(row)</r>", "non è all'inizio del file"),
    ] {
      let refusal = LookedFile.refusal(of: text, dataset: nil)
      #expect(refusal.contains(says), "\(refusal)")
    }
  }

  @Test func theRowsAreTheLongerList() {
    let text = #"{"campi":[{"id":"a"}],"righe":[{"x":1},{"x":2},{"x":3}]}"#
    #expect(LookedFile.refusal(of: text).contains(#""percorso": "righe""#))
  }

  @Test func jsonSaysWhatIsWrongWithIt() {
    for (text, says) in [
      (#"[{"comune":"Locri"},]"#, "dopo l'ultimo non va la virgola"),
      (#"[{"comune":"Locri",}]"#, "dopo l'ultimo non va la virgola"),
      (#"[{"comune":NaN}]"#, "si scrive null"), ("[{'comune':1}]", "virgolette doppie"),
    ] {
      let refusal = LookedFile.refusal(of: text)
      #expect(refusal.contains(says), "\(refusal)")
    }
  }

  /// The names of fields tell where to look; what they hold is not shown.
  @Test func theExcerptShowsTheNamesOfKnownFields() throws {
    let broken = #"{"comune":"Lo"cri","data":"x"}"#
    let refusal = LookedFile.refusal(of: #"[{"comune":"Locri","data":"y"},"# + broken + "]")
    #expect(refusal.contains(#"{"comune":"LL"LLL","data":"L"#), "\(refusal)")
    #expect(!refusal.contains("cri"))
  }

  @Test func anArchiveThatIsNotDamagedIsNotSaidToBe() {
    func code(_ body: () throws -> Void) -> String? {
      (#expect(throws: UnreadableFile.self) { try body() })?.code
    }
    #expect(
      code { _ = try ZipArchive(.file(path: "/nessuna/cartella/a.zip")) } == "file-non-leggibile")
    var other = ZipBuilder()
    other.add("a.csv", Array("a;b\n1;2\n".utf8), method: 9)
    #expect(code { _ = try TableFile.open(.memory(other.bytes)) } == "zip-metodo")
    var locked = ZipBuilder()
    locked.add("a.csv", Array("a;b\n1;2\n".utf8), flags: 1)
    #expect(code { _ = try TableFile.open(.memory(locked.bytes)) } == "zip-protetto")
    #expect(code { _ = try ZipArchive(.memory(Array("PK\u{3}\u{4}".utf8))) } == "zip-danneggiato")
  }

  @Test func onePlaceWithoutItsQuotesDoubled() throws {
    let quoted = { (line: String) in
      "\"" + line.replacing(";", with: "\";\"") + "\"\n"
    }
    var text = Self.header + "\n"
    for i in 1...9 { text += quoted(Self.row(i)) }
    text += quoted(Self.row(10, "Locri \"Centro\""))
    let looked = try LookedFile(text)
    #expect(looked.examination.table.opened.survey.quote?.value == UInt8(ascii: "\""))
    #expect(looked.examination.snapshot.rowsKept == 10)
  }

  /// Excel for Mac writes it when asked for "CSV (Macintosh)"; `ì` is an opening quote to Windows and
  /// `à` is `ê` to DOS.
  @Test func theOldMacTableIsRecognisedByItsLetters() throws {
    let text = "comune;nota\rMelicuccà;perché sì, più giù è così\rPlatì;lì c’è già\r"
    #expect(try survey(text).encoding?.value == .macRoman)
    #expect(
      try readRows(TableFile.open(.memory(encoded(text, .macRoman, false))).reader)[2].cells[0]
        == "Platì")
    #expect(try survey("comune\nPlatì\nLocri\n").encoding?.value == .macRoman)
    // Quotes of Windows stand before words.
    let windows = encoded("nota\nla “Casa” e l’“Orto”\n", .windows1252, false)
    #expect(try FileSurvey(.memory(windows)).encoding?.value == .windows1252)
  }

  private func survey(_ text: String) throws -> FileSurvey {
    try FileSurvey(.memory(encoded(text, .macRoman, false)))
  }
}
