import Foundation
public import Indicators
public import Warehouse

/// An edition as it stands on disk, read back from its own files.
public struct PublishedEdition: Sendable {
  /// A delivery the edition says it rests on.
  public struct Delivery: Hashable, Sendable {
    public var publisher: String
    public var dataset: String
    public var file: String
    public var sha256: String

    public init(publisher: String, dataset: String, file: String, sha256: String) {
      self.publisher = publisher
      self.dataset = dataset
      self.file = file
      self.sha256 = sha256
    }

    /// Which delivery it is, whatever its bytes.
    public var name: String { "\(publisher)/\(dataset)/\(file)" }
  }

  public let directory: String
  public let asOf: Day
  public let toolVersion: String
  public let language: Language
  public let isSynthetic: Bool
  public let deliveries: [Delivery]
  /// What the manifest says the edition is made of.
  public let outputs: [EditionOutput]
  public let observations: [Observation]
  /// What each indicator is, as the edition defines it: its row of `dati/indicatori.csv`.
  public let definitions: [String: [String]]
  /// Fingerprint of what each declared indicator counts, by slug; none in editions that do not say.
  let declarations: [String: String]
  /// What its code lists call the territories of its observations.
  let territories: PublishedTerritories
  /// Ids of the numbers whose period is told of only in part; nil where the edition does not list them.
  let toldInPart: Set<String>?

  /// - Throws: `PublishedEditionError` when the folder does not hold an edition that can be read.
  public init(directory: String) throws(PublishedEditionError) {
    try self.init(directory: directory, holding: nil)
  }

