/// The files of a receipt, `<root>/<publisher>/<dataset>/<delivery>-<sha8>/`.
public enum ReceiptFiles {
  static let page = "ricevuta.html"
  static let annotated = "copia-annotata.xlsx"
  static let scraps = "scarti.csv"
  static let findings = "rilievi.csv"
  /// What the checks between tables found; only where they found something.
  static let audits = "controlli.csv"
  static let summary = "riepilogo.txt"

  /// Those that hold delivered values, masked as they are: what retention takes away. The summary, which
  /// holds counts alone, stays.
  public static let withValues = [page, annotated, scraps, findings, audits]
}
