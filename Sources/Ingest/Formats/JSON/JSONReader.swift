/// Rows of a JSON file: one object a line (NDJSON), or a top-level array of objects.
///
/// A row is an object; its line is the one where the object begins. Columns are the keys in the
/// order they are first met, and grow while reading: earlier rows are simply shorter.
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
  /// Elements or lines read, for messages.
  private var records = 0

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
    var bytes = batch.bytes
    batch.bytes = []
    defer {
      swap(&parser.cells, &batch.cells)
      swap(&parser.rows, &batch.rows)
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
              + " tabella.", line: Int(line))
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
    do throws(JSONStop) {
      while parser.rows.count < RawBatch.capacity, cursor.out - bytes < RawBatch.byteBudget,
        parser.cells.count < RawBatch.cellBudget
      {
        start = cursor
        try cursor.skipSpace()
        guard try advance(&place, &cursor) else {
          if cursor.p == cursor.end, cursor.isLast { break }
          continue
        }
        if try !parser.record(&cursor) { blankRowCount += 1 }
        records += 1
        if place != .betweenLines { place = .afterElement }
      }
      start = cursor
    } catch {
      stop = error
    }
    consumed = start.p - UnsafePointer(text.start)
    line = start.line
    used = start.out - bytes
    self.place = place
    return stop
  }

  /// Consumes the punctuation between objects. True when the cursor is at an object.
  private func advance(_ place: inout Place, _ cursor: inout JSONCursor) throws(JSONStop) -> Bool {
    if cursor.p == cursor.end {
      guard cursor.isLast else { throw .needsInput }
      switch place {
      case .beginning, .betweenLines, .finished: place = .finished
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
    case (.betweenLines, UInt8(ascii: ",")):
      throw cursor.unexpected(
        "un altro oggetto: fra un oggetto e l'altro non vanno virgole, oppure tutto va fra [ ]")
    case (.afterElement, _): throw cursor.unexpected("«,» o «]»")
    case (.finished, _): throw cursor.unexpected("la fine del file, dopo «]»")
    default:
      throw .invalid(
        "json-non-tabella",
        "l'elemento \(records + 1) non è un oggetto { … }: serve un oggetto per riga di tabella.",
        cursor.line)
    }
  }
}
