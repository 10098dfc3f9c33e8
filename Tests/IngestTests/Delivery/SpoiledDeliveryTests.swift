import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Deliveries of every format spoiled from a seed and loaded whole, maps, rules and receipt included:
/// each is loaded or refused with a sentence, and no identifier it held comes out.
@Suite struct SpoiledDeliveryTests {
  static let rounds = 12

  @Test(arguments: ProfileTests.expected.keys.sorted())
  func isLoadedOrRefused(_ profile: String) throws {
    let folder = try TemporaryFolder()
    let source = "\(folder.path)/prova/\(profile)"
    let files = FileManager.default
    var loaded = 0
    try files.createDirectory(
      atPath: folder.path + "/prova", withIntermediateDirectories: true)
    try files.copyItem(atPath: "\(ProfileTests.folder)/\(profile)", toPath: source)
    for (i, name) in try files.contentsOfDirectory(atPath: source + "/deliveries").sorted()
      .enumerated()
    {
      let path = "\(source)/deliveries/\(name)"
      let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      var random = SplitMix(seed: profile.utf8.reduce(UInt64(i)) { 31 &* $0 &+ UInt64($1) })
      for round in 0..<Self.rounds {
        let bytes = Self.spoiled(sound, &random)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let receipts = "\(folder.path)/receipts-\(i)-\(round)"
        if try load(source, receipts) { loaded += 1 }
        try check(receipts, whatWasIn: bytes)
      }
      try files.removeItem(atPath: path)
    }
    // One spoiled tag or brace is enough for a whole XML or JSON to be refused.
    let isTable = !profile.hasPrefix("siuss") && profile != "log-ricerche"
    #expect(loaded > 0 || !isTable, "nothing that was spoiled was loaded")
  }

  private func load(_ source: String, _ receipts: String) throws -> Bool {
    let store = try Store()
    var isLoaded = false
    let ingestion = Ingestion(
      store: store, reference: try LoadedText.reference.get(), key: PersonKey.random(),
      receipts: ReceiptWriting(root: receipts, language: .it, coverageDays: 180))
    do {
      try ingestion.ingest(try SourceFolder(path: source)) {
        guard case .loaded(let snapshot, _) = $1 else { return }
        isLoaded = true
        #expect(snapshot.rowsKept + snapshot.rowsRefused == snapshot.rowsRead)
      }
      _ = try ingestion.audit()
    } catch let error as UnreadableFile {
      #expect(!error.message.isEmpty)
    } catch let error as DescriptorError {
      #expect(!error.message.isEmpty)
    }
    return isLoaded
  }

  /// Codici fiscali that came whole are in no text of the receipt.
  private func check(_ receipts: String, whatWasIn bytes: [UInt8]) throws {
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    let codes = Set(
      text.matches(of: /[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]/).map(\.output))
    let files = FileManager.default.enumerator(atPath: receipts)
    while let name = files?.nextObject() as? String {
      guard ["csv", "html", "txt"].contains(URL(filePath: name).pathExtension),
        let told = try? String(contentsOfFile: "\(receipts)/\(name)", encoding: .utf8)
      else { continue }
      for code in codes { #expect(!told.contains(code), "\(name)") }
    }
  }

  private static func spoiled(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0...6, using: &random) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &random)
      case 1: result[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: result.remove(at: place)
      case 3: result.removeSubrange(max(place, result.count / 2)...)
      case 4: result.insert(contentsOf: [0x22, 0x3B], at: place)
      default:
        let end = min(result.count, place + Int.random(in: 1...200, using: &random))
        result.insert(contentsOf: result[place..<end], at: place)
      }
    }
    return result
  }
}
