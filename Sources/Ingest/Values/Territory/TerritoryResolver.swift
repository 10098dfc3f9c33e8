public import Warehouse

/// Recognises a comune in any of its writings, and nothing else as one.
///
/// Codes: ISTAT with or without its leading zeros, Belfiore. Names are compared folded, with `J` read
/// as `I`, in this order: names of the territory, their listed aliases, their regular abbreviations,
/// names of the rest of Italy, names of ceased comuni, abbreviations of the rest, and last whatever the
/// archive knows. So a homonym from
/// outside never takes the place of a territory name. A name two comuni claim with the same right
/// is neither. A near miss is only ever a suggestion: Melicuccà and Melicucco are two towns.
public struct TerritoryResolver: Sendable {
  private let codes: [ComuneCode: NameIndex.Claim]
  private let belfiore: [String: NameIndex.Claim]
  /// In the order in which they are asked.
  private let levels: [NameIndex]
  /// Letters of the province of each comune in force.
  private let provinces: [ComuneCode: String]
  private let provinceLetters: Set<String>
  /// Folded names of provinces, and their letters.
  private let provinceNames: [String: String]
  private let names: [ComuneCode: String]
  private let territory: Set<ComuneCode>
  private let suggestions: PlaceSuggestions
  private let archive: TerritoryArchive

  public init(comuni: [Comune], names aliases: [Alias], italy: [ItalianComune]) {
    self.init(comuni: comuni, names: aliases, italy: italy, archive: .none)
  }

  init(
    comuni: [Comune], names aliases: [Alias], italy: [ItalianComune], archive: TerritoryArchive,
    provinceNames: [String: String] = [:]
  ) {
    self.archive = archive
    self.provinceNames = provinceNames
    var builder = TerritoryBuilder(territory: comuni, italy: italy)
    builder.addTerritory(comuni, aliases)
    builder.addItaly(italy)
    builder.settleVariants()
    codes = builder.codes
    belfiore = builder.belfiore
    levels = builder.levels
    provinces = builder.provinces
    provinceLetters = Set(builder.provinces.values)
    names = builder.names
    territory = builder.territory
    suggestions = PlaceSuggestions(comuni: comuni, aliases: aliases)
  }

  public func isInTerritory(_ code: ComuneCode) -> Bool { territory.contains(code) }

  /// Official name of a comune in force; nil for a code that is not one.
  public func name(of code: ComuneCode) -> String? { names[code] }

  public func resolve(_ text: String) -> ComuneReading { text.withCellBytes { resolve($0) } }

  /// Longest text in which a name is looked for: the longest names of Italy have not half of it.
  private static let longest = 200

  public func resolve(_ bytes: CellBytes) -> ComuneReading {
    if bytes.count > TerritoryResolver.longest { return .unresolved(suggestion: nil) }
    if NullTokens.contains(bytes, in: .code) { return .empty }
    let text = String(decoding: bytes.blankTrimmed, as: UTF8.self)
    if let reading = byCode(text) { return reading }
    let key = PlaceNames.key(text)
    if let place = SpecialPlace.named(key) { return .special(place) }
    if let reading = byName(key, province: nil) { return reading }
    if let reading = withoutProvince(key) ?? withProvinceName(text) ?? withoutTitle(key)
      ?? besideCode(key)
      ?? byParts(text)
      ?? byOldName(key) ?? withOtherProvince(key)
    {
      return reading
    }
    return .unresolved(suggestion: suggestions.nearest(to: key))
  }

  /// The two numbers ReGiS writes: province 80 and comune 63 are 080063, comune 0 is all of them.
  public func resolve(province: Int, comune: Int) -> ComuneReading {
    if comune == 0 { return .special(.wholeTerritory) }
    guard (1...999).contains(province), (1...999).contains(comune) else {
      return .unresolved(suggestion: nil)
    }
    return byISTAT(province * 1000 + comune, .istat)
  }

