/// Yes and no, as offices and programs write them.
public enum YesNo {
  /// Nil when the text is neither.
  public static func parse(_ text: String) -> Bool? {
    word(text) ?? TwoLanguages.meaning(of: text, word)
  }

  private static func word(_ text: String) -> Bool? {
    if let word = words[Folding.fold(text)] { return word }
    // A sign may be followed by what tells a screen to draw it in colours.
    return signs[
      String(text.unicodeScalars.filter { $0 != " " && $0 != "\u{fe0f}" }.map(Character.init))]
  }

  /// Ticks and boxes, as forms print them, and what folding would take apart.
  private static let signs: [String: Bool] = [
    "✓": true, "✔": true, "☑": true, "☒": true, "☐": false,
    // Of a column with blanks, which a program took for decimals.
    "1.0": true, "0.0": false,
  ]

  /// `t` and `f`, of a column in which nothing else is written.
  static func letter(_ byte: UInt8) -> Bool? {
    byte == UInt8(ascii: "t") ? true : byte == UInt8(ascii: "f") ? false : nil
  }

  public static func parse(_ bytes: CellBytes) -> Bool? {
    parse(String(decoding: bytes, as: UTF8.self))
  }

  private static let words: [String: Bool] = [
    "SI": true, "S": true, "X": true, "TRUE": true, "1": true, "VERO": true,
    "YES": true, "Y": true, "JA": true, "OUI": true, "NON": false, "NEIN": false, "NO": false,
    "N": false, "FALSE": false, "0": false, "FALSO": false,
  ]
}
