import Foundation
public import Warehouse

/// A source as its folder describes it: who delivers, what, how it is written, what its words mean.
///
/// `source.json`, `columns.csv`, `values.csv`, `corrections.csv`, `deliveries/`. A descriptor that
/// cannot be understood stops its source alone, in one sentence naming the file and the nearest valid
/// name.
public struct SourceFolder: Sendable {
  public let path: String
  public let source: Source
  public let contract: Contract
  public let settings: SourceSettings
  public let columns: ColumnMap
  public let values: ValueMap
  public let corrections: [Correction]
  /// Files of `deliveries/`, by day and name.
  public let deliveries: [DeliveryFile]
  /// The descriptor's own bytes, for the snapshot's fingerprint.
  let fingerprintParts: [[UInt8]]
  /// Somebody wrote it; a file that is only looked at has none.
  var isDescribed: Bool { !fingerprintParts.isEmpty }

  public init(path: String) throws {
    self.path = path
    let name = path + "/source.json"
    guard let data = FileManager.default.contents(atPath: name) else {
      throw SourceFolder.withoutDescriptor(path)
    }
    settings = try SourceSettings(json: data, file: name)
    guard let contract = Contract.named(settings.dataset) else {
      throw DescriptorError(file: name, message: Contract.unknown(settings.dataset))
    }
    try settings.check(against: contract, file: name)
    self.contract = contract
    source = Source(
      publisher: SourceFolder.publisher(ofSourceAt: path) ?? settings.publisher,
      publisherName: settings.publisher, dataset: contract.dataset, title: settings.title,
      licence: settings.licence, policy: settings.policy, isSynthetic: settings.isSynthetic)
    columns = try ColumnMap(file: path + "/columns.csv", contract: contract)
    values = try ValueMap(file: path + "/values.csv", contract: contract)
    corrections = try Correction.read(file: path + "/corrections.csv", contract: contract)
    deliveries = try DeliveryFile.list(in: path + "/deliveries")
    fingerprintParts =
      try [name].map { try bytes(of: $0) }
      + ["columns.csv", "values.csv", "corrections.csv"].map {
        try bytes(ofOptional: path + "/" + $0)
      }
  }

  /// The folder a source stands in, also where the path does not name it: `.`, `richieste`. Nil at the root.
  static func publisher(ofSourceAt path: String) -> String? {
    let name = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
      .lastPathComponent
    return name == "/" ? nil : name
  }

  /// The folder of the source a file is a delivery of; nil when it stands by itself.
  static func path(ofDelivery path: String) -> String? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
      .path
    return FileManager.default.fileExists(atPath: folder + "/source.json") ? folder : nil
  }

  /// The group within which this source's persons are recognised: its own, or the one an agreement
  /// names.
  var scope: String { settings.linkage ?? "editore:" + source.publisher }

  /// Publisher and dataset tell a source from every other: of two folders with one dataset the second would
  /// take the place of the first. The one that bears the dataset's name is the source.
  public func checkIsTheOnlyOne() throws {
    let folder = URL(fileURLWithPath: path).standardizedFileURL
    let publisher = folder.deletingLastPathComponent()
    guard folder.lastPathComponent != contract.dataset else { return }
    let others = try FileManager.default.contentsOfDirectory(atPath: publisher.path).sorted()
    let twin = others.first {
      $0 != folder.lastPathComponent
        && SourceFolder.dataset(ofSourceAt: "\(publisher.path)/\($0)") == contract.dataset
    }
    guard let twin else { return }
    throw DescriptorError(
      file: path,
      message:
        "anche la cartella «\(twin)» è del dataset «\(contract.dataset)», e di un editore ce n'è una sola, che ne ha"
        + " il nome: toglierla se è una copia; un'altra esportazione sta sotto un altro editore, come"
        + " «\(publisher.lastPathComponent)-2/\(contract.dataset)»")
  }

  /// What a folder beside says it is, sound or not; nil where no descriptor says it.
  private static func dataset(ofSourceAt path: String) -> String? {
    let json = FileManager.default.contents(atPath: path + "/source.json")
    let object = json.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
    return object?["dataset"] as? String
  }

  private static func withoutDescriptor(_ path: String) -> DescriptorError {
    let name = path + "/source.json"
    guard access(name, F_OK) != 0, errno == ENOENT else {
      return DescriptorError(
        file: name, message: "il file non si può leggere: controllarne i permessi")
    }
    return DescriptorError(
      file: path,
      message: "manca source.json: la cartella di una fonte è datasets/sources/<editore>/<dataset>")
  }

  /// Every folder under `root/<publisher>/<dataset>` that holds a `source.json`, by name; and those that
  /// may, and cannot be looked into.
  public static func paths(under root: String) throws -> [String] {
    let files = FileManager.default
    guard let publishers = try? files.contentsOfDirectory(atPath: root) else {
      throw DescriptorError(
        file: root, message: "la cartella delle fonti non c'è; si crea con una cartella per editore"
      )
    }
    return try publishers.sorted().flatMap { publisher in
      let folder = "\(root)/\(publisher)"
      try DeliveryFile.checkIsReadable(name: publisher, in: root)
      guard access(folder, F_OK) != 0 || access(folder, R_OK | X_OK) == 0 else {
        throw DescriptorError(
          file: folder, message: "la cartella non si può leggere: controllarne i permessi")
      }
      return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .map { "\(folder)/\($0)" }
        .filter { access($0 + "/source.json", F_OK) == 0 || errno == EACCES }
    }
  }
}

