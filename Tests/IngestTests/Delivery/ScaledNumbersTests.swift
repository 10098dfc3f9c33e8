import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Amounts that offices write in thousands: read as they are written they would be a thousand times too small.
@Suite struct ScaledNumbersTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static let rows = ["1.234,5", "12,34567"].map {
    "B41H22000020006;pnrr;2025-03-10;\($0);bilancio;no\n"
  }.joined()
  private static func text(_ amount: String = "importo", above: String = "") -> String {
    above + "cup;fonte;data;\(amount);fonte_dato;cumulato\n" + rows
  }
  private static let columns = """
    campo,2020-01-01
    cup,cup
    fonte,fonte
    data,data
    importo,Importo (migliaia di euro)
    fonte_dato,fonte_dato
    cumulato,cumulato

    """

  /// Records of fixed length write 125.000,50 as 000012500050.
  @Test(arguments: [
    (["000012500050", "000000001250"], true), (["000012500050", "125000050000", ""], true),
    (["000012500050", "1250"], false), (["125000", "990050"], false), (["000012500050"], false),
    (["00012", "00125"], false), (["000012500050", "0000001250,5"], false),
  ])
  func amountsWithZerosBeforeThemMayBeCents(cells: [String], areAsked: Bool) throws {
    let text = DirtBench.payments(cells)
    guard areAsked else {
      #expect(try bench.load(text, as: "pagamenti").snapshot.rowsRefused == 0)
      return
    }
    let error = #expect(throws: DescriptorError.self) { try bench.load(text, as: "pagamenti") }
    #expect(error?.message.contains("«importo» hanno tutti 12 cifre") == true)
    #expect(error?.message.contains("\"moltiplicatori\": {\"importo\": 0.01}") == true)
    try bench.load(
      text, as: "pagamenti", settings: "\"moltiplicatori\": {\"importo\": 0.01}")
    #expect(try bench.amounts.first == 12_500_050)
  }

  /// Twelve per cent is not twelve euros.
  @Test func aPercentageIsNoAmount() throws {
    let text = Self.text("Quota pagata %")
    let columns = Self.columns.replacing("Importo (migliaia di euro)", with: "Quota pagata %")
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(text, as: "pagamenti", columns: columns)
    }
    #expect(error?.message.contains("«importo» è un importo in euro") == true)
    #expect(error?.file.hasSuffix("/columns.csv") == true)
    #expect(try bench.amounts.isEmpty)
    try bench.load(
      text, as: "pagamenti", settings: "\"moltiplicatori\": {\"importo\": 1}", columns: columns)
    #expect(try bench.amounts == [123_450, 1235])
  }

  @Test func aHeaderThatTellsOfThousandsIsNotReadAsEuros() throws {
    let text = Self.text("Importo (migliaia di euro)")
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(text, as: "pagamenti", columns: Self.columns)
    }
    #expect(error.map { "\($0)" }?.contains("\"moltiplicatori\": {\"importo\": 1000}") == true)
    #expect(try bench.amounts.isEmpty)
    try bench.load(
      text, as: "pagamenti", settings: "\"moltiplicatori\": {\"importo\": 1000}",
      columns: Self.columns)
    #expect(try bench.amounts == [123_450_000, 1_234_567])
  }

  @Test func aTitleThatTellsOfThousandsIsNotOverlooked() throws {
    let text = Self.text(above: "Spesa dei comuni\n(dati in migliaia di euro)\n")
    let error = #expect(throws: DescriptorError.self) { try bench.load(text, as: "pagamenti") }
    #expect(error.map { "\($0)" }?.contains("«migliaia»") == true)
    // The office has looked: they are euros.
    try bench.load(
      text, as: "pagamenti", settings: "\"moltiplicatori\": {\"importo\": 1}")
    #expect(try bench.amounts.first == 123_450)
  }

  /// Software that keeps money in whole numbers exports cents.
  @Test(arguments: ["Importo (centesimi)", "IMPORTO_CENT"])
  func centsAreNotReadAsEuros(header: String) throws {
    let columns = Self.columns.replacing("Importo (migliaia di euro)", with: header)
    let text = Self.text(header).replacing("1.234,5", with: "1234").replacing(
      "12,34567", with: "50")
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(text, as: "pagamenti", columns: columns)
    }
    #expect(error.map { "\($0)" }?.contains("\"moltiplicatori\": {\"importo\": 0.01}") == true)
    let outcome = try bench.load(
      text, as: "pagamenti", settings: "\"moltiplicatori\": {\"importo\": 0.01}", columns: columns)
    #expect(try bench.amounts == [1234, 50] && outcome.findings.isEmpty)
  }

  private static let shares = "area_utenza;fascia_eta;prevalenza;fonte;anno\n"

  /// Half of one in a hundred is no half.
  @Test func aPercentageIsAPartOfAHundred() throws {
    try bench.load(
      Self.shares + "ANN;75-84;0,5%;EHIS;2019\nANN;85 anni e più;18,2 %;EHIS;2019\n",
      as: "prevalenze")
    var read: [Double] = []
    try bench.store.forEachCurrent(.prevalence) { read.append($0.real(.prevalence)!) }
    #expect(read == [0.005, 0.182])
  }

  @Test(arguments: ["Prevalenza %", "Prevalenza (%)", "Prevalenza in percentuale"])
  func aHeaderThatTellsOfPercentagesIsNotReadAsShares(header: String) throws {
    let text = Self.shares.replacing("prevalenza", with: header) + "ANN;75-84;0,5;EHIS;2019\n"
    let columns =
      "campo,2020-01-01\narea_utenza,area_utenza\nfascia_eta,fascia_eta\nprevalenza,\(header)\n"
      + "fonte,fonte\nanno,anno\n"
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(text, as: "prevalenze", columns: columns)
    }
    #expect(error.map { "\($0)" }?.contains("\"moltiplicatori\": {\"prevalenza\": 0.01}") == true)
    try bench.load(
      text, as: "prevalenze", settings: "\"moltiplicatori\": {\"prevalenza\": 0.01}",
      columns: columns)
    var read: [Double] = []
    try bench.store.forEachCurrent(.prevalence) { read.append($0.real(.prevalence)!) }
    #expect(read == [0.005])
  }

  /// A percentage says how many of nothing.
  @Test func aPercentageIsNoCountOfAnything() throws {
    let outcome = try bench.load(
      "comune;anno;profilo;fte\n080063;2025;educatore;50%\n080063;2025;psicologo;0,5\n",
      as: "personale")
    #expect(outcome.lines("numero-non-valido") == [2])
    #expect(outcome.detail("numero-non-valido") == "è una percentuale")
  }

  /// A programme is called by what it is worth: the amounts under its name are euros.
  @Test func aTitleThatNamesAnAmountStopsNothing() throws {
    try bench.load(Self.text(above: "Programma da 3 milioni di euro\n"), as: "pagamenti")
    #expect(try bench.amounts.first == 123_450)
  }

  @Test func whatIsProposedIsWhatTheFileSays() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text("Importo (mln €)"), to: "a.csv")
    let suggestion = try Suggestion(
      file: folder.path + "/a.csv", dataset: "pagamenti", reference: DirtBench.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
    let source = DraftFolder(suggestion).texts.first { $0.name == "source.json" }!.text
    #expect(source.contains("\"moltiplicatori\": {\"importo\": 1000000}"))
    #expect(suggestion.text.contains("il file dice «mln»"))
  }

  @Test func aNoteAtTheFootIsPointedAt() throws {
    let outcome = try bench.load(
      Self.text() + "Importi in migliaia di euro;;;;;\n", as: "pagamenti")
    #expect(outcome.lines("note-migliaia") == [0])
    #expect(outcome.detail("note-migliaia") == "riga 4")
  }

  @Test func onlyPowersThatAreMeant() throws {
    #expect(throws: DescriptorError.self) {
      try bench.load(
        Self.text(), as: "pagamenti", settings: "\"moltiplicatori\": {\"importo\": 999}")
    }
  }

  /// What is declared of a field that is not there would hold of nothing, and nobody would know.
  @Test(arguments: [
    "\"moltiplicatori\": {\"importi\": 1000}", "\"numeri\": {\"importi\": \"italiani\"}",
    "\"formato_data\": {\"datta\": \"gg/mm/aaaa\"}",
  ])
  func aFieldThatIsNotThereIsNamed(settings: String) throws {
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(Self.text(), as: "pagamenti", settings: settings)
    }
    #expect(error.map { "\($0)" }?.contains("(forse «") == true)
  }

  @Test(arguments: [
    ("Spesa (migliaia di euro)", true), ("Importo mln €", true), ("Importo in k€", true),
    ("Euro/1.000", true), ("5 per mille", false), ("Tasso per 1.000 abitanti", false),
    ("Spesa lorda", false), ("Famiglia", false), ("Dati in milioni", true), ("€ mln", true),
    ("Importi/migliaia", true), ("Anno 2025 - milioni di euro", true),
    ("Esercizio 2025, migliaia di euro", true), ("(in migliaia di unità)", true),
    ("Importo in centesimi", true), ("da 50 centesimi", false), ("Centro di costo", false),
    ("Programma da 3 milioni", false), ("Programma da 3 milioni di euro", false),
    ("Fondo di 2,5 mln €", false), ("oltre due milioni di euro", false),
    ("Servizi per migliaia di anziani", false), ("Progetto da 500k€", false),
    ("Programma da 3 milioni (importi in migliaia)", true),
  ])
  func whatTellsOfThousands(text: String, tells: Bool) {
    #expect((NumberScale.told(by: text) != nil) == tells)
  }
}
