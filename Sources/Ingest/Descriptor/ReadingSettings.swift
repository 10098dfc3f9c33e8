/// The keys of `source.json` that say how a file is written, as the readers want them.
extension SourceSettings {
  /// Words of `formato`, and what they declare.
  static let formats: [String: FileKind] = [
    "csv": .csv, "tsv": .csv, "psv": .csv, "larghezza-fissa": .fixedWidth, "json": .json,
    "ndjson": .ndjson, "xml": .xml, "xlsx": .xlsx, "ods": .ods,
  ]

  /// - Throws: `DescriptorError` for a word no reader knows.
  func tableOptions(path: String) throws -> TableOptions {
    let file = path + "/source.json"
    var options = TableOptions()
    options.kind = format.flatMap { SourceSettings.formats[$0] }
    if options.kind == nil, layout != nil { options.kind = .fixedWidth }
    if let encoding {
      guard let known = TextEncoding(label: encoding) else {
        throw DescriptorError(
          file: file,
          message: "la codifica «\(encoding)» non è fra quelle note"
            + Nearest.hint(to: encoding, in: TextEncoding.allCases.map(\.rawValue)))
      }
      options.encoding = known
    }
    options.delimiter = try character(delimiter, "separatore", file)
    switch format {
    case "tsv" where delimiter == nil: options.delimiter = UInt8(ascii: "\t")
    case "psv" where delimiter == nil: options.delimiter = UInt8(ascii: "|")
    default: break
    }
    if quote == "nessuna" {
      options.quote = .some(nil)
    } else {
      options.quote = try character(quote, "virgolette", file).map { .some($0) }
    }
    if escape == "nessuno" {
      options.escape = .some(nil)
    } else {
      options.escape = try character(escape, "carattere_escape", file).map { .some($0) }
    }
    options.skipsBlanks = blanksAroundQuotes.map { $0 == "ignorati" }
    options.sheet = sheets.first.map(SheetChoice.name)
    // A workbook of ours names the sheet to be filled in as its dataset.
    options.preferredSheet = joinsSheets ? nil : dataset
    options.layout = layout
    options.recordPath = recordPath.map { SourceSettings.steps($0, isXML: options.kind == .xml) }
    if let steps = options.recordPath, steps.isEmpty {
      throw DescriptorError(
        file: file,
        message: "la chiave «percorso» è vuota: scrivere dove sono le righe, come"
          + " «Flusso/Ente/Beneficiario» o «dati/richieste»")
    }
    return options
  }

  private func character(_ text: String?, _ key: String, _ file: String) throws -> UInt8? {
    guard let text else { return nil }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80 else {
      throw DescriptorError(
        file: file, message: "la chiave «\(key)» deve essere un solo carattere, non «\(text)»")
    }
    return byte
  }

  /// `Flusso/Ente`, and for JSON `dati.richieste` or `$.dati.richieste[*]` too.
  static func steps(_ path: String, isXML: Bool) -> [String] {
    let separators = isXML || path.contains("/") ? "/" : "./"
    return path.split { separators.contains($0) }.map(String.init)
      .map { $0.hasSuffix("[*]") ? String($0.dropLast(3)) : $0 }
      .filter { $0 != "$" && !$0.isEmpty }
  }
}

extension KeyReader {
  /// `{"protocollo": "1-10", "data": "11-18"}`: the places of each column.
  func layout(_ key: String) throws -> FixedLayout? {
    guard let value = object[key] else { return nil }
    let example = "un oggetto come {\"protocollo\": \"1-10\", \"data\": \"11-18\"}"
    guard let columns = value as? [String: Any], !columns.isEmpty else { throw wrong(key, example) }
    let layout = FixedLayout(
      columns: try columns.map { name, places in
        guard let text = places as? String, let range = FixedLayout.places(text) else {
          throw wrong(
            key, "\(example); «\(name)» non ha il posto del primo e dell'ultimo carattere")
        }
        return FixedLayout.Column(name: name, places: range)
      })
    // A field may be a part of another, as the year of a date; half of one and half of the next is none.
    for (i, column) in layout.columns.enumerated() {
      for other in layout.columns[(i + 1)...]
      where column.places.overlaps(other.places)
        && column.places.lowerBound < other.places.lowerBound
        && column.places.upperBound < other.places.upperBound
      {
        throw wrong(
          key, "\(example); «\(column.name)» e «\(other.name)» hanno posti in comune")
      }
    }
    return layout
  }
}
