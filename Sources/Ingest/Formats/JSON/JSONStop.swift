/// Why the parser stopped before the end of a record.
enum JSONStop: Error {
  /// The window ends inside the record.
  case needsInput
  case failed(UnreadableFile)
}

extension JSONStop {
  static func invalid(_ code: String, _ message: String, _ line: Int32) -> JSONStop {
    .failed(UnreadableFile(code: code, message: message, line: Int(line)))
  }

  static func tooManyColumns(_ cursor: JSONCursor) -> JSONStop {
    .invalid(
      "json-troppe-colonne",
      "gli oggetti hanno più di \(KeyTree.limit) campi diversi: esportare una tabella, con gli"
        + " stessi campi in ogni oggetto (in pandas, orient=\"records\").", cursor.line)
  }

  static func tooDeep(_ cursor: JSONCursor) -> JSONStop {
    .invalid(
      "json-troppo-profondo",
      "oggetti annidati oltre \(JSONRecordParser.depthLimit) livelli: non è una tabella.",
      cursor.line)
  }
}

extension JSONCursor {
  /// Where a field should begin.
  var unexpectedField: JSONStop {
    unexpected(
      p.pointee == UInt8(ascii: "}")
        ? "un altro campo: dopo l'ultimo non va la virgola"
        : "il nome di un campo fra virgolette doppie (\")")
  }

  /// Where a value should begin.
  var unexpectedValue: JSONStop {
    unexpected(
      "un valore: un testo fra virgolette doppie, un numero, true, false o null (NaN e simili non sono"
        + " JSON: un dato che manca si scrive null)")
  }
}
