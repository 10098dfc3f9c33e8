/// Opens a delivered table whatever its format.
public enum TableFile {
  /// Decides what the file is and how it is written, and opens a reader on it.
  ///
  /// Throws `UnreadableFile` when the file cannot be understood as a whole.
  public static func open(
    path: String, options: TableOptions = TableOptions()
  ) throws -> OpenedTable {
    try open(.file(path: path), options: options)
  }

  public static func open(
    _ delivered: ByteSource, options: TableOptions = TableOptions()
  ) throws -> OpenedTable {
    let unpacking = try FileSignature.compression(of: delivered).flatMap {
      try Unpacking(delivered, kind: $0)
    }
    let source = unpacking?.source ?? delivered
    var survey = try FileSurvey(source, options: options)
    survey.container = unpacking.map { ($0.container, $0.source.name) }
    return try open(source, survey, options)
  }

  /// Opens a long delimited text as its beginning says it is written, which the whole of it must confirm;
  /// nil for anything else.
  static func surmise(
    path: String, options: TableOptions, fromBeginning beginning: Int
  ) throws -> OpenedTable? {
    let source = ByteSource.file(path: path)
    guard try ByteWindow(source, size: 1).totalCount > beginning,
      try FileSignature.compression(of: source) == nil
    else { return nil }
    let survey = try FileSurvey(source, options: options, ofBeginning: beginning)
    guard survey.kind.value == .csv else { return nil }
    return try open(source, survey, options)
  }

  /// Opens a source of which everything is decided.
  fileprivate static func open(
    _ source: ByteSource, _ survey: FileSurvey, _ options: TableOptions
  ) throws -> OpenedTable {
    var table = try reading(source, survey, options)
    table.source = source
    table.options = options
    if let path = table.recordPath { table.options.recordPath = path.value }
    return table
  }

  private static func reading(
    _ source: ByteSource, _ survey: FileSurvey, _ options: TableOptions
  ) throws -> OpenedTable {
    let encoding = survey.encoding?.value ?? .utf8
    var table: OpenedTable
    switch survey.kind.value {
    case .csv:
      table = OpenedTable(
        reader: try CSVReader(
          source, dialect: survey.dialect ?? CSVDialect(), windowSize: options.windowSize),
        survey: survey)
    case .fixedWidth:
      guard let layout = options.layout else {
        throw UnreadableFile(
          code: "tracciato-mancante",
          message: "per leggere un file a larghezza fissa serve «tracciato» in source.json.")
      }
      table = OpenedTable(
        reader: try FixedWidthReader(
          source, layout: layout, encoding: encoding, windowSize: options.windowSize),
        survey: survey)
    case .json, .ndjson:
      let path = options.recordPath ?? []
      let reader: any TableReader =
        path.isEmpty
        ? try JSONReader(source, encoding: encoding, windowSize: options.windowSize)
        : try JSONPathReader(
          source, path: path, encoding: encoding, windowSize: options.windowSize)
      table = OpenedTable(reader: reader, survey: survey)
    case .xml: table = try openXML(source, survey, options)
    case .xlsx:
      let workbook = try Workbook(source)
      let reader = try XLSXReader(
        workbook, sheet: options.sheet ?? workbook.choice(preferring: options.preferredSheet),
        windowSize: min(options.windowSize, 1 << 16))
      table = OpenedTable(reader: reader, survey: survey)
    case .ods:
      let reader = try ODSReader(
        source, sheet: options.sheet, preferring: options.preferredSheet,
        windowSize: min(options.windowSize, 1 << 16))
      table = OpenedTable(reader: reader, survey: survey)
    case let kind:
      throw kind.refusal ?? FileKind.binary.refusal!
    }
    if survey.doubledSequences > 0, survey.kind.value.isText {
      table = OpenedTable(reader: RepairingReader(table.reader), survey: survey)
    }
    if survey.htmlReferences > 0, survey.kind.value.isText, survey.kind.value != .xml {
      table = OpenedTable(reader: UnescapingReader(table.reader), survey: survey)
    }
    return table
  }

  private static func openXML(
    _ source: ByteSource, _ survey: FileSurvey, _ options: TableOptions
  ) throws -> OpenedTable {
    if survey.encoding?.value == .mixed {
      throw UnreadableFile(
        code: "codifica-mista",
        message: "il file XML non è tutto UTF-8, da questa riga: riesportarlo, oppure dichiarare"
          + " «codifica» in source.json.", line: survey.foreignBytes?.firstLine)
    }
    // What the document declares is believed, unless its bytes say otherwise or somebody does.
    let encoding =
      options.encoding ?? (survey.contradictsProlog ? .utf8 : nil)
      ?? survey.encoding.flatMap { $0.value.xmlOverride }
    var path = options.recordPath.map { Decision.declared($0) }
    if path == nil {
      let outline = try XMLOutline(source, encoding: encoding)
      guard let guess = outline.guess else {
        throw UnreadableFile(
          code: "xml-non-tabella", message: "il file XML non contiene elementi.")
      }
      path = Decision(
        guess.path, confidence: 0.5,
        evidence: "è l'elemento più esterno che si ripete (\(guess.count) volte)")
    }
    let reader = try XMLReader(
      source, path: path!.value, encoding: encoding, windowSize: min(options.windowSize, 1 << 18))
    var table = OpenedTable(reader: reader, survey: survey)
    table.recordPath = path
    return table
  }
}

