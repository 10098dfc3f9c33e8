/// Cells by their spreadsheet names.
public enum CellReference {
  /// `A`, `Z`, `AA`… for 0, 25, 26…
  public static func column(_ index: Int) -> String {
    var rest = index
    var letters: [Character] = []
    repeat {
      letters.append(Character(Unicode.Scalar(UInt8(65 + rest % 26))))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(letters.reversed())
  }

  /// `'Tempi di attesa'!$A$2:$A$13`.
  public static func absolute(sheet: String, _ range: CellRange) -> String {
    let first = "$\(column(range.columns.lowerBound))$\(range.rows.lowerBound + 1)"
    let last = "$\(column(range.columns.upperBound))$\(range.rows.upperBound + 1)"
    return "\(quoted(sheet))!\(first):\(last)"
  }

  static func quoted(_ sheet: String) -> String {
    "'" + sheet.replacing("'", with: "''") + "'"
  }
}
