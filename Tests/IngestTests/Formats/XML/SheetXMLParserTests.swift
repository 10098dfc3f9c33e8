import TestSupport
import Testing

@testable import Ingest

/// What a parser said of a document: every event, and how it ended.
private final class EventLog: XMLHandler {
  var events: [String] = []
  private var isText = false

  override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    var event = "<" + String(cString: name.start)
    var i = 0
    while let key = attributes.pairs?[i], let value = attributes.pairs?[i + 1] {
      event += " \(String(cString: key))=\(String(cString: value))"
      i += 2
    }
    events.append(event)
    isText = false
  }

  override func endElement(_ name: XMLName) {
    events.append(">" + String(cString: name.start))
    isText = false
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if isText { events[events.count - 1] += text } else { events.append("\"" + text) }
    isText = true
  }
}

/// Two parsers of the same documents: the fast one for spreadsheets and expat.
@Suite struct SheetXMLParserTests {
  private typealias Feed = (Int, (UnsafeMutableRawBufferPointer) throws -> Int) throws ->
    XMLPullParser.State

  private func events(
    _ bytes: [UInt8], window: Int, isFast: Bool
  ) throws -> (events: [String], code: String?) {
    let log = EventLog()
    var feed: Feed
    if isFast {
      feed = SheetXMLParser(handler: log, of: .document).feed
    } else {
      feed = try XMLPullParser(handler: log, of: .document).feed
    }
    var place = 0
    do {
      while try feed(
        window,
        { target in
          let count = min(target.count, bytes.count - place)
          target.copyBytes(from: bytes[place..<(place + count)])
          place += count
          return count
        }) != .finished
      {}
      return (log.events, nil)
    } catch let error as UnreadableFile {
      return (log.events, error.code)
    }
  }

  static let documents = [
    "<a/>", "<a></a>", "<a b='1' c=\"&quot;&#xE8;&amp;\n\tx>\">t&lt;&#65;</a>",
    "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<x:a xmlns:x='u'>\r\nà\r<b/> <!-- <c> --></x:a>\n",
    "<a><![CDATA[<è>&amp;\r\n]]>b]]&gt;<?pi x?></a>", "<a>\u{1F600}</a><!-- fine -->",
    "<?xml version='1.0' encoding='ISO-8859-1'?><a>x</a>",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"/></row>"
      + "</sheetData></worksheet>",
  ].map { Array($0.utf8) }

  @Test(arguments: [1, 2, 3, 7, 64, 4096])
  func sameEventsOnSoundDocuments(window: Int) throws {
    for document in Self.documents {
      let fast = try events(document, window: window, isFast: true)
      let general = try events(document, window: 4096, isFast: false)
      #expect(fast.code == nil && general.code == nil)
      #expect(fast.events == general.events)
    }
  }

  /// What both accept is the same to both; what expat accepts the fast one does. It may let pass a
  /// character that no name should hold.
  @Test func sameEventsOnSpoiledDocuments() throws {
    var random = SplitMix(seed: 20_261_125)
    let pieces = [
      "&amp;", "&x;", "&#0;", "<!-- a -->", "<b c='d'>", "</b>", "<", ">", "'", "è", "\r\n",
    ]
    .map { Array($0.utf8) }
    var (both, refused) = (0, 0)
    for _ in 0..<4000 {
      var bytes = Self.documents.randomElement(using: &random)!
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1 where bytes.count > 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: place)
        }
      }
      let window = [1, 5, 64].randomElement(using: &random)!
      let fast = try events(bytes, window: window, isFast: true)
      let general = try events(bytes, window: 4096, isFast: false)
      if general.code == nil {
        both += 1
        #expect(fast.code == nil, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(fast.events == general.events)
      } else if fast.code != nil {
        refused += 1
        #expect(fast.code == general.code)
      }
    }
    #expect(both > 250 && refused > 3000)
  }
}
