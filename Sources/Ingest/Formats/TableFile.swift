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
    switch survey.kind.value {
    case .csv:
      let reader = try CSVReader(
        source, dialect: survey.dialect ?? CSVDialect(), windowSize: options.windowSize)
      return OpenedTable(reader: reader, survey: survey)
    case .json, .ndjson:
      let reader = try JSONReader(
        source, encoding: survey.encoding?.value ?? .utf8, windowSize: options.windowSize)
      return OpenedTable(reader: reader, survey: survey)
    case .xlsx:
      let reader = try XLSXReader(
        Workbook(source), sheet: options.sheet, windowSize: min(options.windowSize, 1 << 16))
      var table = OpenedTable(reader: reader, survey: survey)
      table.sheetNames = reader.sheetNames
      table.hiddenSheetNames = reader.hiddenSheetNames
      table.sheet = reader.sheet
      return table
    case let kind:
      throw kind.refusal ?? FileKind.binary.refusal!
    }
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
