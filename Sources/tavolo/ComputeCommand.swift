import ArgumentParser
import Foundation
import Indicators
import Ingest
import Warehouse

struct ComputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: "Calcola gli indicatori alla data di riferimento, con la tutela della riservatezza.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let outcome = try workspace.locked {
      try ComputeStage(workspace: workspace, common: common).run(try workspace.existingStore())
    }
    try outcome.report(common)
  }
}

/// The work of `tavolo compute`, also the second part of `tavolo run`.
struct ComputeStage {
  let workspace: Workspace
  let common: CommonOptions

  struct Outcome {
    var hasChanged: Bool
    var counts: ObservationCounts
    /// Comuni with a number of their own, out of those of the territory.
    var comuni: (covered: Int, all: Int)
    /// Against the observations that stood for the same date; nil when there were none.
    var changes: ObservationChanges?
    /// Fingerprint of everything the observations follow from.
    var inputs: String

    func report(_ common: CommonOptions) throws {
      if common.json {
        try Console.json([
          "ricalcolato": hasChanged, "osservazioni_pubblicate": counts.published,
          "osservazioni_soppresse": counts.suppressed,
          "osservazioni_non_pervenute": counts.notReceived,
          "osservazioni_non_applicabili": counts.notApplicable,
          "comuni_coperti": comuni.covered, "comuni": comuni.all,
          "osservazioni_nuove": changes?.added ?? 0, "osservazioni_cambiate": changes?.changed ?? 0,
          "osservazioni_tolte": changes?.removed ?? 0,
        ])
      } else if hasChanged {
        common.say(
          "Calcolate \(counts.all) osservazioni al \(common.asOf): \(counts.published) pubblicate, "
            + "\(counts.suppressed) soppresse per riservatezza, \(counts.notReceived) non pervenute, "
            + "\(counts.notApplicable) non applicabili. Comuni con almeno un numero: "
            + "\(comuni.covered) su \(comuni.all).")
        if let changes {
          common.say(
            "Rispetto al calcolo precedente: \(changes.added) nuove, \(changes.changed) cambiate, "
              + "\(changes.removed) tolte.")
        }
      } else {
        common.say("Osservazioni invariate al \(common.asOf).")
      }
    }
  }

  func run(_ store: Store) throws -> Outcome {
    let asOf = common.asOf
    let (settings, json) = try workspace.disclosureSettings()
    let declared = try DeclaredIndicators(workspace, store)
    // What the editions before showed decides what this one may.
    let before = try store.computed(before: asOf).prefix(Engine.datesMinded).map {
      "\($0)|\(try store.computedInputs(asOf: $0) ?? "")"
    }
    func fingerprint() throws -> String {
      try Fingerprint.of(
        [programFingerprint(), "\(asOf)", String(decoding: json, as: UTF8.self), Catalogue.manual]
          + declared.fingerprint + store.inputsDescription() + before)
    }
    let comuni = try store.comuni().count
    if let stands = try store.computedInputs(asOf: asOf), try stands == fingerprint() {
      return Outcome(
        hasChanged: false, counts: try store.observationCounts(asOf: asOf),
        comuni: (try store.comuniObserved(asOf: asOf), comuni), inputs: stands)
    }
    let bar = ProgressBar("indicatori", isQuiet: common.quiet || common.json)
    defer { bar.finish() }
    let engine = Engine(
      store: store, settings: settings, asOf: asOf, declared: declared.indicators)
    // The program is a large file to digest: done meanwhile, unless it was above.
    let (observations, _) = try together(
      { try engine.observations { bar.update($0) } }, { try programFingerprint() })
    let inputs = try fingerprint()
    let changes = try store.write {
      try $0.replaceObservations(
        observations.records, asOf: asOf, inputs: inputs, toolVersion: toolVersion)
    }
    return Outcome(
      hasChanged: true, counts: try store.observationCounts(asOf: asOf),
      comuni: (try store.comuniObserved(asOf: asOf), comuni), changes: changes, inputs: inputs)
  }
}

extension DecodingError {
  /// The key that is missing or wrong.
  fileprivate var path: String {
    switch self {
    case .keyNotFound(let key, _): key.stringValue
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
    @unknown default: "?"
    }
  }
}

extension Workspace {
  /// The thresholds of disclosure control, with the bytes they were read from.
  func disclosureSettings() throws -> (settings: DisclosureSettings, json: Data) {
    let settingsFile = reference + "/disclosure.json"
    guard let json = FileManager.default.contents(atPath: settingsFile) else {
      throw UserFailure.noInput("manca «\(settingsFile)»: senza soglie non si pubblica nulla")
    }
    let settings: DisclosureSettings
    do {
      settings = try JSONDecoder().decode(DisclosureSettings.self, from: json)
    } catch let error as DecodingError {
      throw UserFailure.badData(
        "«\(settingsFile)» non contiene tutte le soglie, come numeri interi (\(error.path))")
    }
    return (settings, json)
  }
}
