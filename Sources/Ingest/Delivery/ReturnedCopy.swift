extension DeliveredTable {
  /// The annotated copy of a receipt shows only the shape of what is personal: mended and sent back it would
  /// make one person of everybody, and an outcome of what became of a row.
  func refuseAnnotatedCopy() throws {
    let own = [AnnotatedPhrases.line, AnnotatedPhrases.fate, AnnotatedPhrases.reason]
    let isCopy = ReceiptLanguage.allCases.contains { language in
      own.allSatisfy { headers.contains($0[language]) }
    }
    guard isCopy else { return }
    throw UnreadableFile(
      code: "copia-annotata",
      message:
        "è la copia annotata di una ricevuta, in cui i dati personali non ci sono: correggere il file"
        + " consegnato, o scarti.csv, e consegnare quello")
  }
}
