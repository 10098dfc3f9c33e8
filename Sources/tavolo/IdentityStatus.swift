import Ingest
import Warehouse

/// What `tavolo status` says about versions, persons, copies and what waits to be decided.
struct IdentityStatus {
  private let revisions: [String: Revision]
  private let persons: [IdentifierCount]
  private let disagreements: [Disagreement]
  private let open: [(file: String, count: Int)]
  private let forgotten: Int

  init(store: Store, workspace: Workspace) throws {
    revisions = try store.revisions()
    persons = try store.identifierCounts()
    disagreements = try store.disagreements()
    forgotten = try store.forgottenCount()
    open = try [
      workspace.decisions + "/organizzazioni.csv", workspace.privateDecisions + "/persone.csv",
      workspace.privateDecisions + "/richieste.csv",
    ].map { ($0, try DecisionLedger(file: $0).openCount) }.filter { $0.1 > 0 }
  }

  private func revision(of delivery: DeliveryRecord) -> Revision? {
    revisions["\(delivery.publisher)/\(delivery.dataset)/\(delivery.delivery)"]
  }

  func sentence(_ delivery: DeliveryRecord) -> String? {
    revision(of: delivery)?.sentence(contract: Contract.named(delivery.dataset))
  }

  func revision(_ delivery: DeliveryRecord) -> Any {
    guard let revision = revision(of: delivery) else { return [String: Any]() }
    let fields = revision.fields(contract: Contract.named(delivery.dataset))
    return [
      "rispetto_a": revision.previous, "nuove": revision.added, "cambiate": revision.changed,
      "uguali": revision.unchanged, "scomparse": revision.vanished,
      "campi": Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.rows) }),
    ] as [String: Any]
  }

  /// Columns of requests by their contract's names.
  private func fields(_ disagreement: Disagreement) -> [String: Int] {
    let contract = Contract.named("richieste")
    return Dictionary(
      disagreement.columns.map { column, rows in
        (contract?.fields.first { $0.column == column }?.name ?? column, rows)
      }, uniquingKeysWith: +)
  }

  var object: [String: Any] {
    [
      "persone": persons.map {
        [
          "editore": $0.publisher, "dataset": $0.dataset, "campo": $0.field, "classe": $0.kind,
          "righe": $0.rows,
        ] as [String: Any]
      },
      "richieste_in_due_sistemi": disagreements.map {
        [
          "tenute": $0.kept, "copie": $0.other, "come": $0.how, "richieste": $0.requests,
          "in_disaccordo": fields($0),
        ] as [String: Any]
      },
      "da_decidere": Dictionary(uniqueKeysWithValues: open.map { ($0.file, $0.count) }),
      "persone_dimenticate": forgotten,
    ]
  }

  var lines: [String] {
    var lines: [String] = []
    for count in persons {
      let name = IdentifierClass(rawValue: count.kind)?.name ?? count.kind
      lines.append("\(count.publisher)/\(count.dataset), \(count.field): \(count.rows) × \(name)")
    }
    for d in disagreements {
      let fields = fields(d).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \($0.value)" }
      lines.append(
        "\(d.requests) richieste di \(d.other) sono già in \(d.kept), che vale"
          + (fields.isEmpty ? "" : "; in disaccordo: " + fields.joined(separator: ", ")))
    }
    for file in open {
      lines.append("\(file.count) coppie da decidere in \(file.file)")
    }
    return lines
  }
}
