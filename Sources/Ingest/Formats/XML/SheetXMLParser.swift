import Glibc

/// The XML of spreadsheets, scanned where it stands: several times as fast as a general parser on files
/// that say `<c>` and `<v>` millions of times.
///
/// UTF-8 without a DOCTYPE; other encodings are handed to `XMLPullParser`, and a test holds the two to
/// the same events on sound and spoiled documents.
final class SheetXMLParser {
  typealias State = XMLPullParser.State

  private let handler: XMLHandler
  private let subject: XMLSubject
  /// Reads a document that is not UTF-8.
  private var general: XMLPullParser?
  /// What changes at every token, behind a pointer: checks of exclusive access to the properties of a
  /// class would take longer than the scanning.
  private let hot: UnsafeMutablePointer<SheetXMLBuffer>
  private var isBegun = false
  /// Keys and values of the present element, and where each ends.
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>
  private let ends: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>

  private static let attributeLimit = 1024
  /// Longer texts are given in pieces.
  private static let pieceLimit = 1 << 20

  init(handler: XMLHandler, of subject: XMLSubject) {
    self.handler = handler
    self.subject = subject
    hot = .allocate(capacity: 1)
    hot.initialize(to: SheetXMLBuffer())
    pairs = .allocate(capacity: 2 * SheetXMLParser.attributeLimit + 1)
    ends = .allocate(capacity: 2 * SheetXMLParser.attributeLimit)
  }

  deinit {
    hot.pointee.deallocate()
    hot.deallocate()
    pairs.deallocate()
    ends.deallocate()
  }

  private var buffer: UnsafeMutablePointer<UInt8> { hot.pointee.buffer }
  private var count: Int { hot.pointee.count }
  private var isLast: Bool { hot.pointee.isLast }
  private var place: Int {
    get { hot.pointee.place }
    set { hot.pointee.place = newValue }
  }

