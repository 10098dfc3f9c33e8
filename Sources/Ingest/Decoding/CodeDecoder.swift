import Warehouse

/// Words of a code list: first the source's own map, then the list, never a guess.
final class CodeDecoder: FieldDecoder {
  private let list: CodeList
  private let keepsUnknown: Bool
  private let values: ValueLookup
  private let field: Field
  private let dictionary: CodeDictionary
  private let cache = ReadingCache()

  init(
    field: Field, list: CodeList, keepsUnknown: Bool, values: ValueLookup,
    dictionary: CodeDictionary
  ) {
    self.field = field
    self.list = list
    self.keepsUnknown = keepsUnknown
    self.values = values
    self.dictionary = dictionary
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]].a
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      cache.read(cell.bytes, as: read) {
        column[row] = $0
      } report: { reading, kind in
        if kind.severity == .error {
          batch.refuse(kind, row: row, slot: slot)
        } else if keepsUnknown {
          batch.report(kind, row: row, slot: slot, detail: reading.detail)
        } else {
          batch.empty(kind, row: row, field: field, detail: reading.detail)
        }
      }
    }
  }

  private func read(_ word: String) -> CodeReading {
    if let mapped = values.code(for: word, field: field.name) {
      if mapped == "ND" { return CodeReading(index: dictionary.index(of: "ND")) }
      if let code = list.resolve(mapped) { return CodeReading(index: dictionary.index(of: code)) }
    } else if let code = list.resolve(word) {
      return CodeReading(index: dictionary.index(of: code))
    } else if TotalRows.isTotal(code: word) {
      return CodeReading(index: FactBatch.null, finding: .totalAmongCodes)
    }
    let near = list.suggestions(for: word)
    return CodeReading(
      index: keepsUnknown ? dictionary.index(of: "ND") : FactBatch.null, finding: .unknownCode,
      detail: near.isEmpty ? "" : "forse «\(near.joined(separator: " o "))»")
  }
}

/// Comuni in any of their writings; where a field may also be about a social district (ATS), what is
/// no comune may be one.
final class ComuneDecoder: FieldDecoder {
  private let resolver: TerritoryResolver
  private let districts: CodeList?
  private let values: ValueLookup
  private let field: Field
  /// The rows are counts of one comune each: those of a wider territory would be counted twice.
  private let isAddedUp: Bool
  private let dictionary: CodeDictionary
  private let cache = ReadingCache()

  init(
    field: Field, resolver: TerritoryResolver, districts: CodeList? = nil, isAddedUp: Bool,
    values: ValueLookup, dictionary: CodeDictionary
  ) {
    self.field = field
    self.resolver = resolver
    self.districts = districts
    self.isAddedUp = isAddedUp
    self.values = values
    self.dictionary = dictionary
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]].a
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      cache.read(cell.bytes, as: read) {
        column[row] = $0
      } report: { reading, kind in
        if kind.severity == .error {
          batch.refuse(kind, row: row, slot: slot)
        } else if reading.index == FactBatch.null {
          batch.empty(kind, row: row, field: field, detail: reading.detail)
        } else {
          batch.report(kind, row: row, slot: slot, detail: reading.detail)
        }
      }
    }
  }

  private func read(_ word: String) -> CodeReading {
    let mapped = values.code(for: word, field: field.name)
    let text = mapped ?? word
    // The code of a district is not the name of a comune, however alike (`MEL` and Mel).
    if let district = districts?.entry(text) {
      return CodeReading(index: dictionary.index(of: district.code))
    }
    let place = resolver.resolve(text)
    if case .resolved = place {
    } else if let district = districts?.resolve(text) {
      return CodeReading(index: dictionary.index(of: district))
    }
    if isAddedUp, mapped == nil, WiderTerritory.isMeant(by: text, place) {
      return CodeReading(index: FactBatch.null, finding: .widerTerritory)
    }
    switch place {
    case .resolved(let code, let how):
      if case .ceased(let name, let filed) = how {
        // The fact stays where it was filed; who counts it knows what became of the place.
        let today = resolver.name(of: code)
        return CodeReading(
          index: dictionary.index(of: "\(filed ?? code)"), finding: .ceasedComune,
          detail: "\(name), oggi \(today == name ? "\(code)" : today ?? "\(code)")")
      }
      let index = dictionary.index(of: "\(code)")
      if case .otherProvince(let written) = how {
        return CodeReading(
          index: index, finding: .otherProvince,
          detail: "scritto \(written), letto \(resolver.name(of: code) ?? "\(code)")")
      }
      return resolver.isInTerritory(code)
        ? CodeReading(index: index) : CodeReading(index: index, finding: .outsideComune)
    case .special:
      return CodeReading(index: dictionary.index(of: "ND"), finding: .specialComune)
    case .empty: return CodeReading(index: dictionary.index(of: "ND"), finding: .unknownComune)
    case .postcode(let alternative):
      return CodeReading(
        index: dictionary.index(of: "ND"), finding: .postcodeForComune,
        detail: alternative.map { "a meno che non sia il codice ISTAT di \($0)" } ?? "")
    case .unresolved where mapped == nil && TotalRows.isTotal(code: word):
      return CodeReading(index: FactBatch.null, finding: .totalAmongCodes)
    case .unresolved(let suggestion):
      return CodeReading(
        index: dictionary.index(of: "ND"), finding: .unknownComune,
        detail: suggestion.map { "forse «\($0)»" } ?? "")
    }
  }
}
