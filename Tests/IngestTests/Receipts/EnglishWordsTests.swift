import Testing
import Warehouse

@testable import Ingest

/// What is decided or masked in Italian is told in English to who reads English.
@Suite struct EnglishWordsTests {
  @Test(arguments: [
    ("16 caratteri: LLLLLL99L99L999L", "16 characters: LLLLLL99L99L999L"),
    ("1 carattere: L", "1 character: L"), ("kiosk", "kiosk"), ("", "(empty)"),
  ]) func aMaskedCellIsTold(cell: String, english: String) {
    #expect(FindingWords.cell(cell, .en) == english)
    #expect(FindingWords.cell(cell, .it) == (cell.isEmpty ? "(vuota)" : cell))
  }

  @Test(arguments: [
    ("quadra con le righe sopra: Ore 7,5", "it is the sum of the rows above: Ore 7,5"),
    ("Ore: dichiarato 8, somma delle righe 7,5", "Ore: stated 8, sum of the rows 7,5"),
    (
      "«GENNAIO» dalla riga 1, «FEBBRAIO» dalla riga 7",
      "«GENNAIO» from row 1, «FEBBRAIO» from row 7"
    ),
    ("riga precedente: 2; identica", "earlier row: 2; the same"), ("da 1 a 5", "from 1 to 5"),
    ("riga 4", "row 4"),
    (
      "«40.000» vale numeri diversi secondo la convenzione, e nessuna cella decide",
      "«40.000» stands for different numbers by one convention or the other, and no cell decides"
    ),
    (
      "«1.250» vale numeri diversi secondo la convenzione, e gli altri importi hanno al più due decimali",
      "«1.250» stands for different numbers by one convention or the other, and the other amounts have two decimals at most"
    ),
    (
      "«1/2» e altre 3 celle si leggono in entrambi i modi e nessuna cella decide",
      "«1/2» and 3 other cells read both ways and no cell decides"
    ),
    ("forse «Bova o Bova Marina»", "perhaps «Bova or Bova Marina»"),
    ("per il campo «note», forse «la riga»?", "of the field «note», perhaps «la riga»?"),
    ("12 su 40, rispetto a «a.csv»", "12 of 40, by comparison with «a.csv»"),
    ("salute", "health"), ("12 celle: G2, G3…", "12 cells: G2, G3…"),
    ("righe: 12; colonne: C, F", "rows: 12; columns: C, F"), ("3 per Età", "3 by Età"),
    ("righe senza: 3", "rows without it: 3"), ("è una percentuale", "it is a percentage"),
    ("serve un numero intero, da 0 a 1440", "a whole number is wanted, from 0 to 1440"),
    ("scritto RM, letto RC", "written RM, read RC"), ("sono 12", "12 of them"),
    ("somma_fondi o quota", "somma_fondi or quota"), ("altre 3 righe", "3 other rows"),
    ("carattere 12, qui serve una cifra", "character 12, wanted here: a digit"),
    (
      "columns.csv, colonna 2026-01-01: nessuna consegna è di quel periodo",
      "columns.csv, column 2026-01-01: no delivery is of that period"
    ),
  ]) func aDetailIsTold(italian: String, english: String) {
    #expect(FindingWords.detail(italian, .en) == english)
    #expect(FindingWords.detail(italian, .it) == italian)
    #expect(EnglishDetails().english(italian) == english)
  }

