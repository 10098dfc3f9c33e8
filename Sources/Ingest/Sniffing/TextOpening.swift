/// Texts that are no tables, told by how they begin.
enum TextOpening {
  private static let openings: [(words: [StaticString], kind: FileKind)] = [
    (
      [
        "-- phpmyadmin sql dump", "-- mysql dump", "-- mariadb dump", "-- adminer", "/*m!999999",
        "/*!40", "--\n-- postgresql database dump", "--\r\n-- postgresql database dump",
        "pragma foreign_keys", "create table ", "insert into ", "set names ",
      ], .database
    ),
    (["begin:vcalendar", "begin:vcard"], .agenda),
    // A page saved whole, with its pictures.
    (["mime-version: "], .html),
    (["return-path: ", "received: from "], .docx),
  ]

  /// Nil for a text that may be a table.
  static func kind(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> FileKind? {
    openings.first { $0.words.contains { begins(text, with: $0) } }?.kind
  }

  /// Compares without regard to the case of letters.
  private static func begins(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, with word: StaticString
  ) -> Bool {
    word.withUTF8Buffer { word in
      text.count >= word.count
        && zip(text, word).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
    }
  }
}
