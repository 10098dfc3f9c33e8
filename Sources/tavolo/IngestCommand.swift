import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Carica le consegne nuove nell'archivio e scrive le ricevute.")

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Esce con 1 se qualche riga è stata rifiutata.")
  var strict = false

  @Argument(
    help: ArgumentHelp(
      "Solo queste fonti (editore/dataset); tutte se non indicate.", valueName: "fonte"))
  var only: [String] = []

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let summary = try workspace.locked {
      try IngestStage(workspace: workspace, common: common).run(only: only)
    }
    try summary.report(common)
    if !summary.failures.isEmpty { throw ExitCode(65) }
    if strict, summary.rowsRefused > 0 { throw ExitCode(1) }
  }
}

/// The work of `tavolo ingest`, also the first part of `tavolo run`.
struct IngestStage {
  let workspace: Workspace
  let common: CommonOptions

  func run(only: [String] = []) throws -> IngestSummary {
    let reference = try workspace.readReference()
    let store = try workspace.store()
    let (key, isNew) = try KeyRotation.key(workspace.keyFile, store: store)
    if isNew {
      common.say(
        "Creata la chiave delle persone in \(workspace.keyFile): conservarne una copia al sicuro.")
    }
    let ingestion = Ingestion(
      store: store, reference: reference, key: key,
      receipts: common.receipts(in: workspace.receipts))
    try ingestion.loadReference(calendar: workspace.readCalendar(reference))
    let decisions = IdentityDecisions(
      store: store, key: key, folder: workspace.decisions,
      privateFolder: workspace.privateDecisions)
    try decisions.apply()
    var summary = IngestSummary()
    let paths = try SourceFolder.paths(under: workspace.sources)
    let names = paths.map { $0.split(separator: "/").suffix(2).joined(separator: "/") }
    for name in only where !names.contains(name) {
      throw UserFailure.noInput("la fonte «\(name)» non c'è in \(workspace.sources)")
    }
    for (path, name) in zip(paths, names) where only.isEmpty || only.contains(name) {
      do {
        let folder = try SourceFolder(path: path)
        try folder.checkIsTheOnlyOne()
        warnOfDays(to: folder, name)
        let bar = ProgressBar(name, isQuiet: common.quiet || common.json)
        defer { bar.finish() }
        try ingestion.ingest(folder) { file, outcome in
          bar.finish()
          summary.add(name, file.name, outcome)
          if let line = summary.lastLine, !common.json { common.say(line) }
        } progress: {
          bar.update($0)
        }
        let asBefore = try ingestion.readAsBefore(folder)
        summary.readAsBefore += asBefore.map { (name, $0) }
        if let first = asBefore.first, !common.json {
          common.say(
            "  \(name): non c'è più il file di \(asBefore.count == 1 ? "una consegna corrente" : "\(asBefore.count) consegne correnti") (\(first)\(asBefore.count > 1 ? "…" : "")):"
              + " restano lette come prima, e ciò che è cambiato nella descrizione della fonte o negli elenchi"
              + " non vi si applica.")
        }
      } catch {
        // One source does not keep the others from being read.
        guard let failure = UserFailure(error), [65, 66].contains(failure.code) else { throw error }
        summary.failures.append((name, failure.message))
        Console.error("\(name): \(failure.message)")
      }
    }
    // What may be one follows from the facts alone, like what contradicts another table.
    summary.openDecisions =
      try ingestion.hasNews() ? decisions.propose() : decisions.openCount()
    summary.unmetDecisions = try decisions.unmet()
    for line in summary.unmetDecisions where !common.json { common.say(line) }
    if let audited = try ingestion.audit() {
      summary.audited = audited
      if !audited.isEmpty, !common.json {
        let counts = audited.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        common.say("Fra una fonte e l'altra: \(counts).")
      }
    }
    return summary
  }
}

extension IngestStage {
  /// A mistyped year: the delivery would be the newest of its source for as long.
  private func warnOfDays(to folder: SourceFolder, _ name: String) {
    let last = max(common.asOf, CommonOptions.today)
    for delivery in folder.deliveries where delivery.receivedOn > last && !common.json {
      common.say(
        "\(name): «\(delivery.name)» porta un giorno che deve ancora venire, e fino ad allora nessun'altra"
          + " consegna le succede: controllare il nome.")
    }
  }
}

