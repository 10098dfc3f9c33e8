/// Where the parser stopped, in words for whoever looks for the place.
struct JSONPlace {
  /// Characters shown before the place and after it.
  private static let around = 20

  /// 1-based, in characters from the beginning of the line; nil when that is not in the window.
  let column: Int?
  /// The text around the place, letters and digits masked: nobody knows which field it is of. Names of
  /// fields already met are shown.
  let excerpt: String

  /// - Parameters:
  ///   - start: what is in the window begins here, on the line that begins there if `isLineStart`.
  ///   - end: nothing from here on is shown.
  ///   - columns: those met so far, which bear the names of the fields.
  init(
    _ place: UnsafePointer<UInt8>, from start: UnsafePointer<UInt8>, isLineStart: Bool,
    to end: UnsafePointer<UInt8>, columns: [String]
  ) {
    var line = place
    while line > start, line[-1] != 0x0A, line[-1] != 0x0D { line -= 1 }
    column =
      line > start || isLineStart
      ? 1 + UnsafeBufferPointer(start: line, count: place - line).count { $0 & 0xC0 != 0x80 } : nil
    var first = max(line, place - JSONPlace.around)
    while first > line, first.pointee & 0xC0 == 0x80 { first -= 1 }
    var last = place
    while last < end, last - place < JSONPlace.around, last.pointee != 0x0A, last.pointee != 0x0D {
      last += 1
    }
    while last > place, last < end, last.pointee & 0xC0 == 0x80 { last -= 1 }
    excerpt =
      first == last
      ? ""
      : Masking.marks(
        CellBytes(start: first, count: last - first), naming: JSONPlace.names(columns))
  }

  /// The names in `persona.eta`; none that is itself a person's, as keys of a register may be.
  private static func names(_ columns: [String]) -> Set<String> {
    Set(columns.prefix(1000).flatMap { $0.split(separator: ".").map(String.init) })
      .filter { !Masking.holdsPersonalData($0) }
  }

  /// `al carattere 57 della riga, vicino a «"LLLL": 9999»: `, or as much of it as is known.
  var words: String {
    let known = [
      column.map { "al carattere \($0) della riga" },
      excerpt.isEmpty ? nil : "vicino a «\(excerpt)»",
    ].compactMap { $0 }
    return known.isEmpty ? "" : known.joined(separator: ", ") + ": "
  }
}

extension UnreadableFile {
  /// The same, with the place in the line and, of a list, the element.
  func located(at place: JSONPlace, element: Int? = nil) -> UnreadableFile {
    var located = self
    located.message =
      (element.map { "nell'elemento \($0) dell'elenco, " } ?? "") + place.words + message
    return located
  }
}
