import Foundation

/// The form in which texts written by different hands are compared.
///
/// Canonical decomposition without its marks, upper case, everything that is neither letter nor digit
/// (apostrophes of every kind included) one space, none at the ends. So `Platì`, `PLATI'` and
/// ` plati’ ` are the same text, and `Sant'Agata` is `SANT AGATA`. Folding is for comparing only:
/// what is shown is always the text as delivered.
public enum Folding {
  public static func fold(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return foldUnicode(text) }
      guard let letter = foldedASCII(byte) else {
        pendingSpace = true
        continue
      }
      if pendingSpace && !out.isEmpty { out.append(0x20) }
      pendingSpace = false
      out.append(letter)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The same of the UTF-8 bytes of a cell.
  public static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    fold(String(decoding: bytes, as: UTF8.self))
  }

  /// Folding for names of Italian places, where `J` is an old `I`: `Montebello Jonico` and
  /// `MONTEBELLO IONICO` are one name. Saints are not expanded here: `S. Luca` may be San, Santo or
  /// Santa, and only a list of real names can tell (`TerritoryResolver`).
  public static func foldName(_ text: String) -> String {
    var folded = fold(text)
    if folded.utf8.contains(0x4A) {
      folded = String(
        decoding: folded.utf8.map { $0 == 0x4A ? 0x49 : $0 }, as: UTF8.self)
    }
    return folded
  }

  @inline(__always)
  private static func foldedASCII(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: byte
    case 0x61...0x7A: byte - 32
    default: nil
    }
  }

  private static func foldUnicode(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    // In pieces: to decompose a text takes Foundation a time that grows with the square of its length.
    // Decomposition never reaches across a character that combines with nothing before it.
    var piece = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      if length >= pieceLength, scalar.properties.canonicalCombiningClass == .notReordered {
        fold(piece: String(piece), into: &out, &pendingSpace)
        piece = String.UnicodeScalarView()
        length = 0
      }
      piece.append(scalar)
      length += 1
    }
    fold(piece: String(piece), into: &out, &pendingSpace)
    return String(out)
  }

  private static let pieceLength = 256

  private static func fold(
    piece: String, into out: inout String.UnicodeScalarView, _ pendingSpace: inout Bool
  ) {
    for scalar in piece.decomposedStringWithCanonicalMapping.uppercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format:
        continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
        if pendingSpace && !out.isEmpty { out.append(" ") }
        pendingSpace = false
        out.append(scalar)
      default:
        // Modifier letters land here too: U+02BC is how some keyboards write an apostrophe.
        pendingSpace = true
      }
    }
  }
}
