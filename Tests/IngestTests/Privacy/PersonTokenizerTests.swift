import Ingest
import Testing

@Suite struct PersonTokenizerTests {
  private let key = PersonKey(bytes: Array(0..<32))!

  private func hexadecimal(_ reading: PersonReading) -> String {
    [reading.high, reading.low].map {
      let text = String($0, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
  }

  /// Source: Python's `hmac` and `hashlib`, key 00 01 … 1f, by the formula of domain.md §4.3.
  @Test(arguments: [
    ("locride", "RSSMRA80A01H224X", "e8724b26e91a4a27eaa7bd295b471271"),
    ("locride", "RSSMRA80A01H22QU", "85d292f062c405ce22bd2c997cf0c92d"),
    ("reggio", "RSSMRA80A01H224X", "336bb35b0fcb839f8399e7e6165d64d6"),
    ("locride", "01528071002", "2817e84f91b9b5a3c639ce9002cef21a"),
    ("locride", "STP0801010000123", "d8934ace8e01edd988b9faaaf64c0899"),
    ("locride", "ENI0801010000123", "4bf512bb98931fc16042254479fc4b98"),
    ("locride", "[0cc175b9c0f1b6a831c399e269772661]", "4c60d3d377b2f5331f04e0378758b8e9"),
    ("locride", "Utente 17", "41aff2abb61980988897e6f306953211"),
  ])
  func tokensAreTheKeyedHash(_ scope: String, _ identifier: String, _ expected: String) {
    let tokenizer = PersonTokenizer(key: key, scope: scope)
    for _ in 0..<2 { #expect(hexadecimal(tokenizer.token(for: identifier)) == expected) }
  }

  @Test func localIdentifiersBelongToTheirIssuer() {
    let tokenizer = PersonTokenizer(key: key, scope: "locride", issuer: "ente-a")
    #expect(
      hexadecimal(tokenizer.token(for: "Utente 17")) == "41068d8ddeddf12f66ee1bed9e54d7f6")
    // A codice fiscale is the same whoever delivers it.
    #expect(
      hexadecimal(tokenizer.token(for: "RSSMRA80A01H224X")) == "e8724b26e91a4a27eaa7bd295b471271")
  }

  @Test func everyAnonymousRowIsSomebodyElse() {
    let tokenizer = PersonTokenizer(key: key, scope: "locride")
    let first = tokenizer.anonymous(snapshot: "a/b/2026.csv", line: 42)
    #expect(hexadecimal(first) == "348d75723bf18f298e1c3d444948ff9b")
    #expect(first.kind == .anonymous)
    #expect(tokenizer.anonymous(snapshot: "a/b/2026.csv", line: 43) != first)
    #expect(tokenizer.anonymous(snapshot: "a/c/2026.csv", line: 42) != first)
    #expect(!tokenizer.token(for: "ANONIMO").hasToken)
  }

  @Test func opaqueNamesForThingsThatHoldPersonalData() {
    let tokenizer = PersonTokenizer(key: key, scope: "locride")
    let name = Array("rssmra80a01h224x ".utf8).withUnsafeBufferPointer { tokenizer.opaque($0) }
    #expect(name == "7cc892985c788a08b01fad9a78df90c6")
    let long = Array(repeating: UInt8(0x61), count: 5000)
    #expect(long.withUnsafeBufferPointer { tokenizer.opaque($0) }?.count == 32)
  }

  /// domain.md §2.2, D14 and D28.
  @Test(arguments: [
    ("RSSMRA80A01H224X", IdentifierClass.valid), (" rssmra 80a01 h224x ", .valid),
    ("RSSMRA80A01H22QU", .omocodic), ("RSSMRAULALMHNNQF", .omocodic),
    ("01528071002", .provisional), ("01528071002     ", .provisional),
    ("STP0801010000123", .stp), ("eni0801010000123", .eni),
    ("[0CC175B9C0F1B6A831C399E269772661]", .temporary),
    ("ANONIMO", .anonymous), ("anonima", .anonymous), ("Sconosciuto", .anonymous),
    ("False", .anonymous), ("cf mancante", .anonymous), ("(n.d.)", .anonymous),
    // Digests of the empty text and of NULL, by sha256sum and md5sum; a GUID of zeros.
    ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", .anonymous),
    ("6C3E226B4D4795D518AB341B0824EC29", .anonymous),
    ("{00000000-0000-0000-0000-000000000000}", .anonymous), ("9999999999999999", .wrong),
    ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856", .local),
    ("****************", .masked), ("RSS***********4X", .masked), ("XXXXXXXXXXXXXXXX", .masked),
    ("RSSMRAXXXXXXXXXX", .masked), ("omissis", .masked), ("[OMISSIS]", .masked),
    ("RSSMRA80A01H224Y", .wrong), ("RSSMRA80A01H224", .wrong), ("RSSMRA8OA01H224X", .wrong),
    ("RSSMRA80A32H224B", .wrong), ("12345678901", .wrong), ("00000000000", .wrong),
    ("RSSMRA80A01H224X (madre)", .wrong), ("CF RSSMRA80A01H224X", .wrong),
    ("rssmra80a01h224x / BNCLCU15P70H224P", .wrong), ("STP: STP0801010000123", .wrong),
    ("STP08010100001AB", .wrong), ("0000000000000000", .wrong),
    ("17", .local), ("UTENTE0000012345", .local), ("PERSONA12345678", .local),
    ("a1b2c3d4-e5f6-4a1b-8c2d-123456789abc", .local), ("M-0042", .local),
    ("", .missing), ("  ", .missing), ("N/D", .missing), ("NESSUNO", .missing), ("-", .missing),
  ])
  func classes(_ text: String, _ kind: IdentifierClass) {
    let reading = PersonTokenizer(key: key, scope: "s").token(for: text)
    #expect(reading.kind == kind)
    let tokenless: Set<IdentifierClass> = [.anonymous, .masked, .wrong, .missing]
    #expect(reading.hasToken == !tokenless.contains(kind))
    #expect(reading.hasToken || Int64(bitPattern: reading.high) == .min)
  }

  @Test func theCacheNeverMixesPeople() {
    var generator = SplitMix(seed: 5)
    let cached = PersonTokenizer(key: key, scope: "s")
    var seen: [String: PersonReading] = [:]
    for _ in 0..<60_000 {
      let number = generator.next() % 30_000
      let text =
        number % 5 == 0 ? "un identificativo lungo trentatré caratteri \(number)" : "u\(number)"
      let reading = cached.token(for: text)
      if let before = seen[text] {
        #expect(before == reading)
      } else {
        seen[text] = reading
      }
    }
    let others = Set(seen.values.map { "\($0.high) \($0.low)" })
    #expect(others.count == seen.count)
  }

  @Test func aDigestIsOnePersonHoweverItIsWritten() {
    let tokenizer = PersonTokenizer(key: key, scope: "s")
    let guid = tokenizer.token(for: "a1b2c3d4-e5f6-4a1b-8c2d-123456789abc")
    for text in ["{A1B2C3D4-E5F6-4A1B-8C2D-123456789ABC}", "A1B2C3D4E5F64A1B8C2D123456789ABC"] {
      #expect(tokenizer.token(for: text) == guid)
    }
    #expect(tokenizer.token(for: "A1B2C3D4-E5F6-4A1B-8C2D-123456789ABD") != guid)
  }

  @Test func spellingsOfOneCodeAreOnePerson() {
    let tokenizer = PersonTokenizer(key: key, scope: "s")
    let token = tokenizer.token(for: "RSSMRA80A01H224X")
    for text in ["rssmra80a01h224x", "RSSMRA 80A01 H224X", "\u{00A0}RSSMRA80A01H224X "] {
      #expect(tokenizer.token(for: text) == token)
    }
    // Omocodic codes are other people, whatever their base form.
    #expect(tokenizer.token(for: "RSSMRA80A01H22QU") != token)
  }

  @Test func nothingOfTheKeyIsPrinted() {
    let tokenizer = PersonTokenizer(key: key, scope: "s")
    #expect(key.id == "630dcd29")
    for value: Any in [key, tokenizer] {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped] {
        #expect(!text.contains("SHA"))
        #expect(!text.contains("SymmetricKey"))
        #expect(text.count < 80)
      }
    }
    #expect(PersonKey(bytes: [1, 2, 3]) == nil)
  }
}
