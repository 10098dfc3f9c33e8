import Ingest
import Testing

@Suite struct FiscalCodeTests {
  /// Source: domain.md §7; check letters confirmed with python-stdnum 2.2.
  static let vectors = [
    "RSSMRA80A01H224X", "RSSMRA80A01H22QU", "RSSMRA80A01H2NQF", "RSSMRA80A01HNNQU",
    "RSSMRAULALMHNNQF", "BNCLCU15P70H224P", "ALXMHM90R15Z336P",
  ]

  /// Invented at random, check letters computed with python-stdnum 2.2.
  static let random = [
    "DLMBQK29S14D738B", "TKQYVQ81C47T392K", "LYDAOB08T6THVSUL", "TEGTOD18D11O215L",
    "OGGLSE96L26T381L", "IICBMQRVARNHSLLM", "DAGWES23S16M010S", "GOMODW33A62U747O",
    "XRDHPK68C21I3TRL", "ICWZZI64E06F523N", "RYQZSD94R11I990V", "AZLSIV27E5MLQMRN",
    "TTVZPH08L09V202N", "JUTQHE03P47W687A", "FICIAS17BLRDTRUZ", "FTSCTI55C02E711O",
    "HSEQZM73P21M173Q", "XOBFZJ56T67G12SW", "UJDNRB64B20B619K", "QLJGZT16M09D626K",
    "SZGLLYQPMSTKLPSV", "AULWIJ69T58U878U", "BDRZYJ63A21K631O", "OMANKV70EMTVPMNM",
  ]

  @Test(arguments: vectors + random)
  func readsValidCodes(_ text: String) {
    #expect(FiscalCode(text) != nil)
    #expect(FiscalCode(text.lowercased()) == FiscalCode(text))
    #expect(FiscalCode(" \(text.prefix(6)) \(text.dropFirst(6))\u{00A0}") == FiscalCode(text))
  }

  /// Any other check letter is refused, and the alphabet has one right letter for each code.
  @Test(arguments: vectors + random)
  func oneCheckLetterIsRight(_ text: String) {
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" where letter != text.last {
      #expect(FiscalCode.read("\(text.dropLast())\(letter)") == .failure(.checkLetter))
    }
  }

  /// The table of odd places of domain.md §2.8 (DM 23 December 1976), applied afresh to random codes.
  @Test func checkLettersAgreeWithTheTable() {
    let odd = Dictionary(
      uniqueKeysWithValues: """
        0 1 1 0 2 5 3 7 4 9 5 13 6 15 7 17 8 19 9 21 A 1 B 0 C 5 D 7 E 9 F 13 G 15 H 17 I 19 J 21 \
        K 2 L 4 M 18 N 20 O 11 P 3 Q 6 R 8 S 12 T 14 U 16 V 10 W 22 X 25 Y 24 Z 23
        """.split(separator: " ").chunked(2).map { (Character(String($0[0])), Int($0[1])!) })
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    #expect(odd.count == 36)
    // Every letter and digit of omocodia is met in every place.
    var generator = SplitMix(seed: 26)
    func pick(_ characters: String) -> Character {
      Array(characters).randomElement(using: &generator)!
    }
    for _ in 0..<3000 {
      var code = (0..<6).map { _ in pick(String(letters)) }
      code += [pick("0123456789LMNPQRSTUV"), pick("0123456789LMNPQRSTUV"), pick("ABCDEHLMPRST")]
      code += [pick("12LMN456"), pick("123456789MNPQRSTUV"), pick(String(letters))]
      code += (0..<3).map { _ in pick("0123456789LMNPQRSTUV") }
      var sum = 0
      for (i, character) in code.enumerated() {
        let even = character.wholeNumberValue ?? letters.firstIndex(of: character)!
        sum += i % 2 == 0 ? odd[character]! : even
      }
      let text = String(code) + String(letters[sum % 26])
      guard case .failure(let problem) = FiscalCode.read(text) else { continue }
      #expect(problem == .day, "\(text)")
    }
  }

  /// Five people, one base form: it brings them together for review, and tells nobody apart.
  @Test func baseFormsAreSharedByOmocodicCodes() {
    let five = Self.vectors.prefix(5).compactMap { FiscalCode($0) }
    #expect(five.map(\.base) == Array(repeating: "RSSMRA80A01H224X", count: 5))
    #expect(Set(five).count == 5)
    #expect(five.map(\.isOmocodic) == [false, true, true, true, true])
  }

  @Test func tellsSexBirthAndPlace() {
    let woman = FiscalCode("BNCLCU15P70H224P")!
    #expect(woman.sex == .female)
    #expect(woman.birthplace == "H224")
    #expect(woman.birthYear(notAfter: 2026) == 2015)
    #expect(woman.birthYear(notAfter: 2014) == 1915)
    let abroad = FiscalCode("ALXMHM90R15Z336P")!
    #expect(abroad.sex == .male)
    #expect(abroad.birthplace == "Z336")
    #expect(abroad.birthYear(notAfter: 2026) == 1990)
    #expect(FiscalCode("RSSMRAULALMHNNQF")!.birthplace == "H224")
    #expect(FiscalCode("RSSMRAULALMHNNQF")!.birthYear(notAfter: 2026) == 1980)
  }

  @Test(arguments: [
    ("RSSMRA80A01H224", FiscalCode.Problem.length), ("RSSMRA80A01H224XX", .length), ("", .length),
    ("RSSMRA80A01H224Y", .checkLetter), ("RSSMRA80A00H224W", .day), ("RSSMRA80A32H224B", .day),
    ("RSSMRA80A72H224F", .day), ("RSSMRA80F01H224X", .structure), ("RSSMR180A01H224X", .structure),
    ("RSSMRA8OA01H224X", .structure), ("RSSMRA80A01H22OX", .structure),
    ("STP0801010000123", .structure), ("****************", .structure),
  ])
  func refuses(_ text: String, _ problem: FiscalCode.Problem) {
    #expect(FiscalCode.read(text) == .failure(problem))
  }

  /// Only ever a hint: the code itself stays refused.
  @Test func confusionsCanBeUndone() {
    #expect(FiscalCode.undoingConfusions("RSSMRA8OAO1H224X") == FiscalCode("RSSMRA80A01H224X"))
    #expect(FiscalCode.undoingConfusions("RSSMRA80A0IH224X") == FiscalCode("RSSMRA80A01H224X"))
    #expect(FiscalCode.undoingConfusions("RSSMRA80A01H224Y") == nil)
    #expect(FiscalCode("RSSMRA8OAO1H224X") == nil)
  }

  @Test func isNeverPrinted() {
    let code = FiscalCode("RSSMRA80A01H224X")!
    var dumped = ""
    dump(code, to: &dumped)
    for text in ["\(code)", String(reflecting: code), dumped, "\([code])"] {
      #expect(!text.contains("RSS"))
      #expect(!text.contains("80"))
    }
  }
}

extension Array {
  fileprivate func chunked(_ size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
