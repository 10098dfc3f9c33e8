/// Why an edition was not published. The one there was is still there.
public enum EditionError: Error, Hashable, Sendable {
  /// An output holds something that must never be published; the content itself is not repeated.
  case forbidden(file: String, line: Int, kind: ForbiddenContent.Kind)
  /// A file or folder cannot be written.
  case cannotWrite(path: String, reason: String)
}

extension EditionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .forbidden(let file, let line, let kind):
      "\(file), riga \(line): c'è quello che sembra \(kind.name); nulla è stato pubblicato, correggere la "
        + "fonte da cui viene e riprovare."
    case .cannotWrite(let path, let reason):
      "\(path): non si può scrivere (\(reason)); controllare la cartella, lo spazio e i permessi."
    }
  }
}
