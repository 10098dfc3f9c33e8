import Crypto
import Foundation
public import Indicators

/// Whether an edition is what was published, and says what the warehouse says.
public struct EditionVerification: Sendable {
  /// Files whose bytes are not those of the manifest.
  public private(set) var altered: [String] = []
  public private(set) var missing: [String] = []
  /// Files nobody published.
  public private(set) var unlisted: [String] = []
  /// Deliveries the edition rests on that the warehouse no longer holds with the same bytes.
  public private(set) var lostDeliveries: [String] = []
  /// Deliveries the warehouse holds now and the edition does not know.
  public private(set) var newDeliveries: [String] = []
  /// Ids of observations that are not, or not with the same numbers, among those computed again.
  public private(set) var different: [String] = []
  public let files: Int
  public let observations: Int

  /// - Parameters:
  ///   - computed: the observations of the edition's as-of date, computed again.
  ///   - deliveries: what the warehouse holds now.
  public init(
    _ edition: PublishedEdition, computed: [Observation], deliveries: [PublishedEdition.Delivery]
  ) {
    files = edition.outputs.count
    observations = edition.observations.count
    checkFiles(of: edition)
    let then = Set(edition.deliveries)
    let now = Set(deliveries)
    lostDeliveries = then.subtracting(now).map(\.name).sorted()
    newDeliveries = now.subtracting(then).map(\.name).sorted()
    let published = FileManager.default.contents(atPath: edition.observationsPath)
    if published != Data(ObservationsCSV.bytes(computed)) {
      different = EditionVerification.differences(edition.observations, computed)
    }
    if let listed = edition.toldInPart {
      let partial = Set(OpenTables.toldInPart(computed))
      different = Set(different).union(listed.symmetricDifference(partial)).sorted()
    }
  }

  /// The files are those of the manifest and the numbers those of the warehouse.
  public var isConfirmed: Bool {
    altered.isEmpty && missing.isEmpty && unlisted.isEmpty && different.isEmpty
  }

  private mutating func checkFiles(of edition: PublishedEdition) {
    let files = FileManager.default
    for output in edition.outputs {
      // What leads elsewhere, or is no file, is not what was published, whatever it holds today.
      let attributes = try? files.attributesOfItem(atPath: edition.directory + "/" + output.path)
      if let kind = attributes?[.type] as? FileAttributeType, kind != .typeRegular {
        altered.append(output.path)
        continue
      }
      guard
        let data = files.contents(atPath: edition.directory + "/" + output.path)
      else {
        missing.append(output.path)
        continue
      }
      if data.count != output.bytes || hexadecimal(SHA256.hash(data: data)) != output.sha256 {
        altered.append(output.path)
      }
    }
    let known = Set(edition.outputs.map(\.path) + ["edition.json"])
    let folders = Set(known.flatMap(EditionVerification.folders))
    let here = files.enumerator(atPath: edition.directory)
    while let path = here?.nextObject() as? String {
      let isFolder = here?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if isFolder ? !folders.contains(path) : !known.contains(path) {
        unlisted.append(path + (isFolder ? "/" : ""))
      }
    }
    unlisted.sort()
  }

  /// The folders a path leads through: `a` and `a/b` for `a/b/c.html`.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  private static func differences(_ published: [Observation], _ computed: [Observation]) -> [String]
  {
    // Notes are for readers of pages: the file of observations does not carry them.
    func bare(_ all: [Observation]) -> [String: Observation] {
      Dictionary(
        all.map { one in
          var one = one
          one.note = nil
          return (one.id, one)
        }, uniquingKeysWith: { first, _ in first })
    }
    let before = bare(published)
    let after = bare(computed)
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }
}
