/// Rows of a JSON file: one object a line (NDJSON), or a top-level array of objects.
///
/// A row is an object; its line is the one where the object begins. Columns are the keys in the
/// order they are first met, and grow while reading: earlier rows are simply shorter.
///
/// Of objects one a line, a line that is no whole object is a broken record and the next line begins
/// anew, as long as whole ones prevail. A list cannot be picked up again: nobody knows where its next
/// element begins.
public final class JSONReader: TableReader {
  /// Longest object accepted.
  public static let recordLimit = 16 << 20

  public var columnNames: [String] { parser.columns.names }
  public private(set) var blankRowCount = 0
  private let text: TextWindow
  private var parser = JSONRecordParser()
  private var consumed = 0
  private var line: Int32 = 1
  private var place = Place.beginning
  /// Elements or lines read.
  private var records = 0
  /// Lines that are no whole object, and what is wrong with the first.
  private var brokenCount = 0
  private var firstProblem: UnreadableFile?
  /// Some object goes over several lines: then a line is no measure of anything.
  private var spansLines = false

  /// A file that begins with so many broken lines is no file of objects.
  static let brokenAtFirst = 20

  /// What the grammar allows next, between two objects.
  private enum Place { case beginning, betweenLines, firstElement, element, afterElement, finished }

  public init(
    _ source: ByteSource, encoding: TextEncoding = .utf8,
    windowSize: Int = ByteWindow.defaultSize
  ) throws {
    text = try TextWindow(source, encoding: encoding, size: windowSize)
  }

  public func next(into batch: RawBatch) throws -> Bool {
    // Out of the class and of the batch while they are filled: no access checks, no copies.
    var parser = JSONRecordParser()
    swap(&parser, &self.parser)
    batch.removeAll()
    swap(&parser.cells, &batch.cells)
    swap(&parser.rows, &batch.rows)
    swap(&parser.broken, &batch.broken)
    var bytes = batch.bytes
    batch.bytes = []
    defer {
      swap(&parser.cells, &batch.cells)
      swap(&parser.rows, &batch.rows)
      swap(&parser.broken, &batch.broken)
      batch.bytes = bytes
      swap(&parser, &self.parser)
    }
    var used = 0
    while true {
      let needed = used + text.count - consumed + TextWindow.padding
      if bytes.count < needed {
        bytes.append(contentsOf: repeatElement(0, count: needed - bytes.count))
      }
      let outcome = bytes.withUnsafeMutableBufferPointer {
        read(&parser, bytes: $0.baseAddress!, used: &used)
      }
      switch outcome {
      case nil: return !parser.rows.isEmpty
      case .failed(let error): throw error
      case .needsInput:
        if text.count - consumed > JSONReader.recordLimit {
          throw UnreadableFile(
            code: "json-oggetto-troppo-lungo",
            message: "l'oggetto supera \(JSONReader.recordLimit >> 20) MiB: non è una riga di"
              + " tabella. Se le righe sono in un elenco al suo interno, dichiarare «percorso» in"
              + " source.json.", line: Int(line))
        }
        try text.refill(consumed: consumed)
        consumed = 0
      }
    }
  }

  /// Reads objects until the batch is full or the file finished (nil), or more bytes are needed.
  private func read(
    _ parser: inout JSONRecordParser, bytes: UnsafeMutablePointer<UInt8>, used: inout Int
  ) -> JSONStop? {
    var cursor = JSONCursor(
      p: text.start + consumed, end: text.end, isLast: text.isLast, out: bytes + used, line: line)
    parser.base = bytes
    var place = place
    var start = cursor
    var stop: JSONStop?
    while stop == nil, parser.rows.count < RawBatch.capacity,
      cursor.out - bytes < RawBatch.byteBudget, parser.cells.count < RawBatch.cellBudget
    {
      start = cursor
      let mark = parser.mark
      var opening = cursor
      do throws(JSONStop) {
        try cursor.skipSpace()
        opening = cursor
        guard try advance(&place, &cursor) else {
          if cursor.p == cursor.end, cursor.isLast { break }
          continue
        }
        let holdsSomething = try parser.record(&cursor)
        if place == .betweenLines { try endRecord(from: opening, &cursor) }
        if !holdsSomething { blankRowCount += 1 }
        records += 1
        if place != .betweenLines { place = .afterElement }
      } catch {
        stop = error
        parser.restore(mark)
        if case .failed(let problem) = error {
          stop = pass(over: opening, &cursor, problem, place, &parser)
        }
      }
    }
    if stop == nil { start = cursor }
    consumed = start.p - UnsafePointer(text.start)
    line = start.line
    used = start.out - bytes
    self.place = place
    return stop
  }

  /// After an object among lines: the next one, or the end of the line.
  private func endRecord(
    from opening: JSONCursor, _ cursor: inout JSONCursor
  ) throws(JSONStop) {
    if cursor.line != opening.line {
      spansLines = true
      if let firstProblem { throw .failed(firstProblem) }
    }
    while cursor.p.pointee == 0x20 || cursor.p.pointee == 0x09 { cursor.p += 1 }
    switch cursor.p.pointee {
    case 0x0A, 0x0D, UInt8(ascii: "{"): break
    case UInt8(ascii: ","):
      throw cursor.unexpected(
        "la fine della riga: fra un oggetto e l'altro non vanno virgole, oppure tutto va fra [ ]")
    default:
      if cursor.p < cursor.end || !cursor.isLast { throw cursor.unexpected("la fine della riga") }
    }
  }

