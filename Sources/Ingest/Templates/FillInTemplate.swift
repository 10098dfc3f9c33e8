public import Spreadsheet
public import Warehouse

/// The workbook a clerk fills in for a dataset, and delivers as it is: the headers are the fields' own
/// names in plain Italian, in whichever language the rest is, so it comes back in without any map.
///
/// Above the header stand what to write and an example, which reading leaves out because they are
/// above it. A second sheet explains, a third holds the words of the drop-downs.
public struct FillInTemplate {
  static let helpRow = 0
  static let exampleRow = 1
  static let headerRow = 2
  /// Sheets that are no data: reading does not ask about them.
  static let otherSheets = Set(
    [TemplateWords.instructions, TemplateWords.lists].flatMap { [$0.it, $0.en] })
  /// Rows the drop-downs and checks reach.
  static let rows = headerRow + 1...headerRow + 5_000
  /// Columns that fit a printed page side by side.
  static let columnsPerPage = 8

  let contract: Contract
  let lists: TemplateLists
  let columns: [TemplateColumn]
  private let language: ReceiptLanguage
  private var title: String {
    TemplateWords.title(language, contract.title(language))
  }

  public init(
    _ contract: Contract, reference: ReferenceFolder, language: ReceiptLanguage = .it
  ) {
    self.contract = contract
    self.language = language
    lists = TemplateLists(reference, language)
    columns = contract.fields.map { [lists] in TemplateColumn($0, lists: lists, language) }
  }

  /// Writes the workbook.
  ///
  /// - Parameter day: the day it says it was made on; the same day gives the same bytes.
  public func write(to path: String, on day: Day) throws(WorkbookError) {
    let book = try Spreadsheet.Workbook(
      path: path,
      properties: DocumentProperties(
        title: title, subject: contract.meaning(language), author: "Tavolo",
        created: Int(day.number),
        custom: [("Dataset", contract.dataset), ("Lingua", language.rawValue)]))
    let sheet = try book.addSheet(contract.dataset)
    let instructions = try book.addSheet(TemplateWords.instructions[language])
    let words = try book.addSheet(TemplateWords.lists[language])
    let places = try lists.write(usedLists, on: words)
    try fill(sheet, places, in: words.name)
    try TemplateInstructions(
      contract: contract, columns: columns, lists: lists, language: language
    )
    .write(on: instructions)
    try sheet.activate()
    try book.close()
  }

  private var usedLists: [String] {
    var used: [String] = []
    for column in columns {
      switch column.accepts {
      case .words(let list, _), .manyWords(let list):
        if !used.contains(list) { used.append(list) }
      default: break
      }
    }
    return used
  }

  private func fill(
    _ sheet: Sheet, _ places: [String: (column: Int, rows: ClosedRange<Int>)], in words: String
  ) throws(WorkbookError) {
    let small = CellStyle(italic: true, wrap: true, alignTop: true, color: 0x455A64, size: 9)
    let sample = CellStyle(
      italic: true, wrap: true, alignment: .left, alignTop: true, color: 0x455A64)
    for (i, column) in columns.enumerated() {
      try sheet.setWidth(column.width, columns: i...i, style: column.style)
      try sheet.write(
        .text(column.help), row: FillInTemplate.helpRow, column: i, style: small)
      try sheet.write(
        .text(column.example.isEmpty ? "" : TemplateWords.such[language] + column.example),
        row: FillInTemplate.exampleRow, column: i, style: sample)
      try sheet.write(
        .text(column.header), row: FillInTemplate.headerRow, column: i, style: .header)
      try sheet.add(
        validation(column, places, in: words),
        on: Spreadsheet.CellRange(rows: FillInTemplate.rows, columns: i...i))
    }
    let lines = columns.map { Double($0.help.count) / ($0.width * 1.1) }.max() ?? 1
    try sheet.setHeight(min(12.5 * (lines.rounded(.up) + 1), 160), row: FillInTemplate.helpRow)
    try sheet.setHeight(31, row: FillInTemplate.exampleRow)
    try sheet.setHeight(30, row: FillInTemplate.headerRow)
    try sheet.freeze(rows: FillInTemplate.headerRow + 1, columns: 1)
    var print = PrintSetup(
      titleRows: FillInTemplate.headerRow...FillInTemplate.headerRow,
      footerLeft: title, pageWords: (TemplateWords.page[language], TemplateWords.of[language]))
    let pages = FillInTemplate.columnsPerPage
    print.pagesWide = (columns.count + pages - 1) / pages
    try sheet.set(print)
  }

  private func validation(
    _ column: TemplateColumn, _ places: [String: (column: Int, rows: ClosedRange<Int>)],
    in words: String
  ) -> Validation {
    var validation = Validation(
      .anything, promptTitle: column.header,
      prompt: column.help
        + (column.example.isEmpty ? "" : TemplateWords.suchAs[language] + column.example))
    switch column.accepts {
    case .text: break
    case .day:
      // From 1 January 1901; far ends of validity too.
      validation.choices = .days(-25_202...376_199)
      validation.complaint = TemplateWords.wrongDay[language]
    case .integers(let range):
      validation.choices = .integers(range)
      validation.complaint = TemplateWords.wrongInteger(
        language, "\(range.lowerBound)", "\(range.upperBound)")
    case .decimals(let range):
      validation.choices = .decimals(range)
      validation.complaint = TemplateWords.wrongDecimal[language]
    case .words(let list, let isClosed):
      guard let place = places[list] else { break }
      validation.choices = .column(sheet: words, rows: place.rows, column: place.column)
      validation.alert = isClosed ? .stop : .warning
      validation.complaint =
        (isClosed ? TemplateWords.wrongWord : TemplateWords.oddWord)[language]
    case .manyWords(let list):
      guard let place = places[list] else { break }
      validation.choices = .column(sheet: words, rows: place.rows, column: place.column)
      validation.alert = .none
    }
    return validation
  }
}

extension Contract {
  /// What the dataset is called, in the words of the reader.
  func title(_ language: ReceiptLanguage) -> String {
    language == .it ? title : EnglishTemplate.contracts[dataset]?.title ?? title
  }

  /// What a row is, in the words of the reader.
  func meaning(_ language: ReceiptLanguage) -> String {
    language == .it ? meaning : EnglishTemplate.contracts[dataset]?.meaning ?? meaning
  }
}
