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
}
