import ArgumentParser
import Foundation
import Indicators
import Ingest
import Reports
import Warehouse

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Scrive l'edizione: pagine, fogli e dati aperti, tutta intera o niente.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let outcome = try workspace.locked {
      let store = try workspace.existingStore()
      guard let inputs = try store.computedInputs(asOf: common.asOf) else {
        throw UserFailure.noInput(
          "al \(common.asOf) non ci sono osservazioni: prima «tavolo compute --as-of \(common.asOf)»"
        )
      }
      return try PublishStage(workspace: workspace, common: common).run(store, inputs: inputs)
    }
    try outcome.report(common)
  }
}

/// The work of `tavolo publish`, also the last part of `tavolo run`.
struct PublishStage {
  let workspace: Workspace
  let common: CommonOptions

  struct Outcome {
    var hasChanged: Bool
    var folder: String
    var files: Int
    /// Files new, changed and gone against the edition that stood here; nil when there was none.
    var changes: (added: Int, changed: Int, removed: Int)?
    var counts: ObservationCounts
    /// The page and the workbook to open first.
    var page: String
    var workbook: String?

    func report(_ common: CommonOptions) throws {
      if common.json {
        try Console.json([
          "pubblicata": hasChanged, "edizione": folder, "pagina": page,
          "osservazioni_pubblicate": counts.published, "osservazioni_soppresse": counts.suppressed,
          "file_nuovi": changes.map { $0.added as Any } ?? NSNull(),
          "file_cambiati": changes.map { $0.changed as Any } ?? NSNull(),
          "file_tolti": changes.map { $0.removed as Any } ?? NSNull(),
        ])
        return
      }
      if hasChanged {
        common.say(
          "Pubblicata l'edizione \(folder): \(files) file, con \(counts.published) osservazioni e "
            + "\(counts.suppressed) soppresse per riservatezza.")
      }
      if let changes {
        common.say(
          "Rispetto all'edizione che c'era: \(changes.added) file nuovi, \(changes.changed) cambiati, "
            + "\(changes.removed) tolti.")
      }
      common.say("Pagina da aprire: \(page)")
      if let workbook { common.say("Foglio da aprire: \(workbook)") }
    }
  }

  /// - Parameter inputs: fingerprint of the observations to publish.
  func run(_ store: Store, inputs: String) throws -> Outcome {
    let asOf = common.asOf
    let folder = "\(workspace.reports)/\(asOf)"
    let tableFiles = try tableFiles()
    let outlinesFile = workspace.reference + "/confini.geojson"
    let outlines = try OptionalFile.contents(outlinesFile) ?? Data()
    let territory = try PublishedTerritory(workspace, store)
    let previous = previousEdition()
    let fingerprint = Fingerprint.of(
      [
        try programFingerprint(), inputs, common.lang, String(decoding: outlines, as: UTF8.self),
        territory.text, previous?.manifest ?? "",
      ]
        + tableFiles.flatMap { [$0.name, String(decoding: $0.json, as: UTF8.self)] })
    let briefs = try tableFiles.map { try TableBrief(json: $0.json, name: $0.name) }
    var outcome = Outcome(
      hasChanged: false, folder: folder, files: 0,
      counts: try store.observationCounts(asOf: asOf), page: folder + "/index.html",
      workbook: briefs.first.map { "\(folder)/tavoli/\($0.slug).xlsx" })
    let stamp = EditionStamp(
      file: "\(workspace.root)/.tavolo/edizione-\(asOf)", manifest: folder + "/edition.json")
    if stamp.matches(fingerprint) { return outcome }

    let standing = PublishedEdition.outputs(in: folder)
    let observations = try store.observations(asOf: asOf)
      .sorted(by: Observation.inPublicationOrder)
    var evidence = try Evidence(
      store: store, observations: observations, asOf: asOf, name: territory.name,
      outlines: try Outlines.read(outlines, file: outlinesFile),
      declared: try DeclaredIndicators(workspace, store).indicators
    ) { code in
      let words = FindingKind.named(code)?.message
      return Text(it: words?.it ?? code, en: words?.en ?? code)
    }
    evidence.territory.ipaCode = territory.ipaCode
    evidence.territory.office = territory.office
    evidence.territory.call(provinces: territory.provinces)
    try evidence.addOrganisations(
      from: store, settings: try workspace.disclosureSettings().settings)
    let bar = ProgressBar("edizione", isQuiet: common.quiet || common.json)
    defer { bar.finish() }
    let outputs = try EditionWriter(
      toolVersion: toolVersion, allowedOrganisations: try store.organisationCodes()
    ).write(
      evidence, tables: briefs, language: common.lang == "en" ? .en : .it,
      since: previous.flatMap { published($0.folder) }, to: folder
    ) { bar.update($0) }
    try stamp.write(fingerprint)
    outcome.hasChanged = true
    outcome.files = outputs.count
    outcome.changes = standing.map { changes(from: $0, to: outputs) }
    return outcome
  }

  private func changes(
    from old: [EditionOutput], to new: [EditionOutput]
  ) -> (added: Int, changed: Int, removed: Int) {
    let digests = Dictionary(old.map { ($0.path, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    // The manifest lists the others, not itself.
    let listed = new.filter { $0.path != "edition.json" }
    let kept = listed.filter { digests[$0.path] != nil }
    return (
      listed.count - kept.count, kept.count { digests[$0.path] != $0.sha256 },
      digests.count - kept.count
    )
  }

  /// The newest edition of an earlier day beside this one, which its bulletin is about.
  private func previousEdition() -> (folder: String, manifest: String)? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.reports)) ?? []
    let earlier = names.compactMap { Day(iso: $0) }.filter { $0 < common.asOf }.sorted()
    return earlier.reversed().lazy.compactMap { day in
      let folder = "\(workspace.reports)/\(day)"
      return FileManager.default.contents(atPath: folder + "/edition.json").map {
        (folder, String(decoding: $0, as: UTF8.self))
      }
    }.first
  }

  /// Nil, and says so, where it cannot be read: a spoiled edition does not keep the next from being
  /// published.
  private func published(_ folder: String) -> PublishedEdition? {
    do {
      return try PublishedEdition(directory: folder)
    } catch {
      common.say("Questa edizione esce senza il bollettino delle revisioni: \(error)")
      return nil
    }
  }

  /// Files of `datasets/tables`, by name.
  private func tableFiles() throws -> [(name: String, json: Data)] {
    let names = try OptionalFile.names(in: workspace.tables)
    return try names.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".origin.json") }.map {
      guard let json = FileManager.default.contents(atPath: "\(workspace.tables)/\($0)") else {
        throw UserFailure.noInput("«\(workspace.tables)/\($0)» non si può leggere")
      }
      return ($0, json)
    }
  }
}

/// Tells whether the edition in place is the one that would be written.
private struct EditionStamp {
  let file: String
  let manifest: String

  func matches(_ fingerprint: String) -> Bool {
    guard let manifest = FileManager.default.contents(atPath: manifest) else { return false }
    return FileManager.default.contents(atPath: file) == stamp(fingerprint, manifest)
  }

  func write(_ fingerprint: String) throws {
    let manifest = FileManager.default.contents(atPath: manifest) ?? Data()
    try stamp(fingerprint, manifest).writeWhole(to: file)
  }

  private func stamp(_ fingerprint: String, _ manifest: Data) -> Data {
    Data((fingerprint + Fingerprint.of([String(decoding: manifest, as: UTF8.self)])).utf8)
  }
}
