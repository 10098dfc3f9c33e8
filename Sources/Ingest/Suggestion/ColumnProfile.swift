import Warehouse

/// What the cells of one column look like, counted: shapes and overlaps, never kept cells but for
/// the distinct spellings of a column of words.
struct ColumnProfile {
  /// Distinct spellings remembered at most; beyond it the column is not one of words.
  static let distinctLimit = 400

  let header: String
  /// Cells looked into, and all those whose spelling was gathered.
  private(set) var filled = 0
  private var gathered = 0
  private(set) var words: [String: Int] = [:]
  private(set) var hasManyWords = false
  private var traits: [Trait: Int] = [:]
  private var lists: [CodeListName: Int] = [:]
  private var joined: [CodeListName: Int] = [:]
  private var length = 0

  init(header: String) { self.header = header }

  /// What one cell can be.
  enum Trait: Hashable, CaseIterable {
    case date, number, whole, year, smallNumber, money, fiscalCode, personCode, organisation, cup
    case duration, comune, manyComuni, yesNo, ageBand, personal, sentence, nameLike, identifierLike
    case percentage, month
  }

  func share(_ trait: Trait) -> Double {
    filled == 0 ? 0 : Double(traits[trait] ?? 0) / Double(filled)
  }

  func share(in list: CodeListName) -> Double {
    filled == 0 ? 0 : Double(lists[list] ?? 0) / Double(filled)
  }

  /// Cells of one word of a list, or of several.
  func share(joinedIn list: CodeListName) -> Double {
    filled == 0 ? 0 : Double((lists[list] ?? 0) + (joined[list] ?? 0)) / Double(filled)
  }

  /// Different spellings over filled cells: 1 when every cell is another.
  var variety: Double {
    gathered == 0 ? 0 : hasManyWords ? 1 : Double(words.count) / Double(gathered)
  }

  /// Several rows, and each says the same.
  var isOneForAll: Bool { gathered >= 5 && words.count == 1 && !hasManyWords }

  var meanLength: Double { filled == 0 ? 0 : Double(length) / Double(filled) }

  /// The column may say who somebody is, or anything: none of its cells is to be shown.
  var isSensitive: Bool {
    share(.personal) > 0 || share(.personCode) > 0.2 || hasManyWords
      || (share(.sentence) > 0.2 && (!repeatsItsTexts || words.values.contains(1)))
  }

  /// Each text, but for one in twenty, occurs a few times: names of something, not notes about somebody.
  var repeatsItsTexts: Bool {
    let once = words.values.count { $0 == 1 }
    return !hasManyWords && gathered >= 12 && once * 20 <= gathered && variety < 0.34
  }

  mutating func add(_ text: String, _ reading: CellTraits) {
    filled += 1
    length += text.count
    for trait in reading.traits { traits[trait, default: 0] += 1 }
    for list in reading.lists { lists[list, default: 0] += 1 }
    for list in reading.joined where !reading.lists.contains(list) { joined[list, default: 0] += 1 }
    add(text)
  }

  /// Gathers a spelling alone.
  mutating func add(_ text: String) {
    gathered += 1
    guard !hasManyWords else { return }
    if words[text] == nil, words.count >= ColumnProfile.distinctLimit {
      hasManyWords = true
      words = [:]
    } else {
      words[text, default: 0] += 1
    }
  }
}

/// What one spelling can be, worked out once however often it occurs.
struct CellTraits {
  var traits: [ColumnProfile.Trait] = []
  var lists: [CodeListName] = []
  /// Those the text is several words of.
  var joined: [CodeListName] = []

