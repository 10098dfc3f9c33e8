import CExpat

/// expat, fed by the caller and able to pause: the only file that knows it.
///
/// A DOCTYPE is refused at once, so there are no entities to expand and nothing to fetch.
final class XMLPullParser {
  enum State { case needsInput, paused, finished }

  /// Longest piece of markup accepted: expat holds a whole tag in memory.
  static let tokenLimit = 4 << 20
  /// Elements inside one another.
  static let depthLimit = 256

  private struct Context {
    var handler: Unmanaged<XMLHandler>
    var parser: XML_Parser
    var subject: XMLSubject
    var error: (any Error)?
    var depth = 0
  }

  private let parser: XML_Parser
  private let context: UnsafeMutablePointer<Context>
  /// Keeps alive what the context points at.
  private let handler: XMLHandler
  private let subject: XMLSubject
  private var fed = 0

  /// - Parameter encoding: used instead of the one the document declares.
  init(handler: XMLHandler, of subject: XMLSubject, encoding: TextEncoding? = nil) throws {
    guard let parser = XML_ParserCreate(encoding?.rawValue) else {
      throw subject.failure("non si può leggere")
    }
    self.parser = parser
    self.handler = handler
    self.subject = subject
    context = .allocate(capacity: 1)
    context.initialize(
      to: Context(handler: .passUnretained(handler), parser: parser, subject: subject))
    XML_SetUserData(parser, context)
    XML_SetElementHandler(
      parser,
      { data, name, pairs in
        let context = data!.assumingMemoryBound(to: Context.self)
        context.pointee.depth += 1
        XMLPullParser.call(context) { handler in
          guard context.pointee.depth <= XMLPullParser.depthLimit else {
            throw context.pointee.subject.tooDeep
          }
          try handler.startElement(XMLName(name!), XMLAttributes(pairs: pairs))
        }
      },
      { data, name in
        let context = data!.assumingMemoryBound(to: Context.self)
        context.pointee.depth -= 1
        XMLPullParser.call(context) { handler in try handler.endElement(XMLName(name!)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLPullParser.call(data!.assumingMemoryBound(to: Context.self)) { handler in
        try text!.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          try handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      let context = data!.assumingMemoryBound(to: Context.self)
      XMLPullParser.call(context) { _ in throw context.pointee.subject.doctype }
    }
    XML_SetUnknownEncodingHandler(
      parser, { _, name, info in XMLPullParser.describe(String(cString: name!), info!) }, nil)
  }

  deinit {
    XML_ParserFree(parser)
    context.deinitialize(count: 1)
    context.deallocate()
  }

  /// Line where the parser is, 1-based.
  var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// Lets `fill` write the next bytes where expat wants them (0 for the end) and parses them.
  func feed(
    _ size: Int, _ fill: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> State {
    guard let buffer = XML_GetBuffer(parser, Int32(size)) else {
      throw subject.failure("è troppo grande per la memoria")
    }
    let got = try fill(UnsafeMutableRawBufferPointer(start: buffer, count: size))
    fed += got
    let state = try check(XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0))
    if state == .needsInput, fed - Int(XML_GetCurrentByteIndex(parser)) > XMLPullParser.tokenLimit {
      throw subject.failure("contiene un'etichetta di oltre \(XMLPullParser.tokenLimit >> 20) MiB")
    }
    return state
  }

  /// Parses a whole document held in memory.
  func parse(_ bytes: [UInt8]) throws {
    var place = 0
    while try feed(
      1 << 16,
      { target in
        let count = min(target.count, bytes.count - place)
        target.copyBytes(from: bytes[place..<(place + count)])
        place += count
        return count
      }) != .finished
    {}
  }

  /// Goes on after a pause.
  func resume() throws -> State { try check(XML_ResumeParser(parser)) }

  /// Called by the handler: parsing stops after the present element.
  func pause() { XML_StopParser(parser, 1) }

  private func check(_ status: XML_Status) throws -> State {
    if let error = context.pointee.error { throw error }
    switch status {
    case XML_STATUS_SUSPENDED: return .paused
    case XML_STATUS_OK:
      var now = XML_ParsingStatus()
      XML_GetParsingStatus(parser, &now)
      return now.parsing == XML_FINISHED ? .finished : .needsInput
    default: throw subject.failure("non è XML valido", because: reason, line: line)
    }
  }

  /// What expat met, of the mistakes programs and people make.
  private var reason: String? {
    let column = Int(XML_GetCurrentColumnNumber(parser)) + 1
    switch XML_GetErrorCode(parser) {
    case XML_ERROR_INVALID_TOKEN:
      return "al carattere \(column) c'è un segno che lì non può stare, forse una «&» o una «<» del"
        + " testo, che si scrivono «&amp;» e «&lt;»"
    case XML_ERROR_UNDEFINED_ENTITY:
      return "al carattere \(column) c'è un'entità che XML non conosce, come «&igrave;»: ci va la"
        + " lettera"
    case XML_ERROR_TAG_MISMATCH:
      return "al carattere \(column) si chiude un elemento diverso da quello aperto"
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR:
      return "il file finisce a metà"
    case XML_ERROR_MISPLACED_XML_PI:
      return "«<?xml … ?>» non è all'inizio del file: togliere ciò che la precede"
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return "c'è altro dopo la fine del documento"
    case XML_ERROR_DUPLICATE_ATTRIBUTE: return "al carattere \(column) un attributo c'è due volte"
    case XML_ERROR_UNKNOWN_ENCODING: return "la codifica che dichiara non è fra quelle note"
    default: return nil
    }
  }

  @inline(__always)
  private static func call(
    _ context: UnsafeMutablePointer<Context>, _ body: (XMLHandler) throws -> Void
  ) {
    guard context.pointee.error == nil else { return }
    do {
      try context.pointee.handler._withUnsafeGuaranteedRef { try body($0) }
    } catch {
      context.pointee.error = error
      XML_StopParser(context.pointee.parser, 0)
    }
  }

  /// Tells expat what the bytes of a single-byte encoding mean; 0 when it is not one Tavolo knows.
  private static func describe(_ name: String, _ info: UnsafeMutablePointer<XML_Encoding>) -> Int32
  {
    guard let page = TextEncoding(label: name).flatMap({ CodePage($0) }) else { return 0 }
    withUnsafeMutableBytes(of: &info.pointee.map) { bytes in
      let map = bytes.bindMemory(to: Int32.self)
      for byte in 0..<256 {
        map[byte] = byte < 0x80 ? Int32(byte) : Int32(page.scalars[byte - 0x80])
      }
    }
    info.pointee.data = nil
    info.pointee.convert = nil
    info.pointee.release = nil
    return 1
  }
}
