import Crypto
import Foundation
public import Warehouse

/// The first stage: every source's new deliveries into the warehouse, each whole or not at all.
public struct Ingestion {
  /// Changes whenever the same file would be understood differently: what was loaded under an older
  /// reading is loaded again.
  static let readingVersion = "2"

  let store: Store
  let reference: ReferenceFolder
  let key: PersonKey
  /// Where receipts go.
  let receipts: String
  private let baseFingerprint: SHA256

  public init(store: Store, reference: ReferenceFolder, key: PersonKey, receipts: String) {
    self.store = store
    self.reference = reference
    self.key = key
    self.receipts = receipts
    var hash = SHA256()
    hash.update(part: Array(Ingestion.readingVersion.utf8))
    hash.update(part: Array(key.id.utf8))
    for part in reference.fingerprintParts { hash.update(part: part) }
    baseFingerprint = hash
  }

  /// What happened to one delivery.
  public enum Outcome: Sendable {
    case loaded(Snapshot, findings: [String: Int])
    case unchanged
    /// The same bytes had come under this other name.
    case twin(of: String)
  }

  /// Loads the deliveries of a source that are new or must be read anew.
  ///
  /// - Throws: `DescriptorError` or `UnreadableFile` when something as a whole cannot be understood;
  ///   deliveries loaded before it stay.
  public func ingest(
    _ folder: SourceFolder, report: (DeliveryFile, Outcome) -> Void,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws {
    var fingerprint = baseFingerprint
    for part in folder.fingerprintParts { fingerprint.update(part: part) }
    let descriptor = fingerprint.finalize().hexadecimal
    for file in folder.deliveries {
      let digest = try FileDigest(path: file.path)
      let snapshot = Snapshot(
        delivery: file.name, receivedOn: file.receivedOn, sha256: digest.sha256,
        bytes: digest.bytes, descriptor: descriptor)
      let source = folder.source
      if try store.isLoaded(snapshot, publisher: source.publisher, dataset: source.dataset) {
        report(file, .unchanged)
      } else if let twin = try store.twin(
        of: snapshot, publisher: source.publisher, dataset: source.dataset)
      {
        try store.write {
          try $0.note(snapshot, twinOf: twin, publisher: source.publisher, dataset: source.dataset)
        }
        report(file, .twin(of: twin))
      } else {
        let loaded = try Delivery(
          file: file, folder: folder, reference: reference, key: key, progress: progress
        ).load(snapshot, into: store, receipts: receipts)
        report(file, .loaded(loaded.snapshot, findings: loaded.log.counts))
      }
    }
  }

  /// Brings territory, code lists and the calendar of expected deliveries up to date.
  public func loadReference(calendar: [ExpectedDelivery] = []) throws {
    try store.write {
      try $0.replaceReference(
        comuni: reference.comuni, ats: reference.ats, codes: reference.codes)
      try $0.replaceCalendar(calendar)
    }
  }
}

extension SHA256 {
  /// Parts are told apart by their length, so that moving a byte between two of them shows.
  mutating func update(part: [UInt8]) {
    withUnsafeBytes(of: UInt64(part.count).littleEndian) { update(bufferPointer: $0) }
    update(data: part)
  }
}

extension SHA256Digest {
  /// Lower-case hexadecimal.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Length and SHA-256 of a file, read through a fixed window.
struct FileDigest {
  let sha256: String
  let bytes: Int

  init(path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw UnreadableFile(code: "file-illeggibile", message: "il file non si può aprire")
    }
    defer { try? file.close() }
    var hash = SHA256()
    var count = 0
    while let window = try file.read(upToCount: 1 << 22), !window.isEmpty {
      hash.update(data: window)
      count += window.count
    }
    sha256 = hash.finalize().hexadecimal
    bytes = count
  }
}

/// One fingerprint for a list of texts.
public enum Fingerprint {
  public static func of(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts { hash.update(part: Array(part.utf8)) }
    return hash.finalize().hexadecimal
  }
}
