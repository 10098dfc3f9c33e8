import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

@Suite struct KeyRotationTests {
  private let folder: TemporaryFolder
  private let store: Store
  private var path: String { folder.path + "/persone.key" }

  init() throws {
    folder = try TemporaryFolder()
    store = try Store(path: folder.path + "/tavolo.sqlite")
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("persone") }.sorted()
  }

  /// Source: Python's `hmac`, key 00 … 1f and a link 20 … 3f over the token of domain.md §4.3.
  @Test func aTokenOfATokenIsTheKeyedHashOfIt() throws {
    let key = try #require(PersonKey(bytes: Array(0..<64)))
    let token = try #require(
      PersonTokenizer(key: key, scope: "locride").history(of: "RSSMRA80A01H224X").last)
    #expect(token.hexadecimal == "b6937e60b02223d7aac44c52cdb5267e")
    #expect(key.generations.count == 2)
    #expect(key.generations[0] == PersonKey(bytes: Array(0..<32))?.id)
  }

  @Test func theWarehouseSaysWhichOfTwoKeysIsRight() throws {
    let old = try KeyRotation.key(path, store: store).key
    let next = try #require(old.rotated())
    // The power went before the warehouse changed.
    #expect(try KeyFile.create(next, at: KeyRotation.draft(path)))
    #expect(try KeyRotation.key(path, store: store).key.id == old.id)
    #expect(try names() == ["persone.key"])
    // The power went after it.
    #expect(try KeyFile.create(next, at: KeyRotation.draft(path)))
    try store.write { try $0.setPersonKey(id: next.id) }
    #expect(try KeyRotation.key(path, store: store).key.id == next.id)
    #expect(try names() == ["persone.key"])
    // While a key was being written.
    try folder.write("mezza", to: "persone.key.nuova.12-345")
    #expect(try KeyRotation.key(path, store: store).key.id == next.id)
    #expect(try names() == ["persone.key"])
  }

  @Test func marksOfEveryGenerationAreMet() throws {
    var key = PersonKey.random()
    var marks = ForgottenMarks()
    for i in 0..<3 {
      let tokenizer = PersonTokenizer(key: key, scope: "s")
      marks.insert(
        try #require(tokenizer.history(of: "utente \(i)").last).forgottenMark, keyID: key.id)
      key = try #require(key.rotated())
    }
    let tokenizer = PersonTokenizer(key: key, scope: "s", forgotten: marks)
    for i in 0..<3 { #expect(tokenizer.token(for: "utente \(i)").kind == .forgotten) }
    #expect(tokenizer.token(for: "utente 3").kind == .local)
    // In another group the same word is another person.
    #expect(
      PersonTokenizer(key: key, scope: "t", forgotten: marks).token(for: "utente 0").kind == .local)
  }

  @Test func aKeyIsRotatedOnlySoOften() throws {
    var key = PersonKey.random()
    for _ in 1..<PersonKey.longest { key = try #require(key.rotated()) }
    #expect(key.rotated() == nil)
    #expect(key.withBytes { PersonKey(bytes: Array($0))?.id } == key.id)
    #expect(PersonKey(bytes: [UInt8](repeating: 1, count: 33)) == nil)
  }

  @Test func needlesAreFoundHoweverTheyAreWritten() throws {
    let token = PersonToken(high: 0x0102_0304_0506_0708, low: 9)
    let needles = Needles(tokens: [token], identifiers: ["RSSMRA80A01H224X"])
    func holds(_ bytes: [UInt8]) throws -> Bool {
      var rest = bytes[...]
      return try needles.search { target in
        // In crumbs, so that a needle lies across many reads.
        let crumb = rest.prefix(5)
        target.copyBytes(from: crumb)
        rest = rest.dropFirst(5)
        return crumb.count
      }.isFound
    }
    for text in ["RSSMRA80A01H224X", "a;rssmra80a01h224x;", "RSS MRA 80A01 H224X"] {
      #expect(try holds(Array("il codice \(text) è qui".utf8)))
      #expect(try holds(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    }
    #expect(try holds([7, 7] + token.bytes + [7]))
    #expect(try holds(Array("id~\(token.hexadecimal)".utf8)))
    #expect(try !holds(Array("RSSMRA80A01H224Y".utf8)))
    #expect(try !holds([]))
  }
}