  /// Lets `fill` write the next bytes (0 for the end) and goes on.
  func feed(_ size: Int, _ fill: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> State {
    if let general { return try general.feed(size, fill) }
    try hot.pointee.refill(size, fill)
    if !isBegun {
      guard try begin() else { return .needsInput }
      if let general { return try handOver(to: general) }
    }
    return try run()
  }

  /// Goes on after a pause.
  func resume() throws -> State { try general?.resume() ?? run() }

  /// Called by the handler: parsing stops after the present element.
  func pause() {
    hot.pointee.isPaused = true
    general?.pause()
  }

  /// Decides whether the document is UTF-8; false when more of it is needed.
  private func begin() throws -> Bool {
    let head = UnsafeBufferPointer(start: buffer, count: count)
    guard let isUTF8 = XMLProlog.isUTF8(head, isWhole: isLast) else {
      if isLast || count > XMLProlog.limit { throw malformed }
      return false
    }
    if head.starts(with: TextEncoding.utf8.byteOrderMark) { place = 3 }
    isBegun = true
    if !isUTF8 { general = try XMLPullParser(handler: handler, of: subject) }
    return true
  }

  private func handOver(to general: XMLPullParser) throws -> State {
    let state = try general.feed(max(1, count)) { target in
      target.copyMemory(from: UnsafeRawBufferPointer(start: buffer, count: count))
      return count
    }
    return state == .needsInput && isLast && count > 0 ? try general.feed(1) { _ in 0 } : state
  }

  private func run() throws -> State {
    while !hot.pointee.isPaused, place < count {
      let isWhole = buffer[place] == UInt8(ascii: "<") ? try markup() : try text()
      guard isWhole else {
        if isLast { throw malformed }
        guard count - place <= XMLPullParser.tokenLimit else {
          throw subject.failure(
            "contiene un'etichetta di oltre \(XMLPullParser.tokenLimit >> 20) MiB")
        }
        return .needsInput
      }
    }
    if hot.pointee.isPaused {
      hot.pointee.isPaused = false
      return .paused
    }
    guard isLast else { return .needsInput }
    guard hot.pointee.hasRoot, hot.pointee.depth == 0 else { throw malformed }
    return .finished
  }

  /// The piece of markup at `place`; false when its end was not read yet.
  private func markup() throws -> Bool {
    let p = buffer + place
    switch p[1] {
    case UInt8(ascii: "/"): return try endTag(p)
    case UInt8(ascii: "?"): return try skip(from: p + 2, to: "?>")
    case UInt8(ascii: "!"):
      let rest = UnsafeBufferPointer(start: p, count: count - place)
      if rest.starts(with: "<!--".utf8) { return try skip(from: p + 4, to: "-->") }
      if rest.starts(with: "<![CDATA[".utf8) { return try characterData(p + 9) }
      if rest.starts(with: "<!DOCTYPE".utf8) { throw subject.doctype }
      if rest.count >= 9 { throw malformed }
      return false
    case 0: return false
    default: return try startTag(p)
    }
  }

  private func startTag(_ p: UnsafeMutablePointer<UInt8>) throws -> Bool {
    var q = p + 1
    guard q.pointee >= 0x41 || q.pointee == UInt8(ascii: ":") else { throw malformed }
    while SheetXMLParser.isName(q.pointee) { q += 1 }
    let nameEnd = q
    var attributes = 0
    var needsWork = false
    var isEmpty = false
    while true {
      let before = q
      while q.pointee <= 0x20, q.pointee != 0 { q += 1 }
      if q.pointee == UInt8(ascii: ">") { break }
      if q.pointee == UInt8(ascii: "/") {
        if q[1] == 0 { return try incomplete(q + 1) }
        guard q[1] == UInt8(ascii: ">") else { throw malformed }
        isEmpty = true
        q += 1
        break
      }
      if q.pointee == 0 { return try incomplete(q) }
      guard q > before, attributes < SheetXMLParser.attributeLimit else { throw malformed }
      let key = q
      while SheetXMLParser.isName(q.pointee) { q += 1 }
      let keyEnd = q
      while q.pointee <= 0x20, q.pointee != 0 { q += 1 }
      if q.pointee == 0 { return try incomplete(q) }
      guard q.pointee == UInt8(ascii: "="), keyEnd > key else { throw malformed }
      q += 1
      while q.pointee <= 0x20, q.pointee != 0 { q += 1 }
      if q.pointee == 0 { return try incomplete(q) }
      let quote = q.pointee
      guard quote == 0x22 || quote == 0x27 else { throw malformed }
      q += 1
      let value = q
      while q.pointee != quote {
        let byte = q.pointee
        if byte &- 0x20 >= 0x60 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") {
          if byte == 0 { return try incomplete(q) }
          if byte == UInt8(ascii: "<") { throw malformed }
          needsWork = true
        }
        q += 1
      }
      pairs[2 * attributes] = UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self)
      pairs[2 * attributes + 1] = UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self)
      ends[2 * attributes] = keyEnd
      ends[2 * attributes + 1] = q
      attributes += 1
      q += 1
    }
    // The tag is whole: its pieces become C texts where they stand.
    place = q + 1 - buffer
    if hot.pointee.depth == 0, hot.pointee.hasRoot { throw malformed }
    hot.pointee.hasRoot = true
    for i in 0..<(2 * attributes) { ends[i].pointee = 0 }
    if needsWork {
      for i in 0..<attributes {
        let value = UnsafeMutablePointer(
          mutating: UnsafeRawPointer(pairs[2 * i + 1]!).assumingMemoryBound(to: UInt8.self))
        guard
          let length = XMLCharacters.decode(value, ends[2 * i + 1] - value, blanks: true)
        else { throw malformed }
        value[length] = 0
      }
    }
    pairs[2 * attributes] = nil
    guard hot.pointee.depth < XMLPullParser.depthLimit else { throw subject.tooDeep }
    let length = nameEnd - p - 1
    hot.pointee.push(p + 1, length)
    nameEnd.pointee = 0
    let name = XMLName(UnsafeRawPointer(p + 1).assumingMemoryBound(to: CChar.self), length)
    try handler.startElement(name, XMLAttributes(pairs: pairs))
    if isEmpty {
      hot.pointee.pop()
      try handler.endElement(name)
    }
    return true
  }

  private func endTag(_ p: UnsafeMutablePointer<UInt8>) throws -> Bool {
    var q = p + 2
    while q.pointee > 0x20, q.pointee != UInt8(ascii: ">") { q += 1 }
    let nameEnd = q
    while q.pointee <= 0x20, q.pointee != 0 { q += 1 }
    if q.pointee == 0 { return try incomplete(q) }
    let length = nameEnd - p - 2
    guard q.pointee == UInt8(ascii: ">"), hot.pointee.isTop(p + 2, length) else { throw malformed }
    hot.pointee.pop()
    nameEnd.pointee = 0
    place = q + 1 - buffer
    let name = UnsafeRawPointer(p + 2).assumingMemoryBound(to: CChar.self)
    try handler.endElement(XMLName(name, length))
    return true
  }

  private func text() throws -> Bool {
    let p = buffer + place
    var q = p
    var needsWork = false
    while q.pointee != UInt8(ascii: "<") {
      let byte = q.pointee
      if byte &- 0x20 >= 0x60 || byte == UInt8(ascii: "&") {
        if byte == 0 {
          if q < buffer + count { throw malformed }
          break
        }
        if byte != 0x0A { needsWork = true }
      }
      q += 1
    }
    if q == buffer + count, !isLast {
      // The run goes on: a short one is waited for, a long one given up to a safe place.
      guard q - p > SheetXMLParser.pieceLimit else { return false }
      q -= 1
      while q > p, q.pointee & 0xC0 == 0x80 || q.pointee == 0x0D { q -= 1 }
      let entity = (1...32).first { q - $0 >= p && q[-$0] == UInt8(ascii: "&") }
      if let entity { q -= entity }
    }
    place = q - buffer
    try give(p, q - p, needsWork: needsWork)
    return true
  }

  private func characterData(_ p: UnsafeMutablePointer<UInt8>) throws -> Bool {
    guard let end = hot.pointee.find("]]>", from: p) else { return false }
    guard hot.pointee.depth > 0 else { throw malformed }
    place = end + 3 - buffer
    guard XMLCharacters.areText(p, end - p) else { throw malformed }
    let length = XMLCharacters.joinLines(p, end - p)
    if length > 0 { try handler.text(UnsafeBufferPointer(start: p, count: length)) }
    return true
  }

  private func give(
    _ p: UnsafeMutablePointer<UInt8>, _ count: Int, needsWork: Bool
  ) throws {
    guard let length = needsWork ? XMLCharacters.decode(p, count, blanks: false) : count else {
      throw malformed
    }
    let text = UnsafeBufferPointer(start: p, count: length)
    if hot.pointee.depth == 0 {
      guard text.allSatisfy({ $0 <= 0x20 }) else { throw malformed }
    } else if length > 0 {
      try handler.text(text)
    }
  }

  private func skip(from p: UnsafeMutablePointer<UInt8>, to mark: StaticString) throws -> Bool {
    guard let end = hot.pointee.find(mark, from: p) else { return false }
    place = end + mark.utf8CodeUnitCount - buffer
    return true
  }

  /// Bytes of names; others end them, and what may follow is checked where they do.
  @inline(__always)
  private static func isName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
      || byte &- 0x2D <= 0x0D && byte != 0x2F
      || byte == 0x5F
  }

  /// A zero where the token goes on: the end of what was read, or a byte no XML holds.
  private func incomplete(_ q: UnsafeMutablePointer<UInt8>) throws -> Bool {
    if q < buffer + count { throw malformed }
    return false
  }

  private var malformed: UnreadableFile { subject.failure("non è XML valido") }
}
