public import Foundation
public import Warehouse

/// The keys of `source.json`.
public struct SourceSettings: Sendable {
  public var publisher = ""
  public var title = ""
  public var dataset = ""
  public var licence = ""
  public var policy = Source.Policy.cumulative
  public var isSynthetic = false
  /// Sources with the same word share the person key: their people can be told to be the same.
  /// Absent means the publisher alone.
  public var linkage: String?
  /// Publishers (folder names) whose requests this source holds too: where they say the same, a request
  /// of the same person, service, comune and day is one.
  public var overlaps: [String] = []
  public var format: String?
  public var encoding: String?
  public var delimiter: String?
  /// One character, or `nessuna`.
  public var quote: String?
  public var escape: String?
  /// Blanks between delimiters and quotes: layout, or part of the text.
  public var blanksAroundQuotes: String?
  /// Where the rows of a JSON or XML document are.
  public var recordPath: String?
  /// Columns of a fixed-width file.
  public var layout: FixedLayout?
  /// Names or places of the sheets to read, one after the other; none: the first that has cells.
  public var sheets: [String] = []
  /// All the visible sheets that have the same header are one table.
  public var joinsSheets = false
  /// 1-based line of the first header row, when it must not be looked for.
  public var headerRow: Int?
  /// Stacked header rows.
  public var headerRows = 1
  /// By field; under the empty name, of all the others.
  public var dateFormats: [String: String] = [:]
  public var numberFormats: [String: String] = [:]
  /// By field: the power of ten each number is to be multiplied by.
  public var multipliers: [String: Int] = [:]
  /// First cells that mark a row of totals.
  public var totalLabels: [String] = []
  /// Headers of the columns whose value stands on the first row of each group alone.
  public var groupLabels: [String] = []
  /// By header: words of the rows that are not read, and of the only ones that are.
  public var excludedRows: [String: [String]] = [:]
  public var keptRows: [String: [String]] = [:]
  /// By header: words of the rows that take back what was sent before.
  public var cancellingRows: [String: [String]] = [:]
  /// A delivery without rows means that there are none: it is no export gone wrong.
  public var mayBeEmpty = false
  public var timeZone: String?
  public var contact = ""
  public var note = ""

  static let keys = [
    "editore", "titolo", "dataset", "licenza", "accordo", "politica", "sintetico", "collegamento",
    "sovrapposta",
    "formato", "codifica", "separatore", "virgolette", "carattere_escape",
    "spazi_virgolette", "percorso", "tracciato",
    "foglio", "riga_intestazione", "righe_intestazione",
    "formato_data", "numeri", "moltiplicatori", "righe_totale", "righe_escluse",
    "righe_tenute", "righe_che_annullano",
    "solo_prima_riga", "puo_essere_vuota", "fuso", "contatto", "note",
  ]

  /// What `foglio` says of all sheets with the same header.
  static let everySheet = "*"

  /// Nothing declared.
  init() {}

  /// - Throws: `DescriptorError` naming the key, what was expected and the nearest valid word.
  public init(json: Data, file: String) throws {
    let object = try DescriptorJSON.object(json, file: file)
    for key in object.keys.sorted() where !SourceSettings.keys.contains(key) {
      throw DescriptorError(
        file: file,
        message: "la chiave «\(key)» non esiste" + Nearest.hint(to: key, in: SourceSettings.keys))
    }
    let reader = KeyReader(object: object, file: file)
    publisher = try reader.required("editore")
    title = try reader.required("titolo")
    dataset = try reader.required("dataset")
    guard let terms = try reader.text("licenza") ?? reader.text("accordo") else {
      throw DescriptorError(file: file, message: "manca la chiave «licenza» (o «accordo»)")
    }
    licence = terms
    policy =
      try reader.choice("politica", Source.Policy.allCases.map(\.rawValue))
      .flatMap(Source.Policy.init) ?? .cumulative
    isSynthetic = try reader.flag("sintetico") ?? false
    linkage = try reader.text("collegamento")
    try reader.checkWithoutPersons(["editore", "titolo", "licenza", "accordo", "collegamento"])
    overlaps = try reader.list("sovrapposta") ?? []
    format = try reader.choice("formato", SourceSettings.formats.keys.sorted())
    encoding = try reader.text("codifica")
    delimiter = try reader.text("separatore")
    quote = try reader.text("virgolette")
    escape = try reader.text("carattere_escape")
    blanksAroundQuotes = try reader.choice("spazi_virgolette", ["ignorati", "tenuti"])
    recordPath = try reader.text("percorso")
    layout = try reader.layout("tracciato")
    sheets = try reader.texts("foglio")
    if sheets == [SourceSettings.everySheet] { (sheets, joinsSheets) = ([], true) }
    headerRow = try reader.number("riga_intestazione")
    headerRows = try reader.number("righe_intestazione") ?? 1
    dateFormats = try reader.choices("formato_data", SourceSettings.dateOrders.keys.sorted())
    numberFormats = try reader.choices(
      "numeri",
      SourceSettings.numberConventions.keys.sorted()
        + [HourColumns.declared, HourColumns.declaredMinutes])
    multipliers = try reader.multipliers("moltiplicatori")
    totalLabels = try reader.list("righe_totale") ?? []
    excludedRows = try reader.lists("righe_escluse")
    keptRows = try reader.lists("righe_tenute")
    cancellingRows = try reader.lists("righe_che_annullano")
    groupLabels = try reader.texts("solo_prima_riga")
    mayBeEmpty = try reader.flag("puo_essere_vuota") ?? false
    timeZone = try reader.choice("fuso", ["UTC", "Europe/Rome"])
    contact = try reader.text("contatto") ?? ""
    note = try reader.text("note") ?? ""
  }

