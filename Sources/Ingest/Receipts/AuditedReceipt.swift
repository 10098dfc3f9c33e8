import Foundation
import Warehouse

/// What the checks between tables found in a delivery, put into the receipt it has: in its page, its
/// summary and `controlli.csv`. They change when another table arrives, long after the receipt was
/// written.
struct AuditedReceipt {
  private let folder: String
  private let page: String
  private let language: ReceiptLanguage
  private var words: ReceiptPhrases.Type { ReceiptPhrases.self }

  /// The part of the page they are told in.
  static let place = "controlli"

  /// Nil when the delivery has no receipt.
  init?(of delivery: AuditedDelivery, in writing: ReceiptWriting) throws {
    guard let root = writing.root else { return nil }
    folder =
      "\(root)/\(delivery.publisher)/\(delivery.dataset)/"
      + Receipt.name(of: delivery.delivery, delivery.sha256)
    let path = "\(folder)/\(ReceiptFiles.page)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    page = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    // A receipt stays in the language it was written in.
    language = page.contains("<html lang=\"en\">") ? .en : .it
  }

  func tell(_ findings: [Finding]) throws {
    var log = FindingLog()
    for finding in findings { log.add(AuditedReceipt.masked(finding)) }
    let causes = log.toDo
    let list = "\(folder)/\(ReceiptFiles.audits)"
    if !findings.isEmpty || FileManager.default.fileExists(atPath: list) {
      try annotate(log.findings)
    }
    if findings.isEmpty {
      if FileManager.default.fileExists(atPath: list) {
        try FileManager.default.removeItem(atPath: list)
      }
    } else {
      try write(FindingsList.csv(log), to: ReceiptFiles.audits)
    }
    let told = ReceiptMarkup.page(page, replacing: AuditedReceipt.place, language) {
      part(of: causes, in: log, &$0)
    }
    if let told, told != page { try write(told, to: ReceiptFiles.page) }
    try summarise(causes)
  }

  /// The annotated copy, written anew; a receipt that did not keep its rows stays as it is.
  private func annotate(_ findings: [Finding]) throws {
    let kept = URL(fileURLWithPath: "\(folder)/\(ReceiptFiles.copiedRows)")
    guard FileManager.default.fileExists(atPath: kept.path) else { return }
    let copy = try AnnotatedCopy(kept: Data(contentsOf: kept)).adding(findings)
    let (path, draft) = (
      "\(folder)/\(ReceiptFiles.annotated)", "\(folder)/.\(ReceiptFiles.annotated).bozza"
    )
    try copy.write(to: draft)
    guard rename(draft, path) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
  }

  private func part(of causes: [Cause], in log: FindingLog, _ page: inout ReceiptMarkup) {
    guard !causes.isEmpty else { return page.paragraph(words.auditedSound[language]) }
    page.paragraph(words.auditedLead[language])
    for cause in causes {
      page.heading(CauseWords(cause, language).what)
      page.table(
        caption: CauseWords(cause, language).what + ". "
          + (cause.examples.count == cause.count
            ? words.affected[language]
            : (log.total > FindingLog.limit ? words.firstOfMany : words.firstLines)(
              language, language.integer(cause.examples.count), language.integer(cause.count),
              ReceiptFiles.audits)),
        header: [words.line[language], words.cell[language], words.note[language]],
        rows: cause.examples.map {
          [
            "\($0.line)", FindingWords.cell($0.cell, language),
            FindingWords.detail($0.detail, language),
          ]
        })
    }
  }

  /// The end of the summary, from its own title on.
  private func summarise(_ causes: [Cause]) throws {
    let path = "\(folder)/\(ReceiptFiles.summary)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let before = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let title = "\n\(words.audits[language]):\n"
    var after = before.range(of: title).map { String(before[..<$0.lowerBound]) } ?? before
    if !causes.isEmpty {
      after += title
      for cause in causes {
        after +=
          "- "
          + words.auditedCause(
            language, CauseWords(cause, language).what, language.integer(cause.count)) + "\n"
      }
    }
    if after != before { try write(after, to: ReceiptFiles.summary) }
  }

  /// Whole or not at all; a new file belongs to whoever owns the folder, whom alone it lets in.
  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).writeWhole(to: "\(folder)/\(name)")
  }

  /// A code the warehouse keeps as a token is a person's.
  private static func masked(_ finding: Finding) -> Finding {
    guard finding.cell.hasPrefix("pf~") || finding.cell.hasPrefix("id~") else { return finding }
    var finding = finding
    finding.cell = Masking.mask(finding.cell, isPersonal: true)
    return finding
  }
}
