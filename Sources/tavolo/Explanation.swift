import Foundation
import Indicators
import Ingest
import Reports
import Warehouse

/// From a published number back to what it rests on: definition, estimate, deliveries with their hashes,
/// maps and rows, and the errors found in them.
///
/// Rows about persons are counted to the nearest five and never listed: who has the delivered file would know
/// whose they are, and what each source has of a number is shown nowhere else.
struct Explanation {
  /// A delivery the number rests on.
  private struct Part {
    let record: DeliveryRecord
    /// Those that are counted.
    let lines: [Int]
    /// Errors found in its source's current deliveries, by cause: what they cost is left out of the number.
    let errors: [FindingCount]
    /// How many lines may be told to be of it.
    var rows: Int { record.told(rows: lines.count) }
  }

  private let observation: Observation
  private let definition: Definition?
  private let isProvisional: Bool
  private let parts: [Part]
  /// Whether the number counts rows; otherwise it comes from the whole of its parts.
  private let countsRows: Bool
  private let linesShown: Int

  init(
    _ observation: Observation, definition: Definition?, isProvisional: Bool, trace: Trace?,
    store: Store, linesShown: Int
  ) throws {
    self.observation = observation
    self.definition = definition
    self.isProvisional = isProvisional
    self.linesShown = linesShown
    let records = Dictionary(
      uniqueKeysWithValues: try store.deliveries().map { ($0.name, $0) })
    let findings = try store.findingCounts().filter { $0.severity == "errore" }
    // The rows of a withheld number stay withheld: counting them would give the number back, or what an
    // earlier edition's number is kept for.
    let isKeptBack = observation.status == .suppressed || observation.isHeldBack
    let inputs = definition?.inputs ?? []
    let read = records.values.filter { $0.isCurrent && inputs.contains($0.dataset) }
      .map { (delivery: $0.name, lines: [Int]()) }.sorted { $0.delivery < $1.delivery }
    countsRows = trace != nil
    parts = (isKeptBack ? [] : trace?.lines ?? read).compactMap { delivery, lines in
      records[delivery].map { record in
        Part(
          record: record, lines: lines,
          errors: findings.filter {
            $0.publisher == record.publisher && $0.dataset == record.dataset
          })
      }
    }
  }

  var text: [String] {
    var text = [
      definition.map { "\($0.name.it) (\($0.slug))" } ?? observation.indicator,
      "Formula: \(definition?.formula.it ?? "-")",
      "Avvertenze: \(definition?.caveats.it ?? "-")",
      "Territorio: \(observation.territory.kind.rawValue) \(observation.territory.code)"
        + (isProvisional ? " (composizione provvisoria)" : "")
        + "; periodo \(observation.period); \(observation.dimension) = \(observation.modality)",
    ]
    guard observation.status != .suppressed else {
      let rule = definition?.minimumCellMeaning.it
      return text + [
        "Stato: soppresso per riservatezza; il numero non esiste.",
        "Regola: \(rule ?? "-"). È taciuto anche chi, da solo, farebbe ricavare un altro numero taciuto.",
      ]
    }
    let value = observation.value.map { "\($0)" } ?? "nessun valore"
    text.append("Stato: \(observation.status.rawValue); valore: \(value)")
    if let note = observation.note { text.append("Nota: \(note)") }
    if let lower = observation.lower, let upper = observation.upper {
      text.append("Intervallo al 95 %: da \(lower) a \(upper)")
    }
    if let n = observation.numerator { text.append("Numeratore: \(n)") }
    if let d = observation.denominator { text.append("Denominatore: \(d)") }
    if observation.isHeldBack {
      return text + ["È il numero di un'edizione di prima: le righe di oggi non sono le sue."]
    }
    guard countsRows else {
      return text
        + (parts.isEmpty
          ? [
            "Non conta righe: come dice la formula, viene dai dati di riferimento, dalle ricevute o"
              + " da altri numeri dell'edizione; oppure le sue tabelle non sono ancora arrivate."
          ]
          : ["Non conta righe: si calcola su tutte queste consegne."] + parts.flatMap(words))
    }
    return text + ["Righe: " + total(of: parts)] + parts.flatMap(words)
  }

  /// All the rows, where the number itself says how many: otherwise what the parts tell.
  private func total(of parts: [Part]) -> String {
    let all = parts.reduce(0) { $0 + $1.lines.count }
    let told = parts.reduce(0) { $0 + $1.rows }
    let shown = [observation.value, observation.numerator, observation.denominator]
    return told == all || shown.contains(Double(all)) ? "\(all)" : "circa \(told)"
  }

  private func words(_ part: Part) -> [String] {
    let shown = part.lines.prefix(linesShown).map(String.init).joined(separator: ", ")
    let more = part.lines.count > linesShown ? "… (\(part.lines.count) in tutto)" : ""
    let rows =
      !countsRows
      ? "\(part.record.rowsKept) righe tenute"
      : part.record.concernsPersons
        ? "circa \(part.rows) righe, di persone: non si elencano" : "righe \(shown)\(more)"
    var words = [
      "  \(part.record.name): " + rows,
      "    ricevuta il \(part.record.receivedOn); impronta \(part.record.sha256); "
        + "lettura e mappe \(part.record.descriptor.prefix(12))",
    ]
    if !part.errors.isEmpty {
      let reasons = part.errors.map {
        "\(FindingKind.named($0.code)?.message.it ?? $0.code) (\($0.count))"
      }
      words.append("    errori della fonte, per causa: " + reasons.joined(separator: "; "))
    }
    return words
  }

  var json: [String: Any] {
    func number(_ value: Double?) -> Any { value ?? NSNull() as Any }
    return [
      "id": observation.id, "stato": observation.status.rawValue,
      "valore": number(observation.value), "ic_inf": number(observation.lower),
      "ic_sup": number(observation.upper), "numeratore": number(observation.numerator),
      "denominatore": number(observation.denominator), "nota": observation.note ?? "",
      "composizione_provvisoria": isProvisional, "formula": definition?.formula.it ?? "",
      "cella_minima": definition?.minimumCell ?? "",
      "conta_righe": countsRows, "consegne": parts.map(json),
    ]
  }

  private func json(_ part: Part) -> [String: Any] {
    var json: [String: Any] = [
      "consegna": part.record.name, "sha256": part.record.sha256, "lettura": part.record.descriptor,
      "ricevuta_il": "\(part.record.receivedOn)",
      "errori_della_fonte": Dictionary(
        uniqueKeysWithValues: part.errors.map { ($0.code, $0.count) }),
    ]
    json[countsRows ? "righe_contate" : "righe_tenute"] =
      countsRows ? part.rows : part.record.rowsKept
    if countsRows, !part.record.concernsPersons { json["righe"] = part.lines }
    return json
  }
}
