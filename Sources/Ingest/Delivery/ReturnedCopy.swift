extension DeliveredTable {
  /// The delivery it completes, while it is in `deliveries/`.
  var original: DeliveredTable? {
    get throws {
      guard let origin, let file = folder.deliveries.first(where: { $0.name == origin.delivery }),
        file.name != self.file.name
      else { return nil }
      return try DeliveredTable(file: file, folder: folder)
    }
  }

  /// What a receipt shows in the place of personal data is of nobody, and read as a delivery it would make one
  /// person of everybody: the annotated copy, and refused rows that no longer say where they come from.
  func refuseWhatIsShown(in first: RawBatch) throws {
    let own = [AnnotatedPhrases.line, AnnotatedPhrases.fate, AnnotatedPhrases.reason]
    let isAnnotated = ReceiptLanguage.allCases.contains { language in
      own.allSatisfy { headers.contains($0[language]) }
    }
    if isAnnotated {
      throw UnreadableFile(
        code: "copia-annotata",
        message:
          "è la copia annotata di una ricevuta, in cui i dati personali non ci sono: correggere il file"
          + " consegnato, o scarti.csv, e consegnare quello")
    }
    let mark = RefusedRowsFile.mark
    guard origin == nil,
      let row = first.rows.first(where: { row in
        first.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].contains {
          Int($0.length) == mark.utf8.count && first.text($0) == mark
        }
      })
    else { return }
    throw UnreadableFile(
      code: "scarti-senza-origine",
      message:
        "dove c'è «\(mark)» serve la colonna «\(RefusedRowsFile.originColumn)» di scarti.csv, che dice da"
        + " quale riga viene: senza, non si sa di chi si parla", line: Int(row.line))
  }
}
