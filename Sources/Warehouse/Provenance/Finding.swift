/// What was wrong, doubtful or worth knowing about one cell or row of a delivery.
///
/// It holds the code and the cell, never the message: words are made where they are shown. The cell
/// is already masked when it is personal.
public struct Finding: Hashable, Sendable, Codable {
  public enum Severity: String, Hashable, Sendable, CaseIterable, Codable {
    /// The row was refused.
    case error = "errore"
    /// The cell was emptied or kept as `ND`; the row stayed.
    case warning = "avviso"
    /// Nothing was lost.
    case note = "nota"
  }

  /// 1-based line of the delivered file; 0 for the file as a whole.
  public var line: Int32
  /// The column's header as delivered; empty for the row as a whole.
  public var header: String
  /// Stable code of the rule, `comune-non-riconosciuto`.
  public var code: String
  public var severity: Severity
  /// The offending cell, masked where personal.
  public var cell: String
  /// The part of the message only this case knows: a suggestion, a limit, another line.
  public var detail: String

  public init(
    line: Int32, header: String, code: String, severity: Severity, cell: String = "",
    detail: String = ""
  ) {
    self.line = line
    self.header = header
    self.code = code
    self.severity = severity
    self.cell = cell
    self.detail = detail
  }
}