  init(_ text: String, kind: RawCellKind, resolver: TerritoryResolver, words: ListWords) {
    let isDigits = text.utf8.allSatisfy(ByteText.isDigit)
    if isDigits, text.utf8.count <= CellTraits.shortDigits {
      addDigits(text, kind, resolver, words)
      return
    }
    // Of bare digits eight may be a day (`20260312`).
    if kind.isDate || ((!isDigits || text.utf8.count == 8) && CellTraits.isDate(text)) {
      traits.append(.date)
    } else if CellTraits.isMonth(text) {
      traits.append(.month)
    }
    if kind == .boolean || YesNo.parse(text) != nil || ["t", "f"].contains(text) {
      traits.append(.yesNo)
    }
    addNumbers(text)
    if Durations.minutes(text) != nil { traits.append(.duration) }
    let code = text.filter { $0 != " " }
    if FiscalCode(text) != nil { traits += [.fiscalCode, .personCode] }
    if code.count == 11, VATNumber(text) != nil { traits.append(.organisation) }
    if CUP(text) != nil { traits.append(.cup) }
    if Masking.holdsPersonalData(text), !traits.contains(.organisation) { traits.append(.personal) }
    if AgeBand.parse(text) != nil, !isDigits { traits.append(.ageBand) }
    addPlaces(text, resolver)
    let parts = text.split(separator: " ")
    if text.count > 40 || parts.count > 6 { traits.append(.sentence) }
    let isLetters = text.allSatisfy { $0.isLetter || $0 == " " || $0 == "'" }
    if (2...4).contains(parts.count), isLetters { traits.append(.nameLike) }
    if parts.count == 1, text.count <= 24, text.contains(where: \.isNumber) {
      traits.append(.identifierLike)
    }
    lists = words.lists(with: text)
    joined = words.lists(joinedIn: text)
  }

  /// Digits too few for a code of a person, an organisation or a telephone.
  private static let shortDigits = 6

  /// Numbers, years and codes are most of the cells of a wide table: all that a few digits can be.
  private mutating func addDigits(
    _ text: String, _ kind: RawCellKind, _ resolver: TerritoryResolver, _ words: ListWords
  ) {
    if kind.isDate { traits.append(.date) }
    if kind == .boolean || YesNo.parse(text) != nil { traits.append(.yesNo) }
    if let whole = Int(text) { addWhole(whole) }
    if CellTraits.isMonth(text) { traits.append(.month) }
    addPlaces(text, resolver)
    if !text.isEmpty { traits.append(.identifierLike) }
    lists = words.lists(with: text)
  }

  private mutating func addWhole(_ whole: Int) {
    traits += [.number, .whole]
    if (1900...2100).contains(whole) { traits.append(.year) }
    if (0...999).contains(whole) { traits.append(.smallNumber) }
  }

  private static func isDate(_ text: String) -> Bool {
    for order in [DateOrder.dayFirst, .monthFirst] {
      switch ItalianDate.parse(text, order: order) {
      case .day, .open: return true
      default: continue
      }
    }
    return false
  }

  private static func isMonth(_ text: String) -> Bool {
    if case .month = ItalianDate.parse(text) { return true }
    return text.withCellBytes { CompactMonth.read($0) != nil }
  }

  private mutating func addNumbers(_ text: String) {
    var isNumber = false
    for convention in [NumberConvention.italian, .international] {
      if case .number = ItalianNumber.parse(text, convention: convention) { isNumber = true }
    }
    guard isNumber else { return }
    // `1945.0` is how a program writes a whole number of a column with blanks.
    if let whole = Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text) {
      addWhole(whole)
      return
    }
    traits.append(.number)
    if text.hasSuffix("%") { traits.append(.percentage) }
    if text.contains("€") || text.lowercased().contains("eur") { traits.append(.money) }
    if text.split(whereSeparator: { $0 == "," || $0 == "." }).last?.count == 2 {
      traits.append(.money)
    }
  }

  private mutating func addPlaces(_ text: String, _ resolver: TerritoryResolver) {
    if CellTraits.isPlace(text, resolver) {
      traits += [.comune, .manyComuni]
    } else if text.split(separator: "|").allSatisfy({
      JoinedWords.codes(in: String($0)) { CellTraits.isPlace($0, resolver) ? $0 : nil } != nil
    }) {
      traits.append(.manyComuni)
    }
    if case .special(.wholeTerritory) = resolver.resolve(text) { traits.append(.manyComuni) }
  }

  private static func isPlace(_ text: String, _ resolver: TerritoryResolver) -> Bool {
    if case .resolved = resolver.resolve(text) { return true }
    return false
  }
}
