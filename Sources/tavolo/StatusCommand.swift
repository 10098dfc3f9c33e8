import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Dice quali consegne erano attese, quali sono arrivate e che cosa c'è nell'archivio.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let calendar = try workspace.readCalendar(workspace.readReference())
    let store = try workspace.storeToRead()
    let status = WorkspaceStatus(
      asOf: common.asOf, reports: try store.expectedReports(calendar, asOf: common.asOf),
      deliveries: try store.deliveries(), findings: try store.findingCounts(),
      identity: try IdentityStatus(store: store, workspace: workspace),
      development: DevelopmentStatus(try store.reportingTriangles(asOf: common.asOf)),
      sources: Set(
        try SourceFolder.paths(under: workspace.sources).map {
          $0.split(separator: "/").suffix(2).joined(separator: "/")
        }))
    if common.json {
      try Console.json(status.object)
    } else {
      Console.result(status.text)
    }
  }
}

/// What `tavolo status` knows, as text and as JSON.
struct WorkspaceStatus {
  let asOf: Day
  let reports: [ExpectedReport]
  let deliveries: [DeliveryRecord]
  let findings: [FindingCount]
  let identity: IdentityStatus
  let development: DevelopmentStatus
  /// `publisher/dataset` of the sources that have a folder.
  let sources: Set<String>

  var object: [String: Any] {
    [
      "al": "\(asOf)",
      "attese": reports.map { $0.object },
      "tassi": groups.map { name, reports in
        var rate = ReportingRate(reports).object
        rate["editore"] = reports[0].expected.publisher
        rate["ente"] = reports[0].expected.publisherName
        rate["dataset"] = reports[0].expected.dataset
        return rate
      },
      "tasso_totale": ReportingRate(reports).object,
      "consegne": deliveries.map {
        [
          "editore": $0.publisher, "ente": $0.publisherName, "dataset": $0.dataset,
          "consegna": $0.delivery, "ricevuta": "\($0.receivedOn)", "sha256": $0.sha256,
          "righe_lette": $0.rowsRead, "righe_tenute": $0.rowsKept,
          "righe_rifiutate": $0.rowsRefused, "corrente": $0.isCurrent,
          "sintetica": $0.isSynthetic, "revisione": identity.revision($0),
        ] as [String: Any]
      },
      "rilievi": findings.map {
        [
          "editore": $0.publisher, "dataset": $0.dataset, "codice": $0.code,
          "gravita": $0.severity, "numero": $0.count,
        ] as [String: Any]
      },
      "identita": identity.object,
      "triangoli": development.object,
    ]
  }

  var text: String {
    ([expectation] + [development.lines] + [archive] + [found] + [identity.lines]).filter {
      !$0.isEmpty
    }
    .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// Reports by publisher and dataset, in the calendar's order.
  private var groups: [(name: String, reports: [ExpectedReport])] {
    var groups: [(name: String, reports: [ExpectedReport])] = []
    for report in reports {
      let name = "\(report.expected.publisher)/\(report.expected.dataset)"
      if groups.last?.name == name {
        groups[groups.count - 1].reports.append(report)
      } else {
        groups.append((name, [report]))
      }
    }
    return groups
  }

  private var expectation: [String] {
    guard !reports.isEmpty else {
      return [
        "Al \(asOf) nessuna consegna è attesa: il calendario si scrive in datasets/calendario.csv."
      ]
    }
    let total = ReportingRate(reports)
    var lines = [
      "Consegne attese al \(asOf): \(total.expected); arrivate \(total.arrived) "
        + "(\(percent(total.share))), puntuali \(total.onTime) (\(percent(total.onTimeShare))), "
        + "complete \(total.complete)."
    ]
    for (name, reports) in groups {
      let rate = ReportingRate(reports)
      lines += [
        "",
        "\(reports[0].expected.publisherName) (\(name)): arrivate \(rate.arrived) di "
          + "\(rate.expected), puntuali \(rate.onTime), complete \(rate.complete)"
          + (sources.contains(name) ? "" : "; la fonte datasets/sources/\(name) non c'è"),
      ]
      lines += reports.map { "  " + $0.line }
    }
    return lines
  }

  private var archive: [String] {
    guard !deliveries.isEmpty else {
      return ["L'archivio è vuoto: nessuna consegna è stata caricata."]
    }
    return ["Nell'archivio (● corrente, ○ superata):"]
      + deliveries.map {
        "\($0.isCurrent ? "●" : "○") \($0.publisher)/\($0.dataset) \($0.delivery): "
          + "\($0.rowsKept) righe, \($0.rowsRefused) rifiutate"
          + ($0.isSynthetic ? " (sintetica)" : "")
          + (identity.sentence($0).map { "\n    \($0)" } ?? "")
      }
  }

  private var found: [String] {
    findings.map {
      let words = FindingKind.named($0.code)?.message.it ?? $0.code
      return "\($0.publisher)/\($0.dataset): \($0.count) × \(words)"
    }
  }

  private func percent(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
  }
}

extension ExpectedReport {
  fileprivate var object: [String: Any] {
    var object: [String: Any] = [
      "editore": expected.publisher, "ente": expected.publisherName, "dataset": expected.dataset,
      "periodo": "\(period)", "scadenza": "\(dueOn)", "stato": state.rawValue,
      "completa": isComplete, "referente": expected.contact,
    ]
    if let answer {
      object["consegna"] = answer.delivery
      object["ricevuta"] = "\(answer.receivedOn)"
      object["righe_lette"] = answer.rowsRead
      object["righe_rifiutate"] = answer.rowsRefused
      object["righe_del_periodo"] = answer.rowsInPeriod.map { $0 as Any } ?? NSNull()
    }
    return object
  }

  /// `2026-T1  arrivata il 2026-03-31 (2026-03-31.csv), puntuale, completa: 812 righe del periodo`.
  fileprivate var line: String {
    let name = "\(period)".padding(toLength: 8, withPad: " ", startingAt: 0) + " "
    guard let answer else {
      return name
        + (state == .missing
          ? "MANCA: scaduta il \(dueOn)" : "attesa entro il \(dueOn)")
        + (expected.contact.isEmpty ? "" : "; referente: \(expected.contact)")
    }
    return name + "arrivata il \(answer.receivedOn) (\(answer.delivery)), "
      + (state == .onTime ? "puntuale" : "IN RITARDO, scadeva il \(dueOn)")
      + (isComplete
        ? ", completa"
        : ", INCOMPLETA: \(answer.rowsRefused) righe rifiutate su \(answer.rowsRead)")
      + (answer.rowsInPeriod.map { "; \($0) righe del periodo" } ?? "")
  }
}

extension ReportingRate {
  fileprivate var object: [String: Any] {
    [
      "attese": expected, "arrivate": arrived, "puntuali": onTime, "in_ritardo": late,
      "mancanti": missing, "non_ancora_dovute": awaited, "complete": complete,
      "tasso": share.map { $0 as Any } ?? NSNull(),
      "tasso_puntuali": onTimeShare.map { $0 as Any } ?? NSNull(),
      "tasso_complete": completeShare.map { $0 as Any } ?? NSNull(),
    ]
  }
}
