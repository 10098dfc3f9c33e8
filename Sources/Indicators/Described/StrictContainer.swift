/// A JSON object of which every key must be known: a key nobody reads is a mistake, not a comment.
struct StrictContainer {
  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Key>
  /// Where it is in the file, `misura.condizioni[1].`; empty at the top.
  private let path: String

  init(_ decoder: any Decoder, keys: [String]) throws {
    container = try decoder.container(keyedBy: Key.self)
    path = decoder.codingPath.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index + 1)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
    for key in container.allKeys where !keys.contains(key.stringValue) {
      throw DeclarationError.unknown("la chiave", full(key.stringValue), among: keys.map(full))
    }
  }

  private func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// - Parameter words: what is expected, where the type does not say it.
  func value<T: Decodable>(_ key: String, _ words: String? = nil) throws -> T {
    guard let value: T = try optional(key, words) else {
      throw DeclarationError("manca la chiave «\(full(key))»")
    }
    return value
  }

  func optional<T: Decodable>(_ key: String, _ words: String? = nil) throws -> T? {
    do {
      return try container.decodeIfPresent(T.self, forKey: Key(stringValue: key))
    } catch is DecodingError {
      throw DeclarationError(
        "la chiave «\(full(key))» vuole \(words ?? StrictContainer.shape(T.self))")
    }
  }

  private static func shape(_ type: Any.Type) -> String {
    switch type {
    case is String.Type: "un testo fra virgolette"
    case is [String].Type: "un elenco di testi, [\"…\"]"
    case is Int.Type: "un numero intero"
    case is [Int].Type: "un elenco di numeri interi, [30, 60]"
    case is Double.Type: "un numero"
    case is Bool.Type: "true o false"
    case is [DeclaredCondition].Type: "un elenco di condizioni, [{…}]"
    default: "un oggetto, {…}"
    }
  }

  /// A text to be shown: something, on one line, of at most so many characters.
  func text(_ key: String, atMost limit: Int) throws -> String {
    let text: String = try value(key)
    guard text.contains(where: { !$0.isWhitespace }), text.count <= limit,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw DeclarationError(
        "la chiave «\(full(key))» vuole un testo su una riga, non vuoto e di al più \(limit) caratteri"
      )
    }
    return text
  }

  /// One of the words of a list.
  func word<T>(_ key: String, _ valid: [(String, T)]) throws -> T {
    let word: String = try value(key)
    guard let found = valid.first(where: { $0.0 == word }) else {
      throw DeclarationError.unknown("il valore di «\(full(key))»", word, among: valid.map(\.0))
    }
    return found.1
  }

  /// Keys that are there.
  var present: [String] { container.allKeys.map(\.stringValue).sorted() }
}
