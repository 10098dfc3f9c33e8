import Foundation
import Indicators
import Warehouse

/// How much of the recent quarters is known, as `tavolo status` tells it.
struct DevelopmentStatus {
  private let developments: [ReportingDevelopment]

  init(_ triangles: [ReportingTriangle]) {
    developments = triangles.map(ReportingDevelopment.init)
  }

  /// The last of `quarters` is the newest.
  private func quarters(_ one: ReportingDevelopment) -> [(
    quarter: Period, rows: [ReportingTriangle.Row]
  )] {
    Dictionary(grouping: one.triangle.rows) { $0.quarter }.sorted { $0.key < $1.key }
      .map { (quarter: $0.key, rows: $0.value) }
  }

  var object: [[String: Any]] {
    developments.map { one in
      [
        "dataset": one.triangle.dataset, "orizzonte_mesi": one.horizon,
        "quote_abituali": Dictionary(
          uniqueKeysWithValues: one.usualShares.map { ("\($0.age)", $0.share) }),
        "trimestri": quarters(one).map { quarter, rows in
          let known = one.known(of: quarter)
          return [
            "trimestre": "\(quarter)", "noto": known.map { $0.share as Any } ?? NSNull(),
            "errore": known.map { $0.error as Any } ?? NSNull(),
            "fonti": rows.map {
              ["fonte": $0.source, "dopo_mesi": $0.firstAge, "righe": $0.known] as [String: Any]
            },
          ] as [String: Any]
        },
      ]
    }
  }

  /// What is not stable yet, quarter by quarter; then what has no history.
  var lines: [String] {
    let told = developments.filter { $0.horizon > 0 }
    let silent = developments.filter { $0.horizon == 0 }.map(\.triangle.dataset)
    var lines = told.map { one in
      let shares = one.usualShares.map { "\($0.age): \(percent(known: $0.share))" }
      return "Quota nota di solito di un trimestre, per mesi dalla fine (\(one.triangle.dataset)): "
        + shares.joined(separator: ", ") + "."
    }
    for one in told {
      lines += quarters(one).compactMap { quarter, rows in
        guard let known = one.known(of: quarter), !known.isStable else { return nil }
        let now = rows.reduce(0) { $0 + ($1.known.last ?? 0) }
        return "\(one.triangle.dataset) \(quarter): PROVVISORIO, \(now) righe note, circa il "
          + "\(percent(known: known.share)) (errore standard \(percent(known.error)))"
      }
    }
    if !silent.isEmpty {
      lines.append(
        "Quanto si conosca dei trimestri recenti non si può ancora dire di: "
          + silent.joined(separator: ", ") + ".")
    }
    return lines
  }

  private func percent(known share: Double) -> String {
    percent(ReportingDevelopment.hundredth(share))
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
