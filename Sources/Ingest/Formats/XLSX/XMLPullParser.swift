import CExpat

/// Receives what an XML document holds, in order. Subclasses override what they care about.
///
/// A class and not a protocol: calls from C reach it without a reference count being touched.
class XMLHandler {
  func startElement(_ name: XMLName, _ attributes: XMLAttributes) throws {}
  func endElement(_ name: XMLName) throws {}
  /// A piece of text; one run may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}

/// The name of an element or attribute without its prefix: producers differ in prefixes, and the
/// transitional and strict formats in namespaces, while the local names are the same.
struct XMLName {
  let start: UnsafePointer<CChar>
  let count: Int

  init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var p = qualified
    while p.pointee != 0 {
      if p.pointee == 0x3A { start = p + 1 }
      p += 1
    }
    self.start = start
    count = p - start
  }

  @inline(__always)
  static func == (name: XMLName, text: StaticString) -> Bool {
    guard name.count == text.utf8CodeUnitCount else { return false }
    let other = text.utf8Start
    for k in 0..<name.count where UInt8(bitPattern: name.start[k]) != other[k] { return false }
    return true
  }
}

/// The attributes of an element. Valid during the call that receives it.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute with this local name, as C text.
  @inline(__always)
  subscript(name: StaticString) -> UnsafePointer<CChar>? {
    guard let pairs else { return nil }
    var i = 0
    while let key = pairs[i] {
      if XMLName(key) == name { return pairs[i + 1] }
      i += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }
}

/// expat, fed by the caller and able to pause: the only file that knows it.
///
/// A DOCTYPE is refused at once, so there are no entities to expand and nothing to fetch.
final class XMLPullParser {
  enum State { case needsInput, paused, finished }

  /// Longest piece of markup accepted: expat holds a whole tag in memory.
  static let tokenLimit = 4 << 20

  private struct Context {
    var handler: Unmanaged<XMLHandler>
    var parser: XML_Parser
    var error: (any Error)?
  }

  private let parser: XML_Parser
  private let context: UnsafeMutablePointer<Context>
  /// Keeps alive what the context points at.
  private let handler: XMLHandler
  private var fed = 0

  init(handler: XMLHandler) throws {
    guard let parser = XML_ParserCreate(nil) else { throw XMLPullParser.malformed }
    self.parser = parser
    self.handler = handler
    context = .allocate(capacity: 1)
    context.initialize(to: Context(handler: .passUnretained(handler), parser: parser))
    XML_SetUserData(parser, context)
    XML_SetElementHandler(
      parser,
      { data, name, pairs in
        XMLPullParser.call(data) { handler in
          try handler.startElement(XMLName(name!), XMLAttributes(pairs: pairs))
        }
      },
      { data, name in
        XMLPullParser.call(data) { handler in try handler.endElement(XMLName(name!)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLPullParser.call(data) { handler in
        try text!.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          try handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLPullParser.call(data) { _ in
        throw UnreadableFile(
          code: "xml-sospetto",
          message: "il foglio contiene una dichiarazione DOCTYPE, che un foglio di calcolo non ha:"
            + " aprirlo e salvarlo di nuovo come .xlsx.")
      }
    }
  }

  deinit {
    XML_ParserFree(parser)
    context.deinitialize(count: 1)
    context.deallocate()
  }

  /// Lets `fill` write the next bytes where expat wants them (0 for the end) and parses them.
  func feed(
    _ size: Int, _ fill: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> State {
    guard let buffer = XML_GetBuffer(parser, Int32(size)) else { throw XMLPullParser.malformed }
    let got = try fill(UnsafeMutableRawBufferPointer(start: buffer, count: size))
    fed += got
    let state = try check(XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0))
    if state == .needsInput, fed - Int(XML_GetCurrentByteIndex(parser)) > XMLPullParser.tokenLimit {
      throw XMLPullParser.malformed
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
    default: throw XMLPullParser.malformed
    }
  }

  @inline(__always)
  private static func call(
    _ data: UnsafeMutableRawPointer?, _ body: (XMLHandler) throws -> Void
  ) {
    let context = data!.assumingMemoryBound(to: Context.self)
    guard context.pointee.error == nil else { return }
    do {
      try context.pointee.handler._withUnsafeGuaranteedRef { try body($0) }
    } catch {
      context.pointee.error = error
      XML_StopParser(context.pointee.parser, 0)
    }
  }

  static let malformed = UnreadableFile(
    code: "xlsx-danneggiato",
    message: "il foglio contiene XML non valido: aprirlo, salvarlo di nuovo e riconsegnarlo.")
}
