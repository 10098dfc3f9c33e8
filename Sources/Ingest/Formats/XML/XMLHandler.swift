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

  @inline(__always)
  static func == (name: XMLName, text: StaticString) -> Bool {
    guard name.count == text.utf8CodeUnitCount else { return false }
    let other = text.utf8Start
    for k in 0..<name.count where UInt8(bitPattern: name.start[k]) != other[k] { return false }
    return true
  }

  /// Lends the name's bytes.
  func withBytes<T>(_ body: (UnsafePointer<UInt8>) throws -> T) rethrows -> T {
    try start.withMemoryRebound(to: UInt8.self, capacity: count, body)
  }
}

extension XMLName {
  @inline(__always)
  init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var p = qualified
    while p.pointee != 0 {
      if p.pointee == 0x3A { start = p + 1 }
      p += 1
    }
    self.init(start: start, count: p - start)
  }

  /// A name whose length is known: one of a single byte has no prefix to look for.
  @inline(__always)
  init(_ qualified: UnsafePointer<CChar>, _ length: Int) {
    self = length == 1 ? XMLName(start: qualified, count: 1) : XMLName(qualified)
  }
}

/// The attributes of an element. Valid during the call that receives it.
struct XMLAttributes {
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute with this local name, as C text.
  @inline(__always)
  subscript(name: StaticString) -> UnsafePointer<CChar>? {
    guard let pairs else { return nil }
    var i = 0
    while let key = pairs[i] {
      // Most names are of one byte, and most are not this one.
      if key[0] != 0, key[1] == 0 {
        if name.utf8CodeUnitCount == 1, UInt8(bitPattern: key[0]) == name.utf8Start[0] {
          return pairs[i + 1]
        }
      } else if XMLName(key) == name {
        return pairs[i + 1]
      }
      i += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  /// Every attribute that is data: namespaces and schema hints are not.
  func forEachDatum(_ body: (XMLName, UnsafePointer<CChar>) throws -> Void) rethrows {
    guard let pairs else { return }
    var i = 0
    while let key = pairs[i], let value = pairs[i + 1] {
      i += 2
      let qualified = String(cString: key)
      if qualified.hasPrefix("xmlns") || qualified.hasPrefix("xsi:") { continue }
      try body(XMLName(key), value)
    }
  }
}

/// What a parser is reading, for its messages.
struct XMLSubject {
  var name: String
  /// Stable code of the errors about it.
  var code: String
  /// What to do about it.
  var advice: String

  /// A part of an .xlsx file.
  static func workbookPart(_ name: String) -> XMLSubject {
    XMLSubject(
      name: "la parte «\(name)» del foglio", code: "xlsx-danneggiato",
      advice: "aprire il file, salvarlo di nuovo come .xlsx e riconsegnarlo.")
  }

  /// A part of an .ods file.
  static func openDocumentPart(_ name: String) -> XMLSubject {
    XMLSubject(
      name: "la parte «\(name)» del foglio", code: "ods-danneggiato",
      advice: "aprire il file, salvarlo di nuovo e riconsegnarlo.")
  }

  /// A delivered XML file.
  static let document = XMLSubject(
    name: "il file", code: "xml-non-valido", advice: "ripetere l'esportazione.")

  func failure(_ what: String, because reason: String? = nil, line: Int? = nil) -> UnreadableFile {
    // The lines of a part, and what is on them, mean nothing to whoever opens the workbook.
    let isText = code == XMLSubject.document.code
    let why = isText ? reason.map { " (\($0))" } ?? "" : ""
    return UnreadableFile(
      code: code, message: "\(name) \(what)\(why): \(advice)", line: isText ? line : nil)
  }

  var tooDeep: UnreadableFile {
    UnreadableFile(
      code: "xml-troppo-profondo",
      message: "\(name) ha elementi annidati oltre \(XMLPullParser.depthLimit) livelli: non è una"
        + " tabella; \(advice)")
  }

  var doctype: UnreadableFile {
    UnreadableFile(
      code: "xml-sospetto",
      message: "\(name) contiene una dichiarazione DOCTYPE, con cui si possono nascondere entità:"
        + " non si legge; esportarlo senza.")
  }
}