/// What came out of an ingest.
struct IngestSummary {
  var loaded: [(source: String, delivery: String, snapshot: Snapshot, account: Ingestion.Account)] =
    []
  var unchanged = 0
  /// Pairs that may be one and wait for somebody to decide.
  var openDecisions = 0
  /// Decisions about what no delivery has brought.
  var unmetDecisions: [String] = []
  /// Deliveries that cannot be read anew, though they would now be read otherwise.
  var readAsBefore: [(source: String, delivery: String)] = []
  /// Findings between tables, by code, when they were worked out anew.
  var audited: [String: Int] = [:]
  var failures: [(source: String, message: String)] = []
  fileprivate(set) var lastLine: String?

  var rowsRead: Int { loaded.reduce(0) { $0 + $1.snapshot.rowsRead } }
  var rowsKept: Int { loaded.reduce(0) { $0 + $1.snapshot.rowsKept } }
  var rowsRefused: Int { loaded.reduce(0) { $0 + $1.snapshot.rowsRefused } }
  var hasChanged: Bool { !loaded.isEmpty }
  /// Why rows were refused, by code of the finding.
  var refusals: [String: Int] {
    loaded.reduce(into: [:]) { $0.merge($1.account.refusals, uniquingKeysWith: +) }
  }
  /// Against what their sources had said before.
  var revised: (added: Int, changed: Int, vanished: Int)? {
    let revisions = loaded.compactMap(\.account.revision)
    return revisions.isEmpty
      ? nil
      : revisions.reduce(into: (0, 0, 0)) {
        $0 = ($0.0 + $1.added, $0.1 + $1.changed, $0.2 + $1.vanished)
      }
  }

  fileprivate mutating func add(
    _ source: String, _ delivery: String, _ outcome: Ingestion.Outcome
  ) {
    switch outcome {
    case .unchanged:
      unchanged += 1
      lastLine = nil
    case .twin(let other):
      lastLine = "  \(source) \(delivery): è lo stesso file di \(other), non caricato"
    case .loaded(let snapshot, let account):
      loaded.append((source, delivery, snapshot, account))
      // An error that tells of the whole file is one, and not to be lost among many of cells.
      let rank = { FindingKind.named($0)?.severity == .error ? 0 : 1 }
      let most = account.findings.sorted {
        (rank($0.key), $1.value, $0.key) < (rank($1.key), $0.value, $1.key)
      }.prefix(3)
        .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      lastLine =
        "  \(source) \(delivery): righe tenute \(snapshot.rowsKept), "
        + "rifiutate \(snapshot.rowsRefused)" + (most.isEmpty ? "" : " (\(most))")
    }
  }

  func report(_ common: CommonOptions) throws {
    if common.json {
      try Console.json([
        "righe_lette": rowsRead, "righe_tenute": rowsKept, "righe_rifiutate": rowsRefused,
        "motivi_dei_rifiuti": refusals, "righe_nuove": revised?.added ?? 0,
        "righe_cambiate": revised?.changed ?? 0, "righe_non_ripetute": revised?.vanished ?? 0,
        "rilievi_fra_tabelle": audited,
        "consegne_caricate": loaded.count, "consegne_invariate": unchanged,
        "lette_come_prima": readAsBefore.map { ["fonte": $0.source, "consegna": $0.delivery] },
        "da_decidere": openDecisions, "decisioni_inutilizzate": unmetDecisions,
        "fonti_non_lette": failures.map { ["fonte": $0.source, "motivo": $0.message] },
        "consegne": loaded.map {
          [
            "fonte": $0.source, "consegna": $0.delivery, "righe_lette": $0.snapshot.rowsRead,
            "righe_tenute": $0.snapshot.rowsKept, "righe_rifiutate": $0.snapshot.rowsRefused,
            "rilievi": $0.account.findings,
          ] as [String: Any]
        },
      ])
    } else if hasChanged {
      common.say(
        "Righe lette: \(rowsRead) (tenute \(rowsKept), rifiutate \(rowsRefused)). Consegne caricate: "
          + "\(loaded.count), invariate: \(unchanged). Le ricevute sono in receipts/."
      )
      let reasons = refusals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      if !reasons.isEmpty { common.say("Motivi dei rifiuti: \(reasons).") }
      if let revised {
        common.say(
          "Rispetto alle consegne precedenti delle stesse fonti: righe nuove "
            + "\(revised.added), cambiate \(revised.changed), non ripetute \(revised.vanished).")
      }
    } else {
      common.say("Nulla di nuovo. Consegne invariate: \(unchanged).")
    }
  }
}
