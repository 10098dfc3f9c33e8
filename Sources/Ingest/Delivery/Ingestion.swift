import Crypto
import Foundation
public import Warehouse

/// The first stage: every source's new deliveries into the warehouse, each whole or not at all.
public struct Ingestion {
  /// Changes whenever the same file would be understood differently: what was loaded under an older
  /// reading is loaded again.
  static let readingVersion = "19"

  let store: Store
  let reference: ReferenceFolder
  let key: PersonKey
  let receipts: ReceiptWriting
  private let lastReceipt = LastReceipt()
  private let baseFingerprint: SHA256

  public init(store: Store, reference: ReferenceFolder, key: PersonKey, receipts: ReceiptWriting) {
    self.store = store
    self.reference = reference
    self.key = key
    self.receipts = receipts
    var hash = SHA256()
    hash.update(part: Array(Ingestion.readingVersion.utf8))
    for part in reference.fingerprintParts { hash.update(part: part) }
    baseFingerprint = hash
  }

  /// What came of the rows of a delivery.
  public struct Account: Sendable {
    /// Findings by code.
    public let findings: [String: Int]
    /// Rows refused by code of what was wrong with them: one that is wrong in two columns is there twice.
    public let refusals: [String: Int]
    /// Against what the source had said before; nil for its first delivery.
    public let revision: Revision?

    init(_ log: FindingLog, _ revision: Revision?) {
      findings = log.counts
      refusals = log.refusals
      self.revision = revision
    }
  }

  /// What happened to one delivery.
  public enum Outcome: Sendable {
    case loaded(Snapshot, Account)
    case unchanged
    /// The same bytes had come under this other name.
    case twin(of: String)
  }

  /// Loads the deliveries of a source that are new or must be read anew. The last receipt is being written
  /// meanwhile: `finishReceipts` waits for it.
  ///
  /// - Throws: `DescriptorError` or `UnreadableFile` when something as a whole cannot be understood;
  ///   deliveries loaded before it stay.
  public func ingest(
    _ folder: SourceFolder, report: (DeliveryFile, Outcome) -> Void,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws {
    try folder.checkIsComplete()
    let descriptor = descriptor(of: folder)
    let forgotten = try store.forgottenMarks()
    for file in folder.deliveries {
      try UnreadableFile.naming(file.path) {
        try FileStamp.holding(file.path) {
          try ingest(
            file, folder, descriptor, forgotten, isSame: $0, report: report, progress: progress)
        }
      }
    }
  }

  /// Everything that decides how a source's deliveries are read.
  private func descriptor(of folder: SourceFolder) -> String {
    var fingerprint = baseFingerprint
    for part in folder.fingerprintParts { fingerprint.update(part: part) }
    return fingerprint.finalize().hexadecimal
  }

  /// Current deliveries that stay as they were read though they would now be read otherwise: their file is gone, as
  /// `purge` takes it away.
  public func readAsBefore(_ folder: SourceFolder) throws -> [String] {
    let descriptor = descriptor(of: folder)
    let present = Set(folder.deliveries.map(\.name))
    return try store.deliveries().filter {
      $0.publisher == folder.source.publisher && $0.dataset == folder.source.dataset && $0.isCurrent
        && $0.descriptor != descriptor && !present.contains($0.delivery)
    }.map(\.delivery)
  }

  /// - Parameter isSame: throws when the file is no longer what it was at first.
  private func ingest(
    _ file: DeliveryFile, _ folder: SourceFolder, _ descriptor: String, _ forgotten: ForgottenMarks,
    isSame: () throws -> Void, report: (DeliveryFile, Outcome) -> Void,
    progress: @escaping @Sendable (Double) -> Void
  ) throws {
    let isKnown = try store.knows(
      delivery: file.name, publisher: folder.source.publisher, dataset: folder.source.dataset)
    // One that is certainly new is opened meanwhile: deciding how it is written takes longer.
    let (digest, opened) =
      isKnown
      ? (try FileDigest(path: file.path), nil) : try Delivery.digestAndOpen(file, of: folder)
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
        try $0.add(
          FindingKind.finding(
            .twinDelivery, line: 0, detail: "arrivato anche come «\(file.name)»"),
          publisher: source.publisher, dataset: source.dataset, delivery: twin)
      }
      report(file, .twin(of: twin))
    } else {
      // One receipt is drafted at a time.
      try finishReceipts()
      let loaded = try Delivery(
        file: file, folder: folder, reference: reference, key: key, forgotten: forgotten,
        writing: receipts, progress: progress
      ).load(snapshot, from: opened, into: store, isSame: isSame)
      lastReceipt.begin(loaded.writeReceipt)
      report(file, .loaded(loaded.snapshot, Account(loaded.log, loaded.receipt.revision)))
    }
  }

  /// Waits until every receipt is written.
  public func finishReceipts() throws { try lastReceipt.finish() }

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
  var hexadecimal: String { Hexadecimal.text(self) }
}

/// Length and SHA-256 of a file, read through a fixed window.
struct FileDigest {
  let sha256: String
  let bytes: Int

  init(path: String) throws {
    let window = try ByteWindow(.file(path: path), size: 1 << 18)
    var hash = SHA256()
    try window.readThrough {
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
      return true
    }
    sha256 = hash.finalize().hexadecimal
    bytes = window.position
  }
}

/// One fingerprint for a list of texts, or for a file.
public enum Fingerprint {
  public static func of(file path: String) throws -> String {
    try FileDigest(path: path).sha256
  }

  public static func of(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts { hash.update(part: Array(part.utf8)) }
    return hash.finalize().hexadecimal
  }
}
