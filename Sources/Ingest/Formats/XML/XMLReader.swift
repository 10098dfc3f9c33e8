/// Rows of an XML document: one for each element at a path, from the root
/// (`Flusso/Ente/Beneficiario/PrestazioniSociali`). Prefixes are left out of the path.
///
/// A row's line is the one where its element begins, or the number after the row before. See `XMLRecordParser` for its columns.
public final class XMLReader: TableReader {
  public var columnNames: [String] { handler.columns.names }
  public var blankRowCount: Int { handler.blankRows }
  /// The path read.
  public let path: [String]

  private let source: ByteSource
  private let encoding: TextEncoding?
  private let window: ByteWindow
  private let handler: XMLRecordParser
  private let parser: XMLPullParser
  private var progress = XMLPullParser.State.needsInput

  /// - Parameter encoding: used instead of the one the document declares.
  public init(
    _ source: ByteSource, path: [String], encoding: TextEncoding? = nil, windowSize: Int = 1 << 18
  ) throws {
    precondition(!path.isEmpty)
    self.path = path
    self.source = source
    self.encoding = encoding
    window = try ByteWindow(source, size: windowSize)
    handler = XMLRecordParser(path: path)
    parser = try XMLPullParser(handler: handler, of: .document, encoding: encoding)
    handler.parser = parser
  }

  public func next(into batch: RawBatch) throws -> Bool {
    batch.removeAll()
    swap(&handler.bytes, &batch.bytes)
    swap(&handler.cells, &batch.cells)
    swap(&handler.rows, &batch.rows)
    defer {
      swap(&handler.bytes, &batch.bytes)
      swap(&handler.cells, &batch.cells)
      swap(&handler.rows, &batch.rows)
    }
    // The parser pauses at the end of a row that fills the batch, never inside one.
    if progress == .paused { progress = try parser.resume() }
    while progress == .needsInput { progress = try parser.feed(window.size, window.read) }
    if progress == .finished, handler.recordCount == 0 {
      let outline = try XMLOutline(source, encoding: encoding)
      throw UnreadableFile(
        code: "percorso-non-trovato",
        message: "nel file non c'è nessun elemento «\(path.joined(separator: "/"))»: correggere"
          + " «percorso» in source.json; \(outline.advice).")
    }
    return !handler.rows.isEmpty
  }
}
