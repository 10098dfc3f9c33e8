/// Which elements of an XML document repeat: those that may be the rows of a table.
struct XMLOutline {
  /// An element by its path from the root.
  struct Element {
    var path: [String]
    var count: Int
    /// Most of them inside one and the same element.
    var siblings: Int
    /// It has attributes or elements of its own.
    var isRecord: Bool
  }

  private(set) var elements: [Element]

  /// Reads the whole document once. Throws what any XML reader would.
  init(_ source: ByteSource, encoding: TextEncoding? = nil) throws {
    let handler = Handler()
    let parser = try XMLPullParser(handler: handler, of: .document, encoding: encoding)
    let window = try ByteWindow(source, size: 1 << 18)
    while try parser.feed(window.size, window.read) != .finished {}
    elements = handler.elements
  }

  /// The element that is a row, as far as the document alone can tell: of those that repeat inside one
  /// element and hold something, the outermost; where none repeats, the innermost that holds others.
  var guess: Element? {
    let records = elements.filter(\.isRecord)
    return records.filter { $0.siblings > 1 }.min {
      ($0.path.count, -$0.count) < ($1.path.count, -$1.count)
    }
      ?? elements.filter { $0.siblings > 1 }.min {
        ($0.path.count, -$0.count) < ($1.path.count, -$1.count)
      }
      ?? records.max { $0.path.count < $1.path.count } ?? elements.first
  }

  /// The candidates, for a message.
  var advice: String {
    let repeated = elements.filter { $0.isRecord && $0.count > 1 }.sorted { $0.count > $1.count }
    if repeated.isEmpty { return "nessun elemento si ripete" }
    return "si ripetono "
      + repeated.prefix(5).map { "«\($0.path.joined(separator: "/"))» (\($0.count))" }
      .joined(separator: ", ")
  }

  private final class Handler: XMLHandler {
    private struct Node {
      var name: String
      var parent: Int
      var children: [(name: String, node: Int)] = []
      var count = 0
      var siblings = 0
      var isRecord = false
      /// How many so far inside the open parent, and which parent that is.
      var here = 0
      var hereParent = 0
    }

    private var nodes: [Node] = [Node(name: "", parent: -1)]
    private var open: [(node: Int, serial: Int)] = [(0, 0)]
    private var serial = 0
    /// Different elements remembered; a document with more is no table.
    private static let limit = 5000

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) throws {
      serial += 1
      let parent = open[open.count - 1]
      let text = name.withBytes {
        String(decoding: UnsafeBufferPointer(start: $0, count: name.count), as: UTF8.self)
      }
      var node = nodes[parent.node].children.first { $0.name == text }?.node ?? -1
      if node < 0, nodes.count < Handler.limit {
        node = nodes.count
        nodes.append(Node(name: text, parent: parent.node))
        nodes[parent.node].children.append((text, node))
      }
      nodes[parent.node].isRecord = true
      open.append((max(0, node), serial))
      guard node >= 0 else { return }
      nodes[node].count += 1
      if nodes[node].hereParent != parent.serial || nodes[node].count == 1 {
        nodes[node].here = 0
        nodes[node].hereParent = parent.serial
      }
      nodes[node].here += 1
      nodes[node].siblings = max(nodes[node].siblings, nodes[node].here)
      attributes.forEachDatum { _, _ in nodes[node].isRecord = true }
    }

    override func endElement(_ name: XMLName) { open.removeLast() }

    var elements: [Element] {
      nodes.indices.dropFirst().map { index in
        var path: [String] = []
        var current = index
        while current > 0 {
          path.append(nodes[current].name)
          current = nodes[current].parent
        }
        return Element(
          path: path.reversed(), count: nodes[index].count, siblings: nodes[index].siblings,
          isRecord: nodes[index].isRecord)
      }
    }
  }
}
