import Foundation
import Warehouse

/// What a provider gets back for one delivery: what arrived, how it was understood, what was kept and
/// refused and why, what to mend first and what the defect costs in the indicators.
///
/// It names lines and columns so that somebody can mend them, and holds no personal datum: cells of
/// personal columns were masked when they were found or copied.
struct Receipt {
  let snapshot: Snapshot
  let folder: SourceFolder
  let table: DeliveredTable
  let conventions: Conventions
  let log: FindingLog
  /// Nil for the first delivery of its source.
  let revision: Revision?
  let copies: RowCopies
  let reading: ColumnReading
  let corrected: [CorrectedCell]
  let tally: DefectTally
  let names: PlaceNamesOfReceipt
  let language: ReceiptLanguage

  /// Of the receipt's folder: `2026-06-30.csv-1a2b3c4d`.
  static func name(of snapshot: Snapshot) -> String {
    name(of: snapshot.delivery, snapshot.sha256)
  }

  static func name(of delivery: String, _ sha256: String) -> String {
    DeliveryRecord.receiptName(of: delivery, sha256)
  }

  func write(to draft: PrivateFolder) throws {
    let copy = AnnotatedCopy(
      headers: table.headersMet, copies: copies.result, findings: log.findings,
      corrected: corrected, columns: reading.columns, title: title,
      isSynthetic: folder.source.isSynthetic, receivedOn: snapshot.receivedOn, language: language)
    let workbook = draft.draft + "/" + ReceiptFiles.annotated
    // The copy takes as long as all the rest.
    let (_, kept) = try together(
      {
        try draft.write(ReceiptPage(self).html, to: ReceiptFiles.page)
        try draft.write(ReceiptSummary(self).text, to: ReceiptFiles.summary)
        try draft.write(FindingsList.csv(log), to: ReceiptFiles.findings)
      },
      { [isAudited] in
        try copy.write(to: workbook)
        return isAudited ? try copy.kept() : nil
      })
    if let kept { try draft.write(kept, to: ReceiptFiles.copiedRows) }
  }

  /// Whether checks between tables may find more in the delivery than was found while it was loaded.
  private var isAudited: Bool {
    Audit.all.joined().contains { $0.query.table.name == folder.contract.table }
  }

  var title: String {
    ReceiptPhrases.title(language, folder.source.title, snapshot.delivery)
  }

  /// First and last month the kept rows are dated in; nil for registers.
  var span: (first: String, last: String)? {
    guard let months = snapshot.months, let first = months.keys.min(), let last = months.keys.max()
    else { return nil }
    return (language.month(first / 12, first % 12 + 1), language.month(last / 12, last % 12 + 1))
  }
}

/// Names of comuni and services, for the receipt's tables.
struct PlaceNamesOfReceipt {
  private let comuni: [String: String]
  private let services: [String: (it: String, en: String)]

  init(_ reference: ReferenceFolder) {
    comuni = Dictionary(
      reference.comuni.map { ($0.istat, $0.name) }, uniquingKeysWith: { first, _ in first })
    services = Dictionary(
      reference.codes.filter { $0.list == "servizio" }.map { ($0.code, ($0.nameIT, $0.nameEN)) },
      uniquingKeysWith: { first, _ in first })
  }

  func comune(_ code: String?, _ language: ReceiptLanguage) -> String {
    named(code, language) { comuni[$0] ?? $0 }
  }

  func service(_ code: String?, _ language: ReceiptLanguage) -> String {
    named(code, language) { code in
      services[code].map { "\(code) \(language == .it ? $0.it : $0.en)" } ?? code
    }
  }

  private func named(
    _ code: String?, _ language: ReceiptLanguage, _ name: (String) -> String
  ) -> String {
    switch code {
    case nil: ReceiptPhrases.unreadable[language]
    case "ND": ReceiptPhrases.notUnderstood[language]
    case let code?: name(code)
    }
  }
}