  /// - Parameter known: what its file of observations was just written from, where that is at hand.
  init(directory: String, holding known: [Observation]?) throws(PublishedEditionError) {
    self.directory = directory
    func bytes(_ path: String) throws(PublishedEditionError) -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: directory + "/" + path) else {
        throw .absent(path: directory + "/" + path)
      }
      return Array(data)
    }
    let manifestPath = directory + "/edition.json"
    let manifest: Manifest
    do {
      manifest = try JSONDecoder().decode(Manifest.self, from: Data(try bytes("edition.json")))
    } catch let error as PublishedEditionError {
      throw error
    } catch {
      throw .unreadable(path: manifestPath)
    }
    guard let asOf = Day(iso: manifest.asOf), let language = Language(rawValue: manifest.lingua)
    else { throw .unreadable(path: manifestPath) }
    self.asOf = asOf
    self.language = language
    toolVersion = manifest.versione
    isSynthetic = manifest.isSynthetic
    deliveries = manifest.consegne.map {
      Delivery(publisher: $0.ente, dataset: $0.tracciato, file: $0.file, sha256: $0.sha256)
    }
    declarations = Dictionary(
      (manifest.dichiarati ?? []).map { ($0.indicatore, $0.sha256) },
      uniquingKeysWith: { first, _ in first })
    outputs = manifest.outputs
    let partial = "dati/osservazioni_in_parte.csv"
    toldInPart =
      outputs.contains { $0.path == partial }
      ? Set(CSVRows.read(try bytes(partial)).dropFirst().compactMap(\.first)) : nil
    if let known {
      observations = known
    } else {
      observations = try PublishedEdition.observations(
        try bytes(PublishedEdition.observationsFile), toldInPart: toldInPart ?? [],
        path: directory + "/" + PublishedEdition.observationsFile)
    }
    definitions = Dictionary(
      CSVRows.read(try bytes("dati/indicatori.csv")).dropFirst().map { ($0.first ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    territories = PublishedTerritories(
      codes: CSVRows.read(try bytes("dati/codici.csv")),
      comuni: CSVRows.read(try bytes("dati/territori.csv")))
  }

  /// What the manifest of an edition in place says it is made of; nil where there is none that can be read.
  public static func outputs(in directory: String) -> [EditionOutput]? {
    FileManager.default.contents(atPath: directory + "/edition.json")
      .flatMap { try? JSONDecoder().decode(Manifest.self, from: $0) }?.outputs
  }

  private static let observationsFile = "dati/osservazioni.csv"
  var observationsPath: String { directory + "/" + PublishedEdition.observationsFile }

  /// What the edition says of an indicator, with the parts the catalogue gives it; nil when it says nothing.
  func definition(_ indicator: String) -> Definition? {
    let slug = Definition.slug(of: indicator)
    guard let row = definitions[slug] else { return nil }
    func value(_ column: String) -> String {
      IndicatorsCSV.columns.firstIndex(of: column).flatMap {
        row.indices.contains($0) ? row[$0] : nil
      }
        ?? ""
    }
    var definition = Definition(
      slug: slug, code: value("codice"), family: value("famiglia"),
      name: Text(it: value("nome_it"), en: value("nome_en")),
      unit: Definition.Unit(rawValue: value("unita")) ?? .count,
      direction: Definition.Direction(rawValue: value("direzione")) ?? .descriptive,
      formula: Text(it: "", en: ""), caveats: Text(it: "", en: ""), source: Text(it: "", en: ""),
      minimumCell: "")
    definition.parts = PublishedEdition.parts[slug] ?? []
    return definition
  }

  private static let parts = Dictionary(
    Catalogue.definitions.map { ($0.slug, $0.parts) }, uniquingKeysWith: { first, _ in first })

  private static func observations(
    _ bytes: [UInt8], toldInPart: Set<String>, path: String
  ) throws(PublishedEditionError) -> [Observation] {
    var all: [Observation] = []
    var line = 0
    // A word that stands in a hundred thousand rows is kept once.
    var words: Set<String> = []
    try CSVRows.forEach(bytes) { row throws(PublishedEditionError) in
      line += 1
      guard line > 1 else { return }
      guard row.count == ObservationsCSV.columns.count,
        let kind = TerritoryKey.Kind(rawValue: row[1]), let period = Period(row[3]),
        let status = Observation.Status(rawValue: row[11])
      else { throw .unreadable(path: "\(path), riga \(line)") }
      let (indicator, code, dimension, modality) = (
        words.insert(row[0]).memberAfterInsert, words.insert(row[2]).memberAfterInsert,
        words.insert(row[4]).memberAfterInsert, words.insert(row[5]).memberAfterInsert
      )
      all.append(
        Observation(
          indicator: indicator, territory: TerritoryKey(kind, code), period: period,
          dimension: dimension, modality: modality, value: Double(row[6]), lower: Double(row[7]),
          upper: Double(row[8]), numerator: Double(row[9]), denominator: Double(row[10]),
          status: status, note: toldInPart.contains(row[12]) ? Observation.toldInPart : nil))
    }
    return all
  }

  /// `edition.json`, key by key.
  private struct Manifest: Decodable {
    struct Delivery: Decodable {
      var ente: String
      var tracciato: String
      var file: String
      var sha256: String
    }

    struct Output: Decodable {
      var file: String
      var byte: Int
      var sha256: String
    }

    var outputs: [EditionOutput] {
      uscite.map { EditionOutput(path: $0.file, bytes: $0.byte, sha256: $0.sha256) }
    }

    struct Declared: Decodable {
      var indicatore: String
      var sha256: String
    }

    var asOf: String
    var versione: String
    var lingua: String
    var isSynthetic: Bool
    var consegne: [Delivery]
    var dichiarati: [Declared]?
    var uscite: [Output]

    enum CodingKeys: String, CodingKey {
      case asOf = "as_of"
      case isSynthetic = "dati_sintetici"
      case versione, lingua, consegne, dichiarati, uscite
    }
  }
}

/// Why a folder cannot be read as an edition.
public enum PublishedEditionError: Error, Hashable, Sendable, CustomStringConvertible {
  case absent(path: String)
  case unreadable(path: String)

  public var description: String {
    switch self {
    case .absent(let path):
      "«\(path)» non c'è: serve la cartella di un'edizione pubblicata, come reports/2026-06-30"
    case .unreadable(let path):
      "«\(path)» non si capisce: non è di un'edizione, o è stato cambiato dopo la pubblicazione"
    }
  }
}