/// A table ready to be read, with the decisions made about its file.
public struct OpenedTable {
  public let reader: any TableReader
  public internal(set) var survey: FileSurvey
  /// Where the rows of an XML document are.
  public var recordPath: Decision<[String]>?

  fileprivate var source = ByteSource.memory([])
  fileprivate var options = TableOptions()

  init(reader: any TableReader, survey: FileSurvey) {
    self.reader = reader
    self.survey = survey
  }

  /// What the whole of its file says of it.
  func surveyedWhole() throws -> FileSurvey { try FileSurvey(source, options: options) }

  /// The same table from its first row again, with the same decisions.
  public func reopened() throws -> OpenedTable {
    var table = try TableFile.open(source, survey, options)
    table.recordPath = recordPath
    return table
  }

  /// Another sheet of the same workbook.
  func turned(to sheet: String) throws -> OpenedTable {
    var options = options
    options.sheet = .name(sheet)
    return try TableFile.open(source, survey, options)
  }

  /// The rows at a path of the same document.
  func turned(to path: [String]) throws -> OpenedTable {
    var options = options
    options.recordPath = path
    var table = try TableFile.open(source, survey, options)
    table.recordPath = Decision(
      path, confidence: 0.5, evidence: "è l'elenco più lungo del documento")
    return table
  }

  private var workbook: (any SheetReader)? { reader as? any SheetReader }

  /// All the sheets of a workbook, in order; empty for other formats. A format that lists them among
  /// the cells knows them all only when its rows have been read.
  public var sheetNames: [String] { workbook?.sheetNames ?? [] }
  /// Those among them that the workbook hides.
  public var hiddenSheetNames: [String] { workbook?.hiddenSheetNames ?? [] }
  /// Those the workbook shows, in order.
  var visibleSheetNames: [String] {
    let hidden = Set(hiddenSheetNames)
    return sheetNames.filter { !hidden.contains($0) }
  }
  /// The sheet being read.
  public var sheet: String? { workbook?.sheet }

  /// Numbers of days without a format count from 1904, as workbooks once made on a Mac do.
  var countsDaysFrom1904: Bool { workbook?.countsDaysFrom1904 ?? false }

  /// By column, what the format of the numbers read so far says that they are thousands of, or millions.
  var shownScales: [Int: Int] { workbook?.shownScales ?? [:] }

  /// Formulas nobody has worked out and what the sheet hides, among the rows read so far.
  var remarks: [(kind: FindingKind, words: String)] {
    guard let workbook else { return [] }
    let formulas: [(kind: FindingKind, cells: UncalculatedCells)] = [
      (.formulaWithoutValue, workbook.withoutValue), (.formulaToCalculate, workbook.toCalculate),
    ]
    return formulas.filter { $0.cells.count > 0 }.map { ($0.kind, $0.cells.words) }
      + (workbook.hidden.words.map { [(.hiddenParts, $0)] } ?? [])
  }

  /// Merged cells of the sheet; none in other formats. Reads through the sheet: ask once.
  public func mergedRanges() throws -> [CellRange] { try workbook?.mergedRanges() ?? [] }
}

extension SheetReader {
  /// An ODS cell names a style of which nothing is read.
  var shownScales: [Int: Int] { [:] }
}

/// A reader of one sheet of a workbook.
protocol SheetReader: TableReader {
  var sheetNames: [String] { get }
  var hiddenSheetNames: [String] { get }
  var sheet: String { get }
  /// The workbook counts days from 1904 and not from 1900.
  var countsDaysFrom1904: Bool { get }
  /// Cells met so far whose formula has no result in the file.
  var withoutValue: UncalculatedCells { get }
  /// Cells met so far whose result may be one nobody worked out.
  var toCalculate: UncalculatedCells { get }
  /// Rows and columns met so far that the sheet hides.
  var hidden: HiddenParts { get }
  /// By column, the power of ten by which what is shown of the numbers met so far has to be multiplied,
  /// where their format says so.
  var shownScales: [Int: Int] { get }
  /// Merged cells among the first rows at least, once those have been read.
  func mergedRanges() throws -> [CellRange]
}