  /// - Throws: `DescriptorError` for a field the contract has not: what is declared of it would hold of nothing.
  func check(against contract: Contract, file: String) throws {
    let known = contract.fields.map(\.name)
    if known.isEmpty { return }
    for (name, word) in numberFormats.sorted(by: { $0.key < $1.key })
    where SourceSettings.numberConventions[word] == nil {
      let field = contract.field(name)
      // A quantity has its unit beside it.
      if word == HourColumns.declared ? field?.mayHoldClocks == true : field?.countsHours == true {
        continue
      }
      let hours = contract.fields.filter {
        word == HourColumns.declared ? $0.mayHoldClocks : $0.mayCountHours
      }.map { "«\($0.name)»" }
      throw DescriptorError(
        file: file,
        message: "«numeri» dice «\(word)», che vale soltanto per un campo di ore: "
          + (hours.isEmpty ? "il dataset non ne ha" : hours.joined(separator: ", ")))
    }
    for (key, names) in [
      ("formato_data", dateFormats.keys.sorted()), ("numeri", numberFormats.keys.sorted()),
      ("moltiplicatori", multipliers.keys.sorted()),
    ] {
      for name in names where !name.isEmpty && !known.contains(name) {
        throw DescriptorError(
          file: file,
          message: "«\(key)» nomina il campo «\(name)», che il dataset «\(contract.dataset)» non ha"
            + Nearest.hint(to: name, in: known))
      }
    }
  }
}

/// Reads typed keys of a JSON object, naming the key in every error.
struct KeyReader {
  let object: [String: Any]
  let file: String

  func wrong(_ key: String, _ what: String) -> DescriptorError {
    DescriptorError(file: file, message: "la chiave «\(key)» deve essere \(what)")
  }

  func text(_ key: String) throws -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value as? String else { throw wrong(key, "un testo") }
    return text
  }

  /// One text, or several.
  func texts(_ key: String) throws -> [String] {
    guard let value = object[key] else { return [] }
    if let text = value as? String { return [text] }
    guard let list = value as? [String], !list.isEmpty, Set(list).count == list.count else {
      throw wrong(key, "un testo, o un elenco di testi diversi")
    }
    return list
  }

  /// Stops at a person's code in what is kept, and printed on receipts and in editions.
  func checkWithoutPersons(_ keys: [String]) throws {
    for key in keys {
      guard let text = try text(key), Masking.sentence(text) != text else { continue }
      throw DescriptorError(
        file: file, message: "la chiave «\(key)» contiene un dato personale: toglierlo («\(text)»)")
    }
  }

  func required(_ key: String) throws -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw DescriptorError(file: file, message: "manca la chiave «\(key)»")
    }
    return text
  }

  func choice(_ key: String, _ words: [String]) throws -> String? {
    guard let text = try text(key) else { return nil }
    guard words.contains(text) else {
      throw wrong(
        key, words.map { "«\($0)»" }.joined(separator: " o ") + ", non «\(text)»")
    }
    return text
  }

  /// One word for all, or a word for each of the fields named.
  func choices(_ key: String, _ words: [String]) throws -> [String: String] {
    guard let byField = object[key] as? [String: Any] else {
      return try choice(key, words).map { ["": $0] } ?? [:]
    }
    return try byField.mapValues { value in
      guard let text = value as? String, words.contains(text) else {
        throw wrong(key, "per ogni campo " + words.map { "«\($0)»" }.joined(separator: " o "))
      }
      return text
    }
  }

  func flag(_ key: String) throws -> Bool? {
    guard let value = object[key] else { return nil }
    guard let flag = value as? Bool else { throw wrong(key, "true o false") }
    return flag
  }

  func number(_ key: String) throws -> Int? {
    guard let value = object[key] else { return nil }
    guard let number = value as? Int, number > 0 else { throw wrong(key, "un numero da 1 in su") }
    return number
  }

  /// Texts by header.
  func lists(_ key: String) throws -> [String: [String]] {
    guard let value = object[key] else { return [:] }
    guard let lists = value as? [String: [String]] else {
      throw wrong(key, "per ogni intestazione un elenco di testi, come {\"Età\": [\"999\"]}")
    }
    return lists
  }

  func list(_ key: String) throws -> [String]? {
    guard let value = object[key] else { return nil }
    guard let list = value as? [String] else { throw wrong(key, "un elenco di testi") }
    return list
  }
}
