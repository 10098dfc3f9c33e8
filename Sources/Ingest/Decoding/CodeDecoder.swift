import Warehouse

/// What a spelling came to, remembered so that the next time costs a table look-up.
struct CodeReading {
  var index: Int64
  var finding: FindingKind?
  var detail = ""
}

/// Words of a code list: first the source's own map, then the list, never a guess.
final class CodeDecoder: FieldDecoder {
  private let list: CodeList
  private let keepsUnknown: Bool
  private let values: ValueMap
  private let field: Field
  private let dictionary: CodeDictionary
  private var cache = LabelCache<CodeReading>()

  init(
    field: Field, list: CodeList, keepsUnknown: Bool, values: ValueMap, dictionary: CodeDictionary
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
      let reading = cache.value(for: cell.bytes) { self.read(String(decoding: $0, as: UTF8.self)) }
      column[row] = reading.index
      guard let kind = reading.finding else { continue }
      if keepsUnknown {
        batch.report(kind, row: row, slot: slot, detail: reading.detail)
      } else {
        batch.empty(kind, row: row, field: field, detail: reading.detail)
      }
    }
  }

  private func read(_ word: String) -> CodeReading {
    if let mapped = values.code(for: word, field: field.name) {
      if mapped == "ND" { return CodeReading(index: dictionary.index(of: "ND")) }
      if let code = list.resolve(mapped) { return CodeReading(index: dictionary.index(of: code)) }
    } else if let code = list.resolve(word) {
      return CodeReading(index: dictionary.index(of: code))
    }
    return CodeReading(
      index: keepsUnknown ? dictionary.index(of: "ND") : FactBatch.null, finding: .unknownCode,
      detail: list.suggestion(for: word).map { "forse «\($0)»" } ?? "")
  }
}

/// Comuni in any of their writings.
final class ComuneDecoder: FieldDecoder {
  private let resolver: TerritoryResolver
  private let values: ValueMap
  private let field: Field
  private let dictionary: CodeDictionary
  private var cache = LabelCache<CodeReading>()

  init(field: Field, resolver: TerritoryResolver, values: ValueMap, dictionary: CodeDictionary) {
    self.field = field
    self.resolver = resolver
    self.values = values
    self.dictionary = dictionary
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]].a
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      let reading = cache.value(for: cell.bytes) { self.read(String(decoding: $0, as: UTF8.self)) }
      column[row] = reading.index
      if let kind = reading.finding {
        batch.report(kind, row: row, slot: slot, detail: reading.detail)
      }
    }
  }

  private func read(_ word: String) -> CodeReading {
    let text = values.code(for: word, field: field.name) ?? word
    switch resolver.resolve(text) {
    case .resolved(let code, let how):
      let index = dictionary.index(of: "\(code)")
      if case .ceased(let successorOf) = how {
        return CodeReading(index: index, finding: .ceasedComune, detail: successorOf)
      }
      return resolver.isInTerritory(code)
        ? CodeReading(index: index) : CodeReading(index: index, finding: .outsideComune)
    case .special:
      return CodeReading(index: dictionary.index(of: "ND"), finding: .specialComune)
    case .empty: return CodeReading(index: dictionary.index(of: "ND"), finding: .unknownComune)
    case .unresolved(let suggestion):
      return CodeReading(
        index: dictionary.index(of: "ND"), finding: .unknownComune,
        detail: suggestion.map { "forse «\($0)»" } ?? "")
    }
  }
}
