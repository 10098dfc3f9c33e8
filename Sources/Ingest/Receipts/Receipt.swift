import Foundation
import Warehouse

/// What a provider gets back for one delivery: what was read, kept and refused, and why, and what had
/// to be decided to read it.
///
/// It names lines and columns so that somebody can mend them, and holds no personal datum: cells of
/// personal columns were masked when they were found.
struct Receipt {
  let snapshot: Snapshot
  let folder: SourceFolder
  let table: DeliveredTable
  let conventions: Conventions
  let log: FindingLog

  /// Findings of one kind the page shows; `scarti.csv` has them all.
  static let shownPerKind = 50

  /// Writes `<root>/<publisher>/<dataset>/<snapshot>/` whole or not at all; readable by its owner alone.
  func write(to root: String) throws {
    let name = "\(snapshot.delivery)-\(snapshot.sha256.prefix(8))"
    let parent = "\(root)/\(folder.source.publisher)/\(folder.source.dataset)"
    try PrivateFolder.replace("\(parent)/\(name)") { path in
      try Data(html.utf8).write(to: URL(fileURLWithPath: path + "/ricevuta.html"))
      try Data(csv.utf8).write(to: URL(fileURLWithPath: path + "/scarti.csv"))
    }
  }

  // MARK: scarti.csv

  private var csv: String {
    var text = "riga,colonna,gravita,codice,cella,messaggio,messaggio_en,atteso\r\n"
    for finding in log.findings {
      let kind = FindingKind.named(finding.code)
      text +=
        [
          "\(finding.line)", finding.header, finding.severity.rawValue, finding.code, finding.cell,
          message(kind, finding), kind?.message.en ?? "", kind?.expected ?? "",
        ].map(csvCell).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private func message(_ kind: FindingKind?, _ finding: Finding) -> String {
    (kind?.message.it ?? finding.code) + (finding.detail.isEmpty ? "" : " (\(finding.detail))")
  }

  /// Quoted where RFC 4180 asks, and kept from being taken for a formula by a spreadsheet.
  private func csvCell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A })
    else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  // MARK: ricevuta.html

  private var html: String {
    var page = ReceiptPage(
      title: "Ricevuta: \(folder.source.title), consegna \(snapshot.delivery)")
    if folder.source.isSynthetic { page.banner("Dati di esempio (sintetici)") }
    page.paragraph(
      """
      Consegnato il \(italian(snapshot.receivedOn)) da \(folder.settings.publisher). Righe lette: \
      \(snapshot.rowsRead); tenute: \(snapshot.rowsKept); rifiutate: \(snapshot.rowsRefused).
      """)
    page.table(
      caption: "Come è stato letto il file", header: ["Decisione", "Valore", "Prova"],
      rows: Decisions.list(table: table, conventions: conventions).map {
        [$0.label, $0.value, $0.because]
      } + [["SHA-256", snapshot.sha256, "\(snapshot.bytes) byte"]])
    let byCode = Dictionary(grouping: log.findings, by: \.code)
    let kinds = FindingKind.all.filter { log.counts[$0.code] != nil }
    if kinds.isEmpty {
      page.paragraph("Nessun rilievo: tutte le righe sono state lette senza dubbi.")
    } else {
      page.table(
        caption: "Rilievi", header: ["Gravità", "Che cosa", "Quante volte", "Che cosa fare"],
        rows: kinds.map { kind in
          let severities = Set((byCode[kind.code] ?? []).map(\.severity.rawValue)).sorted()
          return [
            severities.joined(separator: ", "), kind.message.it, "\(log.counts[kind.code]!)",
            kind.expected,
          ]
        })
    }
    for kind in kinds {
      let all = byCode[kind.code] ?? []
      page.heading(kind.message.it)
      page.table(
        caption: all.count < log.counts[kind.code]! || all.count > Receipt.shownPerKind
          ? "Le prime \(min(all.count, Receipt.shownPerKind)) di \(log.counts[kind.code]!); tutte in scarti.csv"
          : "Righe interessate",
        header: ["Riga", "Colonna", "Cella", "Nota"],
        rows: all.prefix(Receipt.shownPerKind).map {
          ["\($0.line)", $0.header, $0.cell, $0.detail]
        })
    }
    return page.html
  }

  private func italian(_ day: Day) -> String {
    let (y, m, d) = day.civil
    return "\(d)/\(m)/\(y)"
  }
}
