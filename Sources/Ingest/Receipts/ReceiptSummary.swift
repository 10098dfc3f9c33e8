import Warehouse

/// `riepilogo.txt`: for the sender, ready to be pasted in a message. Counts, columns and causes; no
/// delivered value and no small place, so no personal datum.
struct ReceiptSummary {
  let receipt: Receipt
  private var language: ReceiptLanguage { receipt.language }
  private var words: ReceiptPhrases.Type { ReceiptPhrases.self }

  init(_ receipt: Receipt) { self.receipt = receipt }

  static let causesShown = 5

  var text: String {
    let snapshot = receipt.snapshot
    var lines = [receipt.title, ""]
    if receipt.folder.source.isSynthetic { lines += [words.synthetic[language], ""] }
    lines += [
      receipt.folder.settings.publisher.isEmpty
        ? words.looked(language, snapshot.delivery)
        : words.received(
          language, receipt.folder.settings.publisher, snapshot.delivery,
          language.date(snapshot.receivedOn)),
      "SHA-256: \(snapshot.sha256)", "",
    ]
    lines += outcome
    let toDo = receipt.log.toDo.filter { $0.severity != .note }
    if !toDo.isEmpty {
      lines += ["", words.toDoTitle[language] + ":"]
      for (i, cause) in toDo.prefix(ReceiptSummary.causesShown).enumerated() {
        lines.append("\(i + 1). " + CauseWords(cause, language).line)
      }
      if toDo.count > ReceiptSummary.causesShown {
        lines.append(
          words.otherCauses(language, language.integer(toDo.count - ReceiptSummary.causesShown)))
      }
    }
    if let cost = CostWords(receipt).headline { lines += ["", cost] }
    if snapshot.rowsRefused > 0 { lines += ["", words.sendAgain[language]] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What came of it, in sentences.
  var outcome: [String] {
    let snapshot = receipt.snapshot
    var lines = [
      words.rows(
        language, language.integer(snapshot.rowsRead), language.integer(snapshot.rowsKept),
        language.integer(snapshot.rowsRefused),
        language.percent(Double(snapshot.rowsRefused) / Double(max(1, snapshot.rowsRead))))
    ]
    if let completes = snapshot.completes { lines.append(words.completes(language, completes)) }
    if receipt.log.total == 0 { lines.append(words.nothingFound[language]) }
    return lines
  }
}

/// A cause in words.
struct CauseWords {
  let cause: Cause
  let language: ReceiptLanguage
  private var words: ReceiptPhrases.Type { ReceiptPhrases.self }

  init(_ cause: Cause, _ language: ReceiptLanguage) {
    self.cause = cause
    self.language = language
  }

  /// `«Data istanza»: manca un valore obbligatorio. Correggere alla fonte: 37 righe, una sola causa.`
  var line: String { "\(what). \(gain)" }

  /// Column and message, without any value.
  var what: String {
    let message = FindingWords.message(cause.kind, cause.key.code, language)
    return cause.key.header.isEmpty ? message : "«\(cause.key.header)»: \(message)"
  }

  var gain: String {
    if cause.regained > 0 {
      return words.regained(language, language.rows(cause.regained))
        + (cause.refusedRows > cause.regained
          ? " " + words.otherwiseWrong(language, language.rows(cause.refusedRows - cause.regained))
          : "")
    }
    if cause.refusedRows > 0 {
      return words.withOthers(language, language.integer(cause.refusedRows))
    }
    if cause.key.code == FindingKind.repeatedID.code {
      return words.setAside(language, language.integer(cause.count))
    }
    if cause.examples.allSatisfy({ $0.line == 0 }) { return words.wholeFileGain[language] }
    return (cause.severity == .note ? words.noted : words.emptied)(
      language, language.integer(cause.count))
  }
}
