import Indicators

/// The fields of a JSON object, read one by one: what is missing, of the wrong kind or never asked
/// for is an error that names its place.
struct JSONFields {
  let file: String
  private let path: String
  private let fields: [String: Any]
  private var asked: Set<String> = []

  init(_ object: Any, file: String, path: String) throws(TableBriefError) {
    self.file = file
    self.path = path
    guard let fields = object as? [String: Any] else {
      throw TableBriefError(file: file, key: path, problem: "serve un oggetto { … }")
    }
    self.fields = fields
  }

  mutating func text(_ key: String, default fallback: String? = nil) throws(TableBriefError)
    -> String
  {
    asked.insert(key)
    guard let value = fields[key] else {
      if let fallback { return fallback }
      throw error(key, "manca ed è obbligatoria")
    }
    guard let text = value as? String else { throw error(key, "serve un testo tra virgolette") }
    return text
  }

  mutating func value<T>(
    _ key: String, expecting: String, _ parse: (String) -> T?
  ) throws(TableBriefError) -> T {
    let text = try text(key)
    guard let value = parse(text) else {
      throw error(key, "«\(text)» non è valido; serve \(expecting)")
    }
    return value
  }

  mutating func optionalValue<T>(
    _ key: String, expecting: String, _ parse: (String) -> T?
  ) throws(TableBriefError) -> T? {
    asked.insert(key)
    return fields[key] == nil ? nil : try value(key, expecting: expecting, parse)
  }

  mutating func flag(_ key: String, default fallback: Bool) throws(TableBriefError) -> Bool {
    asked.insert(key)
    guard let value = fields[key] else { return fallback }
    guard let flag = value as? Bool else { throw error(key, "serve true o false") }
    return flag
  }

  mutating func number(
    _ key: String, default fallback: Double, in range: ClosedRange<Double>
  ) throws(TableBriefError) -> Double {
    asked.insert(key)
    guard let value = fields[key] else { return fallback }
    guard let number = value as? Double, range.contains(number)
    else {
      throw error(key, "serve un numero da \(Int(range.lowerBound)) a \(Int(range.upperBound))")
    }
    return number
  }

  /// A list of texts; missing means empty.
  mutating func texts(_ key: String) throws(TableBriefError) -> [String] {
    asked.insert(key)
    guard let value = fields[key] else { return [] }
    guard let list = value as? [String] else { throw error(key, "serve un elenco di testi […]") }
    return list
  }

  /// `key` in Italian and `key_en` in English; without the second the first stands for both.
  mutating func bilingual(_ key: String, default fallback: String? = nil) throws(TableBriefError)
    -> Text
  {
    let italian = try text(key, default: fallback)
    return Text(it: italian, en: try text(key + "_en", default: italian))
  }

  mutating func bilingualList(_ key: String) throws(TableBriefError) -> [Text] {
    let italian = try texts(key)
    let english = try texts(key + "_en")
    guard english.isEmpty || english.count == italian.count else {
      throw error(key + "_en", "servono tante voci quante in «\(key)»")
    }
    return italian.indices.map {
      Text(it: italian[$0], en: english.isEmpty ? italian[$0] : english[$0])
    }
  }

  mutating func object(_ key: String) throws(TableBriefError) -> JSONFields? {
    asked.insert(key)
    guard let value = fields[key] else { return nil }
    return try JSONFields(value, file: file, path: place(key))
  }

  /// Fails on a key nobody asked for, suggesting the nearest that exists.
  func finish() throws(TableBriefError) {
    guard let unknown = fields.keys.filter({ !asked.contains($0) }).sorted().first else { return }
    let nearest = asked.sorted().min { distance($0, unknown) < distance($1, unknown) } ?? ""
    throw error(unknown, "voce sconosciuta; la più simile è «\(nearest)»")
  }

  private func place(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  private func error(_ key: String, _ problem: String) -> TableBriefError {
    TableBriefError(file: file, key: place(key), problem: problem)
  }

  /// Edits that turn one name into the other.
  private func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