  /// Nil when the text has the form of no code.
  private func byCode(_ text: String) -> ComuneReading? {
    var digits = text.utf8[...]
    // `80043.0`: a code that went through a floating-point column.
    if digits.suffix(2).elementsEqual(".0".utf8) { digits = digits.dropLast(2) }
    guard let first = digits.first else { return nil }
    if digits.allSatisfy(ByteText.isDigit) {
      guard (4...6).contains(digits.count), let number = Int(Substring(digits)) else {
        return .unresolved(suggestion: nil)
      }
      switch digits.count {
      case 6: return byISTAT(number, .istat)
      case 5: return byFiveDigits(number)
      default: return byFourDigits(number)
      }
    }
    if digits.count == 4, ByteText.isLetter(first),
      digits.dropFirst().allSatisfy(ByteText.isDigit)
    {
      let code = Substring(digits).uppercased()
      if let claim = belfiore[code] { return .resolved(claim.code, how: claim.how) }
      if let reading = inArchive(archive.entries(belfiore: code)) { return reading }
      // Z and three digits are the foreign states.
      return code.hasPrefix("Z") ? .special(.abroad) : .unresolved(suggestion: nil)
    }
    return nil
  }

  /// An ISTAT code of the territory that lost its zero; anything else is taken for a postcode, even
  /// where the digits are some distant comune's code: 89013 is Gioia Tauro to the post, and Noto to
  /// ISTAT. (Foggia is the one province whose codes and postcodes begin with the same two digits.)
  private func byFiveDigits(_ number: Int) -> ComuneReading {
    let reading = byISTAT(number, .istatWithoutZero)
    guard case .resolved(let code, _) = reading else { return .postcode(alternative: nil) }
    if territory.contains(code) { return reading }
    return .postcode(
      alternative: "\(names[code] ?? "\(code)") (\(provinces[code] ?? "?"))")
  }

  /// A code of the territory that lost two zeros: those of the first nine provinces (4078 is Cuneo).
  private func byFourDigits(_ number: Int) -> ComuneReading {
    let reading = byISTAT(number, .istatWithoutZero)
    guard case .resolved(let code, _) = reading, territory.contains(code) else {
      return .unresolved(suggestion: nil)
    }
    return reading
  }

  private func byISTAT(_ number: Int, _ how: ComuneReading.Match) -> ComuneReading {
    guard let code = ComuneCode(zeroPadded(number, 6)) else { return .unresolved(suggestion: nil) }
    guard let claim = codes[code] else {
      return inArchive(archive.entries(code: code)) ?? .unresolved(suggestion: nil)
    }
    return .resolved(claim.code, how: claim.how == .istat ? how : claim.how)
  }

  /// Nil when nobody claims the key (or nobody of that province).
  private func byName(_ key: String, province: String?) -> ComuneReading? {
    for level in levels {
      var claims = level[key]
      if let province { claims.removeAll { provinces[$0.code] != province } }
      if claims.count == 1 { return .resolved(claims[0].code, how: claims[0].how) }
      if claims.count > 1 { return .unresolved(suggestion: either(claims.map(\.code))) }
    }
    return nil
  }

  /// `Locri (RC)`, `LOCRI - RC`: the letters of the province, which must be its own.
  private func withoutProvince(_ key: String) -> ComuneReading? {
    guard let space = key.lastIndex(of: " ") else { return nil }
    let letters = String(key[key.index(after: space)...])
    guard letters.utf8.count == 2 else { return nil }
    let name = String(key[..<space])
    // The letters of a province that is gone are known to the archive alone: `Carbonia (CI)`.
    return (provinceLetters.contains(letters) ? byName(name, province: letters) : nil)
      ?? inArchive(archive.entries(name: name).filter { $0.province == letters })
  }

