import ArgumentParser
import Foundation
import Indicators
import Warehouse

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Da un numero pubblicato alla sua definizione, alle consegne e alle righe.")

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "Quante righe elencare per consegna.")
  var lines = 20

  @Argument(help: "L'identificativo dell'osservazione, come in dati/osservazioni.csv.")
  var observation: String

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let store = try workspace.existingStore()
    // A number read on a page is of its edition's day, which is seldom today.
    let asOf =
      common.asOfText == nil
      ? try store.lastComputed(upTo: common.asOf) ?? common.asOf : common.asOf
    guard
      let found = try store.observations(asOf: asOf).observations
        .first(where: { $0.id == observation })
    else {
      throw UserFailure.noInput("al \(asOf) non c'è un'osservazione «\(observation)»")
    }
    let slug = String(found.indicator.prefix { $0 != "." })
    let declared = try DeclaredIndicators(workspace).indicators
    let definition = (Catalogue.definitions + declared.map(\.definition)).first {
      $0.slug == slug
    }
    let isProvisional = try store.ambiti().contains {
      TerritoryKey(.ats, $0.id) == found.territory && $0.isProvisional
    }
    let trace = try Trace(of: found, store: store, asOf: asOf, declared: declared)
    if common.json {
      try Console.json([
        "id": found.id, "stato": found.status.rawValue,
        "valore": found.value.map { $0 as Any } ?? NSNull(),
        "numeratore": found.numerator.map { $0 as Any } ?? NSNull(),
        "denominatore": found.denominator.map { $0 as Any } ?? NSNull(),
        "composizione_provvisoria": isProvisional,
        "formula": definition?.formula.it ?? "",
        "consegne": (found.status == .suppressed ? [] : trace?.lines ?? []).map {
          ["consegna": $0.delivery, "righe": $0.lines] as [String: Any]
        },
      ])
      return
    }
    Console.result(definition.map { "\($0.name.it) (\($0.slug))" } ?? found.indicator)
    Console.result("Formula: \(definition?.formula.it ?? "-")")
    Console.result("Avvertenze: \(definition?.caveats.it ?? "-")")
    Console.result(
      "Territorio: \(found.territory.kind.rawValue) \(found.territory.code)"
        + (isProvisional ? " (composizione provvisoria)" : "")
        + "; periodo \(found.period); \(found.dimension) = \(found.modality)")
    switch found.status {
    case .suppressed: Console.result("Stato: soppresso per riservatezza; il numero non esiste.")
    default:
      let value = found.value.map { "\($0)" } ?? "nessun valore"
      Console.result("Stato: \(found.status.rawValue); valore: \(value)")
      if let n = found.numerator { Console.result("Numeratore: \(n)") }
      if let d = found.denominator { Console.result("Denominatore: \(d)") }
    }
    guard let trace else {
      Console.result(
        "Viene da più insiemi di dati o da altri indicatori, non da righe che si possano contare.")
      return
    }
    // The lines of a withheld number stay withheld: counting them would give the number back.
    guard found.status != .suppressed else { return }
    Console.result("Righe: \(trace.count)")
    for delivery in trace.lines {
      let shown = delivery.lines.prefix(lines).map(String.init).joined(separator: ", ")
      let more = delivery.lines.count > lines ? "… (\(delivery.lines.count) in tutto)" : ""
      Console.result("  \(delivery.delivery): righe \(shown)\(more)")
    }
  }
}
