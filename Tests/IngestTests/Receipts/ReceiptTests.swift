import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// What the page and the summary say, in both languages.
@Suite struct ReceiptTests {
  private typealias Source = DeliveringSource

  private static let twentyDays = (1...20).map { Source.row("d\($0)", day: "\($0)/40/2026") }

  /// Twenty rows refused for their date alone, two for their comune alone, one for both, two with a
  /// comune nobody knows and a column nobody reads.
  private static let delivery =
    Source.header + (0..<30).map { Source.row("k\($0)") }.joined() + twentyDays.joined()
    + Source.row("c1", comune: "") + Source.row("c2", comune: "")
    + Source.row("b", comune: "", day: "boh") + Source.row("n1", comune: "Locrri")
    + Source.row("n2", comune: "Locrri", note: "Maria è uscita")

  private func receipt(_ language: ReceiptLanguage = .it) throws -> Source {
    let source = try Source(columns: Source.columns)
    source.language = language
    try source.write(Self.delivery, to: "deliveries/2026-06-30.csv")
    try source.ingest()
    return source
  }

  @Test func whatRegainsMostComesFirst() throws {
    let summary = try receipt().receipt("riepilogo.txt", of: "2026-06-30.csv")
    #expect(
      summary.contains(
        """
        Righe lette: 55. Tenute: 32. Rifiutate: 23 (41,8\u{A0}%).

        Che cosa correggere, da ciò che rende di più:
        1. «data_richiesta»: non è una data che esiste. Correggere alla fonte: 20 righe, una sola causa. \
        Con anche un altro difetto: 1 riga.
        2. «comune»: manca un valore obbligatorio. Correggere alla fonte: 2 righe, una sola causa. Con \
        anche un altro difetto: 1 riga.
        3. «comune»: il comune non è stato riconosciuto. Le righe sono tenute, il valore non è usato. \
        Celle: 2.

        """))
  }

  @Test func theSummaryHoldsNoDeliveredValueAndNoPlace() throws {
    for language in ReceiptLanguage.allCases {
      let summary = try receipt(language).receipt("riepilogo.txt", of: "2026-06-30.csv")
      for word in ["Reggio", "Locrri", "boh", "40/2026", "Maria", "080063", "C1"] {
        #expect(!summary.contains(word), "\(language): \(word)")
      }
    }
  }

  @Test func thePageSaysWhatArrivedAndHowItWasUnderstood() throws {
    let page = try receipt().receipt("ricevuta.html", of: "2026-06-30.csv")
    for words in [
      "Comune di prova", "Dati di prova", "Dati di esempio (sintetici)", "30/6/2026",
      "punto e virgola", "da marzo 2026 a marzo 2026", "Colonne non lette, e non conservate",
      "note operatore", "«Locrri» (2)", "forse «Locri»", "scarti.csv",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("Maria"))
  }

  @Test func inEnglishNothingItalianIsLeftButNamesAndFiles() throws {
    let source = try receipt(.en)
    let page = try source.receipt("ricevuta.html", of: "2026-06-30.csv")
    for words in [
      "<html lang=\"en\">", "Delivery receipt", "Mend at the source: 20 rows, a single cause.",
      "semicolon", "30 June 2026", "perhaps «Locri»", "With another fault too: 1 row.",
    ] { #expect(page.contains(words), "\(words)") }
    for words in [
      " righe", " della ", " che ", "riga ", "colonna", "riconosciut", "dichiarat", "celle ",
    ] {
      let plain = page.replacing("[come nell'originale]", with: "")
      #expect(!plain.contains(words), "\(words)")
    }
  }

  @Test func rowsWithFindingsAreNeverCountedTwice() throws {
    var log = FindingLog()
    log.add(batch: [
      Finding(line: 2, header: "a", code: "valore-mancante", severity: .error),
      Finding(line: 2, header: "b", code: "valore-mancante", severity: .error),
      Finding(line: 3, header: "", code: "riga-spostata", severity: .error),
      Finding(line: 3, header: "a", code: "valore-mancante", severity: .error),
      Finding(line: 4, header: "a", code: "valore-mancante", severity: .error),
    ])
    let causes = log.toDo
    // What else is wrong with a shifted row follows from the shift.
    #expect(causes.map(\.key.header) == ["a", "", "b"])
    #expect(causes.map(\.regained) == [1, 1, 0])
    #expect(causes.map(\.refusedRows) == [2, 1, 1])
    #expect(causes.map(\.count) == [3, 1, 1])
  }

  @Test func aDeliveryWithoutFaultSaysSoAndHasNoScraps() throws {
    let source = try Source(columns: Source.columns)
    try source.write(Source.header + Source.row("1"), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    #expect(
      try source.files(of: "2026-06-30.csv") == [
        ".copia-annotata.json", "copia-annotata.xlsx", "ricevuta.html", "riepilogo.txt",
        "rilievi.csv",
      ])
    #expect(
      try source.receipt("riepilogo.txt", of: "2026-06-30.csv").contains("Nessun rilievo"))
  }

  @Test func aDeliveryThatCannotBeReadLeavesNoReceiptBehind() throws {
    // All is declared, so that the fault is met while the receipt is being made.
    let source = try Source(
      settings: ", \"formato_data\": \"gg/mm/aaaa\", \"virgolette\": \"\\\"\"",
      columns: Source.columns)
    let many = (0..<10_000).map { Source.row("\($0)", day: "mai") }.joined()
    try source.write(
      Source.header + many + "x;\"aperta\r\ny;altra\r\n", to: "deliveries/2026-06-30.csv")
    #expect(throws: UnreadableFile.self) { try source.ingest() }
    let left = try? FileManager.default.contentsOfDirectory(
      atPath: source.folder.path + "/receipts/comune/richieste")
    #expect((left ?? []).isEmpty)
  }

  @Test func theSameDeliveryGivesTheSameReceipt() throws {
    let (a, b) = (try receipt(), try receipt())
    for file in try a.files(of: "2026-06-30.csv") {
      let one = try Data(contentsOf: URL(fileURLWithPath: a.place(file, of: "2026-06-30.csv")))
      let other = try Data(contentsOf: URL(fileURLWithPath: b.place(file, of: "2026-06-30.csv")))
      #expect(one == other, "\(file)")
    }
  }

  @Test func lettersEncodedTwiceAreCountedInTheReceipt() throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("1", comune: "PlatÃ¬") + Source.row("2", note: "persa \u{FFFD}"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let page = try source.receipt("ricevuta.html", of: "2026-06-30.csv")
    #expect(page.contains("riparati</th><td>1</td>"))
    #expect(page.contains("prima della consegna (�)</th><td>1</td>"))
  }

  /// A spreadsheet would make 42 of the code, and another thing of the row.
  @Test func aRefusedRowKeepsTheDigitsOfItsCode() throws {
    func guarded(_ code: String) -> String { "\"=\"\"\(code)\"\"\";;080063;" }
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("00042", day: "mai") + Source.row("202601000042", day: "ieri"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let first = try source.receipt("scarti.csv", of: "2026-06-30.csv")
    #expect(first.contains(guarded("00042")) && first.contains(guarded("202601000042")))
    // One is mended, the other refused again, under its own code.
    try source.write(
      first.replacing("mai", with: "01/03/2026"), to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    let again = try source.receipt("scarti.csv", of: "2026-07-15-scarti.csv")
    #expect(again.contains(guarded("202601000042")) && !again.contains("00042\"\"\";;080063;01"))
    try source.write(
      again.replacing("ieri", with: "02/03/2026"), to: "deliveries/2026-07-20-scarti.csv")
    try source.ingest()
    #expect(try source.current().count == 2)
    let codes: Set = ["00042", "202601000042", "42"]
    let unmet = try source.store.requestsUnmet(
      Set(codes.map { RequestPlace(source: "comune/richieste", id: $0) }))
    #expect(unmet.map(\.id) == ["42"])
  }
}
