extension DeliveredTable {
  /// A name of a column or a sheet is shown, and kept, wherever it is told of: a person in it is not.
  static func withoutPersons(_ header: String) -> String {
    Masking.holdsPersonalData(header) ? Masking.whole(header) : header
  }

  /// Names that are alike without the persons in them are told apart, by a number.
  static func withoutPersons(_ headers: [String]) -> [String] {
    let shown: [String] = headers.map { withoutPersons($0) }
    return shown == headers ? headers : HeaderText.numbered(shown)
  }
}
