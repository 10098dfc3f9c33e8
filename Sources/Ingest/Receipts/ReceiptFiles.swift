/// The files of a receipt, `<root>/<publisher>/<dataset>/<delivery>-<sha8>/`.
enum ReceiptFiles {
  static let page = "ricevuta.html"
  static let annotated = "copia-annotata.xlsx"
  /// The rows of the annotated copy, to write it anew when another table contradicts one of them.
  static let copiedRows = ".copia-annotata.json"
  static let scraps = "scarti.csv"
  static let findings = "rilievi.csv"
  /// What the checks between tables found; only where they found something.
  static let audits = "controlli.csv"
  static let summary = "riepilogo.txt"
}
