/// The texts the cells of a workbook share, in one piece of memory.
struct SharedStrings {
  private var arena: [UInt8] = []
  /// Where each text begins, and the end of the last.
  private var starts: [UInt32] = [0]

  /// Bytes of text, and texts, held in memory at most.
  static let byteLimit = 200 << 20
  static let countLimit = 16 << 20

  var count: Int { starts.count - 1 }

  /// Appends the text at `index` to `target`; false when there is none.
  func append(_ index: Int, to target: inout [UInt8]) -> Bool {
    guard index >= 0, index < count else { return false }
    let range = Int(starts[index])..<Int(starts[index + 1])
    arena.withUnsafeBufferPointer {
      target.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
    return true
  }

  /// Reads `xl/sharedStrings.xml`. The runs of a rich text are joined, phonetic guides left out.
  static func read(_ entry: ZipEntry) throws -> SharedStrings {
    let handler = Handler()
    let parser = SheetXMLParser(handler: handler, of: .workbookPart(entry.name))
    while try parser.feed(1 << 16, entry.read) != .finished {}
    return handler.strings
  }

  private final class Handler: XMLHandler {
    var strings = SharedStrings()
    private var isText = false
    private var phonetic = 0

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "t" {
        isText = phonetic == 0
      } else if name == "rPh" {
        phonetic += 1
      }
    }

    override func endElement(_ name: XMLName) throws {
      if name == "t" {
        isText = false
      } else if name == "rPh" {
        phonetic -= 1
      } else if name == "si" {
        EscapedText.decode(&strings.arena, from: Int(strings.starts[strings.count]))
        try checkSize()
        strings.starts.append(UInt32(strings.arena.count))
      }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
      guard isText else { return }
      strings.arena.append(contentsOf: bytes)
      try checkSize()
    }

    private func checkSize() throws {
      guard strings.arena.count <= SharedStrings.byteLimit,
        strings.count < SharedStrings.countLimit
      else {
        throw ZipLimits.refusal(
          "i testi condivisi del foglio superano \(ZipLimits.size(SharedStrings.byteLimit)) o"
            + " \(SharedStrings.countLimit) voci")
      }
    }
  }
}
