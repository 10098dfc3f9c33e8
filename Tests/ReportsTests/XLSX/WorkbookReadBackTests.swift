import Foundation
import Indicators
import Ingest
import Spreadsheet
import Testing

@testable import Reports

/// The workbooks of an edition, read back by the reader of ingest: the spreadsheet checklist of the
/// domain reference §5.7.
@Suite struct WorkbookReadBackTests {
  struct Sheet {
    var name: String
    var rows: [[(text: String, kind: RawCellKind)]]
    var mergedRanges: Int
  }

  static func read(_ path: String) throws -> [Sheet] {
    let names = try TableFile.open(path: path).sheetNames
    return try names.map { name in
      var options = TableOptions()
      options.sheet = .name(name)
      let table = try TableFile.open(path: path, options: options)
      var rows: [[(String, RawCellKind)]] = []
      let batch = RawBatch()
      while try table.reader.next(into: batch) {
        for row in batch.rows.indices {
          rows.append(
            (0..<Int(batch.rows[row].cellCount)).map {
              (batch.text(row: row, column: $0), batch.kind(row: row, column: $0))
            })
        }
      }
      return Sheet(name: name, rows: rows, mergedRanges: try table.mergedRanges().count)
    }
  }

  static func workbook(
    _ report: Report, _ context: ReportContext
  ) throws -> (sheets: [Sheet], texts: [String]) {
    let scratch = try Scratch()
    let texts = try WorkbookRenderer(frame: context.frame)
      .write(report, to: scratch.path("a.xlsx"))
    return (try read(scratch.path("a.xlsx")), texts)
  }

