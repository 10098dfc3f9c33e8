/// A column that may say which rows a program keeps and no longer shows: read like the others they would be counted.
enum DeletedRows {
  private static let words: Set = [
    "ELIMINATO", "ELIMINATA", "CANCELLATO", "CANCELLATA", "ANNULLATO", "ANNULLATA", "CESTINATO",
    "CESTINATA", "CESTINO", "DELETED", "ISDELETED", "VOIDED", "TRASHED",
  ]

  /// What to do about it, to follow what else is said of the column; empty for any other.
  static func advice(_ header: String) -> String {
    let told = Folding.fold(header).split(separator: " ").map(String.init)
    guard !words.isDisjoint(with: told) || told == ["STATO", "RECORD"] else { return "" }
    return "; se dice quali righe sono cancellate, si tolgono con «righe_escluse» in source.json"
  }
}
