import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Dice che cosa c'è nell'archivio: consegne, righe, rilievi, edizioni.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let store = try workspace.existingStore()
    let deliveries = try store.deliveries()
    let findings = try store.findingCounts()
    if common.json {
      try Console.json([
        "consegne": deliveries.map {
          [
            "editore": $0.publisher, "dataset": $0.dataset, "consegna": $0.delivery,
            "ricevuta": "\($0.receivedOn)", "sha256": $0.sha256, "righe_lette": $0.rowsRead,
            "righe_tenute": $0.rowsKept, "righe_rifiutate": $0.rowsRefused,
            "corrente": $0.isCurrent, "sintetica": $0.isSynthetic,
          ] as [String: Any]
        },
        "rilievi": findings.map {
          [
            "editore": $0.publisher, "dataset": $0.dataset, "codice": $0.code,
            "gravita": $0.severity, "numero": $0.count,
          ] as [String: Any]
        },
      ])
      return
    }
    guard !deliveries.isEmpty else {
      Console.result("L'archivio è vuoto: nessuna consegna è stata caricata.")
      return
    }
    for delivery in deliveries {
      Console.result(
        "\(delivery.isCurrent ? "●" : "○") \(delivery.publisher)/\(delivery.dataset) "
          + "\(delivery.delivery): \(delivery.rowsKept) righe, \(delivery.rowsRefused) rifiutate"
          + (delivery.isSynthetic ? " (sintetica)" : ""))
    }
    Console.result("")
    for count in findings {
      let words = FindingKind.named(count.code)?.message.it ?? count.code
      Console.result("\(count.publisher)/\(count.dataset): \(count.count) × \(words)")
    }
  }
}
