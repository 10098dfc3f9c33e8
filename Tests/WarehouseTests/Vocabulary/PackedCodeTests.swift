import Foundation
import Testing

@testable import Warehouse

/// Facts are compared by packed code: two codes of one list that packed alike would be counted as one.
@Suite struct PackedCodeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  private func expectDistinct(_ codes: [String], _ list: String) {
    let all = codes + (codes.contains("ND") ? [] : ["ND"])
    let packed = Dictionary(grouping: all) { PackedCode($0).raw }
    #expect(packed.values.filter { $0.count > 1 } == [], "\(list)")
    #expect(!all.contains { PackedCode($0) == .none }, "\(list)")
  }

  /// First column of a reference list.
  @Test(arguments: ["canali", "servizi", "aree_utenza", "ats", "comuni", "comuni_italia"])
  func referenceCodesAreDistinct(_ file: String) throws {
    let lines = try PackedCodeTests.text("datasets/reference/\(file).csv").split(
      whereSeparator: \.isNewline)
    let codes = Set(lines.dropFirst().map { String($0.prefix { $0 != "," }) })
    try #require(codes.count > 3)
    expectDistinct(codes.sorted(), file)
  }

  /// The lists the contract closes are Ingest's, which this module's tests do not import: they are
  /// read from its text, `case .list:` followed by tuples that begin with the code.
  @Test func closedCodesAreDistinct() throws {
    let source = try PackedCodeTests.text("Sources/Ingest/Contracts/ClosedLists.swift")
    let lists = source.components(separatedBy: "case .").dropFirst()
    try #require(lists.count >= 15)
    var met = 0
    for list in lists {
      let name = String(list.prefix { $0 != ":" && $0 != "," })
      let codes = list.components(separatedBy: "(\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      guard !codes.isEmpty else { continue }
      #expect(Set(codes).count == codes.count, "\(name)")
      expectDistinct(codes, name)
      met += codes.count
    }
    #expect(met > 60)
  }

  @Test func aCodeIsItsFirstSevenBytesAndItsLength() {
    #expect(PackedCode("operatore_pdp") != PackedCode("operatore_ente"))
    #expect(PackedCode("respinta_requisiti") == PackedCode("respintX_requisiti"))
    #expect(PackedCode("C1") != PackedCode("C"))
    #expect(PackedCode("") == .none)
  }

  @Test func bytesAndTextPackAlike() {
    for code in ["", "C1", "080063", "intermediario", "unità"] {
      let packed = Array(code.utf8).withUnsafeBufferPointer {
        PackedCode(bytes: $0.baseAddress, count: $0.count)
      }
      #expect(packed == PackedCode(code))
    }
    #expect(PackedCode(bytes: nil, count: 0) == .none)
  }
}
