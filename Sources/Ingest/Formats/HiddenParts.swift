/// Rows and columns of a sheet that whoever opens it does not see: filtered away, or hidden by hand.
struct HiddenParts {
  /// Those with something in them.
  private(set) var rows = 0
  private var columns: [ClosedRange<Int>] = []
  /// Columns of the widest row.
  private var width = 0
  /// Columns an ODS has told of so far.
  private var told = 0

  /// Columns named at most.
  private static let named = 5

  /// Takes a `col` of a worksheet into account.
  mutating func add(col attributes: XMLAttributes) {
    guard HiddenParts.isTrue(attributes["hidden"]),
      let first = attributes["min"].flatMap(CellReference.number),
      let last = attributes["max"].flatMap(CellReference.number),
      first >= 1, first <= last, last <= CellReference.columnLimit
    else { return }
    columns.append(first - 1...last - 1)
  }

  /// Takes a `table-column` of an ODS into account.
  mutating func add(tableColumn attributes: XMLAttributes) {
    let repeats = attributes["number-columns-repeated"].flatMap(CellReference.number) ?? 1
    let count = min(max(1, repeats), CellReference.columnLimit)
    if HiddenParts.isCollapsed(attributes) { columns.append(told...told + count - 1) }
    told += count
  }

  /// Takes rows with something in them into account.
  mutating func note(width: Int, isHidden: Bool, count: Int = 1) {
    self.width = max(self.width, width)
    if isHidden { rows += count }
  }

  static func isTrue(_ text: UnsafePointer<CChar>?) -> Bool {
    guard let text else { return false }
    return text.pointee == UInt8(ascii: "1") || text.pointee | 0x20 == UInt8(ascii: "t")
  }

  /// Hidden by hand, or by a filter.
  static func isCollapsed(_ attributes: XMLAttributes) -> Bool {
    guard let state = attributes.string("visibility") else { return false }
    return state == "collapse" || state == "filter"
  }

  /// `righe: 12; colonne: C, F`; nil when nothing is hidden.
  var words: String? {
    let hidden = columns.flatMap { $0.prefix { $0 < width } }
    var parts: [String] = []
    if rows > 0 { parts.append("righe: \(rows)") }
    if !hidden.isEmpty {
      parts.append(
        "colonne: "
          + hidden.prefix(HiddenParts.named).map(CellReference.letters(of:)).joined(separator: ", ")
          + (hidden.count > HiddenParts.named ? "…" : ""))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