  static func context(_ language: Language, _ evidence: Evidence = SampleEvidence.make())
    -> ReportContext
  {
    ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: language)
  }

  /// A report of every kind an edition makes a workbook of.
  static func everyKind(_ context: ReportContext) -> [Report] {
    let reports = ReportCatalogue.kinds.compactMap { $0.drafts(context).first?() }
    let made = reports.filter(\.hasWorkbook)
    #expect(made.count > 2)
    return made
  }

  @Test(arguments: Language.allCases) func oneTablePerSheetFromTheFirstCell(language: Language)
    throws
  {
    let context = Self.context(language)
    for report in Self.everyKind(context) {
      let sheets = try Self.workbook(report, context).sheets
      // A map has a sheet of its own after that of its table.
      let tables = (report.workbookSections ?? report.sections).flatMap(\.allTables).flatMap {
        entry in
        [entry.table] + entry.charts.compactMap { $0.legend(of: entry.table, language)?.table }
      }
      let forms = report.forms.isEmpty ? 0 : report.forms.count + 1
      #expect(sheets.count == 4 + tables.count + forms)
      #expect(sheets.allSatisfy { $0.mergedRanges == 0 })
      #expect(sheets.allSatisfy { $0.name.utf16.count <= 31 })
      for (sheet, table) in zip(sheets.dropFirst(4), tables) {
        let layout = SheetColumns(table, language)
        #expect(sheet.rows.first?.map(\.text) == layout.columns.map(\.header), "\(sheet.name)")
        #expect(sheet.rows.count == table.rows.count + 1, "\(sheet.name)")
        #expect(Set(layout.columns.map { $0.header.lowercased() }).count == layout.columns.count)
      }
      let cover = sheets[0].rows.joined().map(\.text)
      #expect(cover.first == report.title)
      #expect(cover.contains { $0.contains(Phrases.syntheticTitle[language]) })
    }
  }

  /// The sheet of the decisions has the headers of its contract, in its order, and nothing filled in.
  @Test func theSheetOfTheDecisionsIsADelivery() throws {
    let context = Self.context(.it)
    let (sheets, _) = try Self.workbook(DossierReport.reports(context)[0], context)
    let sheet = try #require(sheets.first { $0.name == "esiti_tavolo" })
    #expect(
      sheet.rows[0].map(\.text) == [
        "id_procedimento", "numero", "bisogno", "decisione", "data_decisione", "peso",
        "responsabile", "servizio", "comuni", "indicatore", "valore_obiettivo", "entro_il",
        "risorse", "stato",
      ])
    #expect(sheet.rows.dropFirst().joined().allSatisfy { $0.text.isEmpty })
    let lists = try #require(sheets.last)
    let column = try #require(lists.rows[0].firstIndex { $0.text == "stato (esiti_tavolo)" })
    let choices = lists.rows.dropFirst().compactMap { row in
      row.indices.contains(column) && !row[column].text.isEmpty ? row[column].text : nil
    }
    #expect(choices == DecisionForm.statuses)
  }

  /// Every sheet to fill in is of a dataset, with fields of its contract and all that are required.
  @Test func everyFormIsOfAContract() throws {
    let report = DossierReport.reports(Self.context(.it))[0]
    #expect(report.forms.count == 3)
    for form in report.forms {
      let contract = try #require(Contract.named(form.sheetName))
      let fields = Set(form.columns.map(\.field))
      #expect(fields.isSubset(of: contract.fields.map(\.name)))
      #expect(fields.isSuperset(of: contract.fields.filter(\.isRequired).map(\.name)))
    }
  }

  @Test func numbersAreNumbersAndMarksStandBesideThem() throws {
    let context = Self.context(.it)
    let sheets = try Self.workbook(DossierReport.reports(context)[0], context).sheets
    let sheet = try #require(sheets.first { $0.name == "Copertura per comune" })
    let header = sheet.rows[0].map(\.text)
    let value = try #require(header.firstIndex { $0.hasPrefix("Copertura della popolazione") })
    #expect(header[value + 1].hasSuffix("– segno"))
    let africo = try #require(sheet.rows.first { $0[0].text == "Africo" })
    #expect(africo[value].kind == .number)
    let missing = try #require(sheet.rows.first { $0[0].text.hasPrefix("Sant") })
    #expect(missing[value].text == "" && missing[value + 1].text == "[..]")
    let provisional = try #require(sheet.rows.first { $0[0].text == "Locri" })
    #expect(provisional[value].kind == .number && provisional[value + 1].text == "[p]")
    let id = try #require(header.firstIndex { $0.hasPrefix("Id: ") })
    #expect(africo[id].text == "copertura-popolazione~comune~080001~2026-S1~area_utenza~ANZ")
  }

  /// A text that looks like a formula stays a text.
  @Test(arguments: [
    "=HYPERLINK(\"http://example.org\")", "+39+1", "-1+2", "@SUM(A1)", "\t=1+1", "{=1+1}",
  ]) func textsNeverBecomeFormulas(hostile: String) throws {
    var evidence = SampleEvidence.make()
    evidence.programmes[0].funding[0].origin = hostile
    let context = Self.context(.it, evidence)
    let (sheets, texts) = try Self.workbook(ProgrammeReport.reports(context)[0], context)
    let cells = sheets.flatMap { $0.rows.joined() }.filter { $0.text.contains(hostile) }
    #expect(!cells.isEmpty && cells.allSatisfy { $0.kind == .text })
    #expect(texts.contains { $0.contains(hostile) })
  }

  /// A mark in a column of words is one of them: it needs no column of its own.
  @Test func marksOfWordsStandAmongThem() {
    let table = Table(
      id: "t", caption: "t", sheetName: "t",
      columns: [
        Table.Column("Voce"), Table.Column("Contenuto"), Table.Column("Valore", .number),
      ],
      rows: [
        [.text("a"), Cell(.none, mark: .notReceived), Cell(.none, mark: .confidential)],
        [.text("b"), Cell(.text("sì"), mark: .provisional), Cell(.number(1, .decimal(0)))],
      ])
    let layout = SheetColumns(table, .it)
    #expect(layout.columns.map(\.header) == ["Voce", "Contenuto", "Valore", "Valore – segno"])
    let written = table.rows.map { row in
      layout.columns.map { layout.value($0, row[$0.source]).0 }
    }
    #expect(
      written == [
        [.text("a"), .text("[..]"), .blank, .text("[c]")],
        [.text("b"), .text("sì [p]"), .number(1), .blank],
      ])
  }

  /// What the scan is given is all there is to read.
  @Test func everyTextIsScanned() throws {
    let context = Self.context(.it)
    for report in Self.everyKind(context) {
      let (sheets, texts) = try Self.workbook(report, context)
      let scanned = Set(texts)
      let fixed: Set<String> = [
        "Foglio", "Tabella", "Righe", "Sezione", "Testo", "Identificativi", "Nota", "Indice",
        "In parole", "Note",
      ]
      for cell in sheets.flatMap({ $0.rows.joined() })
      where cell.kind == .text && !cell.text.isEmpty {
        #expect(scanned.contains(cell.text) || fixed.contains(cell.text), "\(cell.text)")
      }
    }
  }

  @Test func aWithheldNumberIsNotInTheWorkbook() throws {
    var evidence = SampleEvidence.make()
    for index in evidence.observations.indices
    where evidence.observations[index].status == .suppressed {
      evidence.observations[index].value = 123.456_789
      evidence.observations[index].numerator = 777_771
    }
    let context = Self.context(.it, evidence)
    let sheets = try Self.workbook(DossierReport.reports(context)[0], context).sheets
    let cells = sheets.flatMap { $0.rows.joined() }.map(\.text)
    #expect(cells.contains("[c]"))
    #expect(!cells.contains { $0.contains("123.45") || $0.contains("777771") })
  }

  /// A share has no room above the whole: left to themselves programs draw an axis up to 120 %.
  @Test func axesOfSharesEndAtTheWhole() {
    func end(_ shares: [Double], _ style: NumberStyle = .percent(1)) -> Double? {
      ([.text("a"), .none] + shares.map { .number($0, style) }).axisEnd
    }
    #expect(end([0.2, 1]) == 1)
    #expect(end([0.2, 0.5]) == nil)
    #expect(end([0.2, 1.3]) == nil)
    #expect(end([0.2, 1], .decimal(1)) == nil)
  }
}
