import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Tables with a value on the first row of each group alone, of which the source says so or nobody has yet.
@Suite struct GroupLabelsTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static let header = "anno;comune;area_utenza;spesa_lorda;fonte"
  private static let pivot = [
    "2024;080043;ANZ;100;bilancio", ";;FAM;200;bilancio", ";Locri Totale;;300;",
    ";080063;ANZ;10;bilancio", ";;FAM;20;bilancio", ";080063 Totale;;30;",
    "2025;080043;ANZ;1;bilancio", ";;FAM;2;bilancio", "Totale complessivo;;;333;",
  ]
  private static let declared = #""solo_prima_riga": ["Comune", "anno"]"#

  private func load(_ rows: [String], _ settings: String = declared) throws -> DirtBench.Outcome {
    try bench.load(
      ([Self.header] + rows).joined(separator: "\n") + "\n", as: "spesa_sociale",
      settings: settings)
  }

  /// `2024 080043 10000`, in the order of the file.
  private var loaded: [String] {
    get throws {
      var all: [String] = []
      try bench.store.forEachCurrent(.socialSpending) {
        all.append("\($0.integer(.year)!) \($0.text(.place)!) \($0.integer(.grossCents)!)")
      }
      return all
    }
  }

  @Test func aDeclaredLabelHoldsOfTheRowsBelow() throws {
    let outcome = try load(Self.pivot)
    #expect(
      try loaded == [
        "2024 080043 10000", "2024 080043 20000", "2024 080063 1000", "2024 080063 2000",
        "2025 080043 100", "2025 080043 200",
      ])
    #expect(outcome.snapshot.rowsRefused == 0 && outcome.lines("solo-prima-riga").isEmpty)
    #expect(outcome.lines("riga-totale") == [4, 7, 10])
    #expect(outcome.detail("etichette-ripetute") == "celle riempite: 7")
  }

  /// Undeclared, nothing is guessed.
  @Test func anUndeclaredLabelIsLeftBlank() throws {
    let outcome = try load(Self.pivot, "")
    #expect(try loaded == ["2024 080043 10000", "2025 080043 100"])
    #expect(outcome.snapshot.rowsRefused == 4 && outcome.lines("etichette-ripetute").isEmpty)
  }

  /// The year stands over the comuni, and each comune over its areas: on the first row of them, or on one alone.
  @Test(arguments: [
    (
      [
        "2024;080043;ANZ;100;bilancio", ";;FAM;200;bilancio", ";;DIS;300;bilancio",
        ";080063;ANZ;10;bilancio", ";;FAM;20;bilancio", "2025;080043;ANZ;1;bilancio",
        ";;FAM;2;bilancio", ";;;15;bilancio",
      ], ["anno righe senza: 5", "comune righe senza: 4"]
    ),
    (
      [
        "2024;;;;", ";080043;;;", ";;ANZ;100;bilancio", ";;FAM;200;bilancio", ";080063;;;",
        ";;ANZ;10;bilancio", ";;FAM;20;bilancio",
      ], ["anno righe senza: 4", "comune righe senza: 4"]
    ),
    // What only some rows have is no group, and slips in several columns are none.
    (
      [
        "2024;080043;ANZ;100;bilancio", ";;FAM;200;bilancio", "2024;080063;ANZ;10;bilancio",
        ";;FAM;20;bilancio",
      ], []
    ),
    (
      [
        "2024;080043;ANZ;100;bilancio", ";;FAM;200;bilancio", "2024;080043;;;bilancio",
        ";080063;ANZ;10;bilancio", "2024;;ANZ;10;bilancio",
      ], []
    ),
  ])
  func undeclaredLabelsAreToldOf(rows: [String], told: [String]) throws {
    let outcome = try load(rows, "")
    let found = outcome.findings.filter { $0.code == "solo-prima-riga" }
    #expect(found.map { "\($0.header) \($0.detail)" }.sorted() == told)
  }

  /// Rows that are of no group above them, or of nobody knows which, stay as they are.
  @Test func aLabelGoesNoFurtherThanItsGroup() throws {
    let outcome = try load([
      // Nothing above it.
      "2024;;ANZ;5;bilancio",
      "2024;080043;ANZ;100;bilancio",
      // Another year: the comune has to be said anew.
      "2025;;ANZ;7;bilancio",
      ";080063;FAM;8;bilancio",
      // The header once more, at the top of a page.
      Self.header, ";;ANZ;9;bilancio",
      // After a total.
      "Totale;;;124;", ";;ANZ;11;bilancio",
      "Fonte: ufficio;;;;",
    ])
    #expect(try loaded == ["2024 080043 10000", "2025 080063 800", "2025 080063 900"])
    #expect(outcome.lines("valore-mancante") == [2, 4, 9, 9])
    #expect(outcome.lines("riga-nota") == [10])
  }

  @Test func aLabelOfAColumnThatIsNotThereStopsTheSource() throws {
    let error = try #require(throws: UnreadableFile.self) {
      try load(Self.pivot, #""solo_prima_riga": ["Comuni"]"#)
    }
    #expect(error.code == "colonna-mancante")
    #expect(error.message.contains("«Comuni», di cui source.json dice «solo_prima_riga»"))
    #expect(error.message.contains("forse «comune»"))
  }

  /// Keys that a document leaves out are blank cells, and may be met late.
  @Test func keysLeftOutAreFilledToo() throws {
    let object = { (label: String, area: String) in
      "{\(label)\"area_utenza\": \"\(area)\", \"spesa_lorda\": 1, \"fonte\": \"bilancio\"}"
    }
    let outcome = try bench.load(
      "["
        + [
          object("\"anno\": 2024, \"comune\": \"080043\", ", "ANZ"), object("", "FAM"),
        ].joined(separator: ",\n") + "]", as: "spesa_sociale", named: "2026-06-30.json",
      settings: #""solo_prima_riga": ["comune", "anno", "ambito"]"#)
    #expect(try loaded == ["2024 080043 100", "2024 080043 100"])
    #expect(outcome.detail("mappa-inutilizzata") == "source.json, solo_prima_riga")
  }

  // MARK: What suggest makes of them

  private func suggest(_ lines: [String]) throws -> (suggestion: Suggestion, source: String) {
    let folder = try TemporaryFolder()
    try folder.write(lines.joined(separator: "\n") + "\n", to: "consegna.csv")
    let suggestion = try Suggestion(
      file: folder.path + "/consegna.csv", dataset: "spesa_sociale",
      reference: TrialSource.reference.get(), folder: PackageFolder.path + "/datasets/reference")
    return (suggestion, DraftFolder(suggestion).texts[0].text)
  }

  @Test func groupsAreProposedWithTheirEvidence() throws {
    let (suggestion, source) = try suggest(
      ["Anno;Comune;Area;Spesa lorda;Fonte"] + Self.pivot.filter { !$0.contains("Totale;") })
    #expect(source.contains("\"solo_prima_riga\": [\"Anno\", \"Comune\"]"))
    #expect(
      suggestion.text.contains(
        "«Comune» è scritto solo sulla prima riga di ogni gruppo (3 righe senza, su 6): controllare"
      ))
  }

  /// Values that are missing here and there are nobody's group: they would be made up.
  @Test func missingValuesAreNoGroups() throws {
    let rows = (0..<24).map { row in
      let comune = row % 3 == 1 ? "" : ["080043", "080063"][row % 2]
      return "2024;\(comune);ANZ;\(row);bilancio"
    }
    let (suggestion, source) = try suggest(["Anno;Comune;Area;Spesa lorda;Fonte"] + rows)
    #expect(suggestion.fields["Comune"] == "comune")
    #expect(suggestion.groupLabels.isEmpty && !source.contains("solo_prima_riga"))
  }
}