  /// Of objects one a line, makes a broken record of the line that opens at `opening` and moves beyond
  /// it; nil if so. Otherwise says why reading stops.
  private func pass(
    over opening: JSONCursor, _ cursor: inout JSONCursor, _ problem: UnreadableFile, _ place: Place,
    _ parser: inout JSONRecordParser
  ) -> JSONStop? {
    let (stopped, stoppedLine) = (cursor.p, cursor.line)
    let found = JSONPlace(
      stopped, from: text.start, isLineStart: text.isFirst, to: cursor.end,
      columns: parser.columns.names)
    let isLine = place == .betweenLines && !spansLines && problem.code != "json-troppe-colonne"
    guard isLine else {
      if firstProblem != nil { return .failed(problem) }
      let isElement = place == .element || place == .firstElement
      return .failed(problem.located(at: found, element: isElement ? records + 1 : nil))
    }
    var end = opening.p
    while end < cursor.end, end.pointee != 0x0A, end.pointee != 0x0D { end += 1 }
    if end == cursor.end, !cursor.isLast { return .needsInput }
    if firstProblem == nil { firstProblem = problem.located(at: found) }
    brokenCount += 1
    if records == 0, brokenCount == JSONReader.brokenAtFirst { return .failed(firstProblem!) }
    // What was read beyond the line is of other records.
    if stopped == opening.p || stoppedLine != opening.line { parser.begin() }
    let isCut = stoppedLine != opening.line || stopped >= end
    let shown = JSONPlace(
      isCut ? end : stopped, from: opening.p, isLineStart: true, to: end,
      columns: parser.columns.names)
    parser.addBroken(
      BrokenRecord(
        problem: "carattere \(shown.column ?? 1): "
          + (isCut ? "la riga finisce a metà dell'oggetto" : problem.message),
        excerpt: shown.excerpt),
      line: opening.line, stoppedAt: stopped)
    cursor.p = end
    cursor.line = opening.line
    return nil
  }

  /// Consumes the punctuation between objects. True when the cursor is at an object.
  private func advance(_ place: inout Place, _ cursor: inout JSONCursor) throws(JSONStop) -> Bool {
    if cursor.p == cursor.end {
      guard cursor.isLast else { throw .needsInput }
      switch place {
      case .beginning, .betweenLines, .finished:
        place = .finished
        if let firstProblem, brokenCount > records { throw .failed(mostly(firstProblem)) }
      default:
        throw .invalid(
          "json-troncato", "l'elenco non si chiude con «]»: ripetere l'esportazione.",
          cursor.line)
      }
      return false
    }
    switch (place, cursor.p.pointee) {
    case (.beginning, UInt8(ascii: "[")):
      place = .firstElement
      cursor.p += 1
      return false
    case (.beginning, UInt8(ascii: "{")):
      place = .betweenLines
      return true
    case (.betweenLines, 0xEF) where cursor.end - cursor.p < 3 && !cursor.isLast:
      throw .needsInput
    case (.betweenLines, 0xEF) where cursor.p[1] == 0xBB && cursor.p[2] == 0xBF:
      // The mark of a file that was put after another.
      cursor.p += 3
      return false
    case (.betweenLines, UInt8(ascii: "{")), (.firstElement, UInt8(ascii: "{")),
      (.element, UInt8(ascii: "{")):
      return true
    case (.afterElement, UInt8(ascii: ",")):
      place = .element
      cursor.p += 1
      return false
    case (.afterElement, UInt8(ascii: "]")), (.firstElement, UInt8(ascii: "]")):
      place = .finished
      cursor.p += 1
      // Only spaces may follow; the next turn finds them, or complains.
      return false
    case (.afterElement, _): throw cursor.unexpected("«,» o «]»")
    case (.finished, _): throw cursor.unexpected("la fine del file, dopo «]»")
    case (.element, UInt8(ascii: "]")):
      throw cursor.unexpected("un altro oggetto: dopo l'ultimo non va la virgola")
    case (_, UInt8(ascii: "/")):
      throw cursor.unexpected("un oggetto { … }: il JSON non ha commenti, toglierli")
    case (.beginning, _):
      throw .invalid(
        "json-non-tabella",
        "un file JSON comincia con [ o con {, e prima non va nulla: esportare i soli dati.",
        cursor.line)
    default:
      throw .invalid(
        "json-non-tabella",
        "serve un oggetto { … } per ogni riga di tabella, non un valore o un elenco (in pandas,"
          + " orient=\"records\").",
        cursor.line)
    }
  }

  private func mostly(_ problem: UnreadableFile) -> UnreadableFile {
    guard records > 0 else { return problem }
    var problem = problem
    problem.message +=
      " Le righe così sono \(brokenCount) su \(brokenCount + records): il file non è"
      + " un oggetto JSON per riga, ripetere l'esportazione."
    return problem
  }
}
