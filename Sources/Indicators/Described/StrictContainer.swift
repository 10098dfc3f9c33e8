/// A JSON object of which every key must be known: a key nobody reads is a mistake, not a comment.
struct StrictContainer {
  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Key>

  init(_ decoder: any Decoder, keys: [String]) throws {
    container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys where !keys.contains(key.stringValue) {
      throw DeclarationError.unknown("la chiave", key.stringValue, among: keys)
    }
  }

  func value<T: Decodable>(_ key: String) throws -> T {
    guard let value: T = try optional(key) else {
      throw DeclarationError("manca la chiave «\(key)»")
    }
    return value
  }

  func optional<T: Decodable>(_ key: String) throws -> T? {
    do {
      return try container.decodeIfPresent(T.self, forKey: Key(stringValue: key))
    } catch is DecodingError {
      throw DeclarationError("la chiave «\(key)» non ha la forma attesa")
    }
  }

  /// One of the words of a list.
  func word<T>(_ key: String, _ valid: [(String, T)]) throws -> T {
    let word: String = try value(key)
    guard let found = valid.first(where: { $0.0 == word }) else {
      throw DeclarationError.unknown("il valore di «\(key)»", word, among: valid.map(\.0))
    }
    return found.1
  }
}