  /// `Ivrea (Torino)`: the name of the province in brackets, which must be its own.
  private func withProvinceName(_ text: String) -> ComuneReading? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let letters = provinceNames[Folding.fold(String(text[open...]))]
    else { return nil }
    return byName(PlaceNames.key(String(text[..<open])), province: letters)
  }

  /// `Sarnano (AP)`, which is in the province of MC: whoever is the only one of that name is meant. The
  /// letters are reported, and never choose between two.
  private func withOtherProvince(_ key: String) -> ComuneReading? {
    guard let space = key.lastIndex(of: " ") else { return nil }
    let letters = String(key[key.index(after: space)...])
    guard provinceLetters.contains(letters),
      case .resolved(let code, .name) = byName(String(key[..<space]), province: nil)
    else { return nil }
    return .resolved(code, how: .otherProvince(written: letters))
  }

  /// A name only the archive knows; not one that is the beginning of a name of the territory, which is more
  /// likely meant (`Montebello`, of Pavia until 1958, or Montebello Jonico).
  private func byOldName(_ key: String) -> ComuneReading? {
    let reading = inArchive(archive.entries(name: key))
    if case .resolved(let code, _)? = reading, !territory.contains(code),
      suggestions.hasName(beginningWith: key)
    {
      return nil
    }
    return reading
  }

  /// What the archive says, when it says one thing.
  private func inArchive(_ entries: [TerritoryArchive.Entry]) -> ComuneReading? {
    let heirs = Set(entries.compactMap(\.successor))
    if heirs.count > 1 { return .unresolved(suggestion: either(heirs.sorted())) }
    let last = entries.max { $0.until < $1.until }
    guard let heir = heirs.first, let entry = entries.last(where: { $0.successor == heir }) else {
      return last.map { .unresolved(suggestion: "\($0.name), comune fino al \($0.until)") }
    }
    return .resolved(heir, how: entry.match)
  }

  /// The comune in which one that is no more is counted today, and its name; nil for one in force.
  func succession(of filed: ComuneCode) -> (successor: ComuneCode, name: String)? {
    guard filed != .nd, names[filed] == nil else { return nil }
    guard case .resolved(let heir, .ceased(let name, _)) = resolve("\(filed)") else { return nil }
    return (heir, name)
  }

  private static let titles = [
    "COMUNE DI ", "CITTA DI ", "COMUNE DELLA ", "COMUNE DEL ", "COMUNE DELL ", "COMUNE D ",
    "COMMUNE DE ", "COMMUNE D ", "VILLE DE ", "VILLE D ", "GEMEINDE ", "STADTGEMEINDE ",
    "MARKTGEMEINDE ", "STADT ",
  ]

  /// `Comune di Locri`, `Città di Siderno (RC)`, `Gemeinde Meran`.
  private func withoutTitle(_ key: String) -> ComuneReading? {
    for title in TerritoryResolver.titles where key.hasPrefix(title) {
      let rest = String(key.dropFirst(title.count))
      return byName(rest, province: nil) ?? withoutProvince(rest)
    }
    return nil
  }

  /// `080043 - Locri`, `89044 Locri`: a name and its code, or its postcode. A code must be that of the name; five
  /// digits, which may be either, no other comune's of the territory.
  private func besideCode(_ key: String) -> ComuneReading? {
    let words = key.split(separator: " ")
    guard words.count > 1,
      let end = [words[0], words[words.count - 1]].first(where: {
        (5...6).contains($0.utf8.count) && $0.utf8.allSatisfy(ByteText.isDigit)
      }), let number = Int(end)
    else { return nil }
    let name = (end.startIndex == key.startIndex ? words.dropFirst() : words.dropLast())
      .joined(separator: " ")
    guard let reading = byName(name, province: nil) ?? withoutProvince(name),
      case .resolved(let code, _) = reading
    else { return nil }
    guard case .resolved(let coded, _) = byISTAT(number, .istat) else {
      return end.utf8.count == 5 ? reading : nil
    }
    let isPostcode = end.utf8.count == 5 && !territory.contains(coded)
    return coded == code || isPostcode ? reading : nil
  }

  /// A name in two languages, or two names: every part must be known, and mean the same comune.
  private func byParts(_ text: String) -> ComuneReading? {
    var parts = PlaceNames.parts(PlaceNames.withoutBrackets(text) ?? text)
    // `Bolzano-Bozen`: a hyphen without blanks may belong to a name, and proves nothing by itself.
    let isHyphen = parts.isEmpty
    if isHyphen { parts = text.split(separator: "-").map(String.init) }
    guard parts.count > 1 else { return nil }
    var found: [NameIndex.Claim] = []
    for part in parts {
      let key = PlaceNames.key(part)
      guard case .resolved(let code, let how) = byName(key, province: nil) ?? withoutTitle(key)
      else { return nil }
      found.append(NameIndex.Claim(code: code, how: how))
    }
    let codes = found.map(\.code)
    if Set(codes).count == 1 { return .resolved(codes[0], how: found[0].how) }
    return isHyphen ? nil : .unresolved(suggestion: either(codes))
  }

  private func either(_ codes: [ComuneCode]) -> String {
    var seen: Set<ComuneCode> = []
    let different = codes.filter { seen.insert($0).inserted }
    // Where the territory is the whole country its own names may be two comuni's.
    let isOneName = Set(different.map { names[$0] }).count < different.count
    return different.map { code in
      let name = names[code] ?? "\(code)"
      return territory.contains(code) && !isOneName
        ? name : "\(name) (\(provinces[code] ?? "?"))"
    }.joined(separator: " o ")
  }
}