/// One file somebody handed over; its name begins with the day.
public struct DeliveryFile: Hashable, Sendable {
  public let path: String
  public let name: String
  public let receivedOn: Day

  /// Bytes of a name that leave room for what is added to it in the folder of its receipt.
  private static let longestName = 200

  /// A name written by an older system is in another encoding: no file can be found under what we read of it.
  static func checkIsReadable(name: String, in folder: String) throws {
    guard name.contains("\u{FFFD}"), access("\(folder)/\(name)", F_OK) != 0 else { return }
    throw DescriptorError(
      file: folder,
      message:
        "il nome «\(name)» contiene lettere scritte in una codifica diversa da UTF-8: rinominarlo,"
        + " anche senza accenti")
  }

  /// How programs that copy and download call a file of which they have a part.
  private static let unfinished = [".part", ".partial", ".filepart", ".crdownload", ".download"]

  static func list(in folder: String) throws -> [DeliveryFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw DescriptorError(
        file: folder,
        message: FileManager.default.fileExists(atPath: folder)
          ? "la cartella delle consegne non si può leggere (\(DiskWords.reason(error)))"
          : "la cartella delle consegne non c'è")
    }
    return try names.filter { !SystemTraces.isOne($0) && !$0.hasSuffix(".origin.json") }.map {
      name in
      try checkIsReadable(name: name, in: folder)
      guard !unfinished.contains(where: name.lowercased().hasSuffix) else {
        throw DescriptorError(
          file: "\(folder)/\(name)",
          message:
            "il nome dice che il file sta ancora arrivando: aspettare che il trasferimento finisca;"
            + " se si è interrotto, cancellarlo e ripeterlo")
      }
      guard name.utf8.count <= longestName else {
        throw DescriptorError(
          file: folder,
          message: "il nome di una consegna è troppo lungo («\(name.prefix(40))…»): accorciarlo")
      }
      guard let day = Day(iso: String(name.prefix(10))) else {
        throw DescriptorError(
          file: "\(folder)/\(name)",
          message: "il nome di una consegna comincia con il giorno, come 2026-07-10.csv")
      }
      // The name is kept, and shown wherever the delivery is told of.
      guard !Masking.holdsIdentifier(name) else {
        throw DescriptorError(
          file: folder,
          message: "il nome di una consegna contiene un dato personale («\(Masking.whole(name))»):"
            + " rinominare il file")
      }
      return DeliveryFile(path: "\(folder)/\(name)", name: name, receivedOn: day)
    }.sorted {
      ($0.receivedOn, DeliveryOrder.key($0.name)) < ($1.receivedOn, DeliveryOrder.key($1.name))
    }
  }
}

/// A descriptor or map that cannot be understood: one sentence, naming the file.
public struct DescriptorError: Error, Equatable, CustomStringConvertible {
  public var file: String
  public var line: Int?
  public var message: String

  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = Masking.sentence(message)
  }

  public var description: String {
    "\(file)\(line.map { ", riga \($0)" } ?? ""): \(message)"
  }
}

func bytes(of path: String) throws -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw DescriptorError(file: path, message: "il file non si può leggere")
  }
  return [UInt8](data)
}

func bytes(ofOptional path: String) throws -> [UInt8] {
  FileManager.default.fileExists(atPath: path) ? try bytes(of: path) : []
}
