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
    _ source: ByteSource, options: TableOptions = TableOptions()
  ) throws -> OpenedTable {
    let survey = try FileSurvey(source, options: options)
    var reader: any TableReader
    switch survey.kind.value {
    case .csv:
      reader = try CSVReader(
        source, dialect: survey.dialect ?? CSVDialect(), windowSize: options.windowSize)
    case .json, .ndjson:
      reader = try JSONReader(
        source, encoding: survey.encoding?.value ?? .utf8, windowSize: options.windowSize)
    case .xlsx:
      let workbook = try XLSXReader(
        Workbook(source), sheet: options.sheet, windowSize: min(options.windowSize, 1 << 16))
      var table = OpenedTable(reader: workbook, survey: survey)
      table.sheetNames = workbook.sheetNames
      table.hiddenSheetNames = workbook.hiddenSheetNames
      table.sheet = workbook.sheet
      return table
    case let kind:
      throw kind.refusal ?? FileKind.binary.refusal!
    }
    if survey.doubledSequences > 0 { reader = RepairingReader(reader) }
    return OpenedTable(reader: reader, survey: survey)
  }
}

/// A table ready to be read, with the decisions made about its file.
public struct OpenedTable {
  public let reader: any TableReader
  public let survey: FileSurvey
  /// All the sheets of a workbook, in order; empty for other formats.
  public var sheetNames: [String] = []
  /// Those among them that the workbook hides.
  public var hiddenSheetNames: [String] = []
  /// The sheet being read.
  public var sheet: String?

  /// Merged cells of the sheet; none in other formats. Reads through the sheet: ask once.
  public func mergedRanges() throws -> [CellRange] {
    try (reader as? XLSXReader)?.mergedRanges() ?? []
  }
}
