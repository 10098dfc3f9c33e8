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
    /// The page and the workbook to open first.
    var page: String
    var workbook: String?

    func report(_ common: CommonOptions) throws {
      if common.json {
        try Console.json(["pubblicata": hasChanged, "edizione": folder, "pagina": page])
        return
      }
      if hasChanged { common.say("Pubblicata l'edizione \(folder): \(files) file.") }
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
    let outlines = FileManager.default.contents(atPath: outlinesFile) ?? Data()
    let territoryFile = workspace.reference + "/territorio.json"
    let described = FileManager.default.contents(atPath: territoryFile)
    let fingerprint = Fingerprint.of(
      [try programFingerprint(), inputs, common.lang]
        + [outlines, described ?? Data()].map { String(decoding: $0, as: UTF8.self) }
        + tableFiles.flatMap { [$0.name, String(decoding: $0.json, as: UTF8.self)] })
    let briefs = try tableFiles.map { try TableBrief(json: $0.json, name: $0.name) }
    var outcome = Outcome(
      hasChanged: false, folder: folder, files: 0, page: folder + "/index.html",
      workbook: briefs.first.map { "\(folder)/tavoli/\($0.slug).xlsx" })
    let stamp = EditionStamp(
      file: "\(workspace.root)/.tavolo/edizione-\(asOf)", manifest: folder + "/edition.json")
    if stamp.matches(fingerprint) { return outcome }

    let observations = try store.observations(asOf: asOf).observations
      .sorted(by: Observation.inPublicationOrder)
    let territory = try TerritoryFile(described, file: territoryFile)
    let provinces = Set(try store.comuni().map(\.province)).sorted()
    var evidence = try Evidence(
      store: store, observations: observations, asOf: asOf,
      name: territory.name ?? "Province " + provinces.joined(separator: ", "),
      outlines: try Outlines.read(outlines, file: outlinesFile),
      declared: try DeclaredIndicators(workspace).indicators
    ) { code in
      let words = FindingKind.named(code)?.message
      return Text(it: words?.it ?? code, en: words?.en ?? code)
    }
    evidence.territory.ipaCode = territory.ipaCode
    if provinces.count > 1 { evidence.territory.call(provinces: territory.provinces) }
    try evidence.addOrganisations(
      from: store, settings: try workspace.disclosureSettings().settings)
    let bar = ProgressBar("edizione", isQuiet: common.quiet || common.json)
    defer { bar.finish() }
    let outputs = try EditionWriter(
      toolVersion: toolVersion, allowedOrganisations: try store.organisationCodes()
    ).write(
      evidence, tables: briefs, language: common.lang == "en" ? .en : .it, to: folder
    ) { bar.update($0) }
    try stamp.write(fingerprint)
    outcome.hasChanged = true
    outcome.files = outputs.count
    return outcome
  }

  /// Files of `datasets/tables`, by name.
  private func tableFiles() throws -> [(name: String, json: Data)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.tables)) ?? []
    return try names.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".origin.json") }.sorted().map
    {
      guard let json = FileManager.default.contents(atPath: "\(workspace.tables)/\($0)") else {
        throw UserFailure.noInput("«\(workspace.tables)/\($0)» non si può leggere")
      }
      return ($0, json)
    }
  }
}

/// `territorio.json` of the reference folder, which may be missing: what the territory and its provinces
/// are called, and the IPA code of who publishes.
private struct TerritoryFile {
  var name: String?
  var ipaCode: String?
  /// Names of the provinces, where there are several, by the three digits of their comuni's codes.
  var provinces: [String: String] = [:]

  init(_ json: Data?, file: String) throws {
    guard let json else { return }
    guard let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
      let name = object["nome"] as? String
    else { throw UserFailure.badData("\(file): serve un oggetto JSON con la chiave «nome»") }
    self.name = name
    ipaCode = object["codice_ipa"] as? String
    guard let named = object["province"] else { return }
    guard let names = named as? [String: String] else {
      throw UserFailure.badData(
        "\(file): «province» deve dare un nome a ogni codice, come {\"083\": \"Messina\"}")
    }
    provinces = names
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
    try stamp(fingerprint, manifest).write(to: URL(fileURLWithPath: file), options: .atomic)
  }

  private func stamp(_ fingerprint: String, _ manifest: Data) -> Data {
    Data((fingerprint + Fingerprint.of([String(decoding: manifest, as: UTF8.self)])).utf8)
  }
}