  /// Details that differ in their numbers are put into words once; each keeps its own.
  @Test func everyDetailKeepsItsNumbers() {
    let details = EnglishDetails()
    for row in [2, 17, 1000, 1001, 123_456] {
      #expect(
        details.english("riga precedente: \(row); identica") == "earlier row: \(row); the same")
      #expect(details.english("da 1 a \(row)") == "from 1 to \(row)")
    }
  }

  @Test func theListOfFindingsHasTheDetailInBothLanguages() {
    var log = FindingLog()
    log.add(
      FindingKind.finding(
        .unknownComune, line: 3, header: "comune", cell: "Melicuca", detail: "forse «Melicuccà»"))
    let csv = FindingsList.csv(log)
    #expect(csv.contains(",il comune non è stato riconosciuto (forse «Melicuccà»),"))
    #expect(csv.contains(",the municipality was not recognised (perhaps «Melicuccà»),"))
  }

  @Test func aDryRunTellsItsFindingsInTheLanguageAskedFor() throws {
    let source = try TrialSource()
    try source.write(
      "id_richiesta;comune;data_richiesta;canale;servizio\n1;Melicucà;12/03/2026;sportello;C1\n",
      to: "deliveries/2026-06-30.csv")
    for (language, message, expected) in [
      (ReceiptLanguage.it, "il comune non è stato riconosciuto (forse «", "il codice ISTAT"),
      (.en, "the municipality was not recognised (perhaps «", "the 6-digit ISTAT code"),
    ] {
      let runs = try Examination.run(
        path: source.path, isFolder: true, dataset: nil, receivedOn: Day(iso: "2026-06-30")!,
        reference: TrialSource.reference.get(),
        receipts: ReceiptWriting(root: nil, language: language, coverageDays: 180))
      let found = try #require(Array(runs[0].findingObjects).first)
      #expect((found["message"] as? String)?.hasPrefix(message) == true)
      #expect((found["expected"] as? String)?.hasPrefix(expected) == true)
    }
  }

  /// Words no English sentence has.
  nonisolated(unsafe) private static let italian =
    #/\b(il|lo|la|gli|le|di|del|della|dei|delle|che|non|con|una|un|nel|nella|sono|righe|riga|colonna|cella)\b/#

  /// Every finding is told in English, what to do about it included; names of files and words of ours
  /// aside, that are the same in both languages.
  @Test func everyFindingIsTold() {
    for kind in FindingKind.all {
      #expect(FindingAdvice.english[kind.code] != nil, "\(kind.code)")
      for text in [FindingWords.expected(kind, .en), kind.message.en] {
        let own = text.replacing(#/«[^»]*»|[a-z]+_[a-z_]+|\[[^\]]*\]/#, with: "")
        #expect(own.firstMatch(of: Self.italian) == nil, "\(kind.code): \(text)")
      }
    }
  }

  /// What the whole file is told in a receipt, of a file with all that can be doubted.
  @Test func aDoubtfulDeliveryIsToldInEnglish() throws {
    let bench = try DirtBench()
    let outcome = try bench.load(
      """
      id_prestazione;ente;servizio;comune;data;quantita;unita;costo;Note;Cognome
      1;01528071002;C1;Bova Marino;01/02/2026;1.30;ore;1.234;x;y
      2;01528071002;C1;080063;02/03/2026;0.45;ore;5.678;x;y
      Totale;;;;;9;;;;

      """, as: "prestazioni")
    let codes = Set(outcome.findings.map(\.code))
    #expect(codes.isSuperset(of: ["numeri-ambigui", "ordine-date-incerto", "ore-o-minuti"]))
    for finding in outcome.findings {
      let text = FindingWords.sentence(finding, .en)
        .replacing(#/«[^»]*»/#, with: "")
      #expect(text.firstMatch(of: Self.italian) == nil, "\(text)")
    }
  }

  /// One letter beyond ASCII is one, in both languages.
  @Test(arguments: [
    ("perché", "1 carattere non ASCII, UTF-8 valido", "1 character beyond ASCII, valid UTF-8"),
    (
      "perché è", "2 caratteri non ASCII, tutti UTF-8 validi",
      "2 characters beyond ASCII, all of them valid UTF-8"
    ),
  ]) func lettersAreCounted(text: String, italian: String, english: String) throws {
    var census = ByteCensus()
    Array(text.utf8).withUnsafeBufferPointer { census.add($0) }
    census.finish()
    let decision = try EncodingDecision.decide(census, mark: nil)
    #expect(decision.evidence == italian)
    let item = Decisions.Item("Codifica dei caratteri", "UTF-8", decision.evidence, 0.99)
    let words = DecisionWords(item, .en)
    #expect(words.because == english && words.certainty == "99%")
  }
}
