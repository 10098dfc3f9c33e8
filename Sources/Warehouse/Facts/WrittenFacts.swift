extension FactSlice {
  /// Facts written down, field and value as a contract's file would hold them: for examples that are
  /// worked out by the code that reads the warehouse.
  ///
  /// - Parameter fields: what will be read of them, beside what they say.
  public convenience init(_ facts: [[FactField: String]], reading fields: Set<FactField>) {
    let columns = facts.reduce(into: fields) { $0.formUnion($1.keys) }
      .sorted { $0.rawValue < $1.rawValue }
      .map { field in (field: field, texts: facts.map { $0[field] }) }
    self.init(
      FactShape(
        table: "", columns: columns.map { ($0.field.name, FactShape.Meaning($0.field, $0.texts)) }))
    resize(to: facts.count)
    for row in facts.indices { setKey(Int64(row), row: row) }
    for (i, column) in columns.enumerated() {
      for (row, text) in column.texts.enumerated() { self.columns[i][row] = cell(text, column: i) }
    }
  }

  private func cell(_ text: String?, column: Int) -> Int64 {
    guard let text else { return FactBatch.null }
    switch shape.columns[column].meaning {
    case .number: return Day(iso: text).map { Int64($0.number) } ?? (text == "S" ? 1 : 0)
    case .real: return Int64(bitPattern: ((Double(text) ?? 0) + 0).bitPattern)
    case .token: return Int64(bitPattern: fingerprint(text))
    case .code:
      let words = words[column]
      if let known = (0..<words.count).first(where: { words.start[$0].text == text }) {
        return Int64(known)
      }
      words.append(text)
      return Int64(words.count - 1)
    }
  }
}

extension FactShape.Meaning {
  /// What a field means, as its values show it.
  fileprivate init(_ field: FactField, _ texts: [String?]) {
    let texts = texts.compactMap(\.self)
    if field.isToken {
      self = .token
    } else if field.isDay || texts.allSatisfy({ $0 == "S" || $0 == "N" }) {
      self = .number
    } else {
      self = texts.allSatisfy { Double($0) != nil } ? .real : .code
    }
  }
}

/// FNV-1a, 64 bits: the same for the same text, in every run.
public func fingerprint(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}
