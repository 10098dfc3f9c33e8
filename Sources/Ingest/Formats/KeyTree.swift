/// The columns met so far in a stream of JSON objects or XML elements, as a tree of keys.
///
/// Records of one export list their keys in the same order, so a lookup first tries the key that
/// followed last time: one comparison instead of a hash.
struct KeyTree {
  /// More than this is not a table: data were used as keys.
  static let limit = 2000

  private struct Node {
    var keyStart: Int32
    var keyLength: Int32
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    /// -1 until the key holds a value that is not an object.
    var column: Int32 = -1
    /// Serial of the last record that used the key, and how many times it did.
    var seen = 0
    var times = 0
  }

  static let root: Int32 = 0
  private(set) var names: [String] = []
  private var nodes = [Node(keyStart: 0, keyLength: 0, parent: -1)]
  private var keys: [UInt8] = []
  private var columnsByName: [String: Int32] = [:]

  func firstChild(of node: Int32) -> Int32 { nodes[Int(node)].firstChild }
  func parent(of node: Int32) -> Int32 { nodes[Int(node)].parent }

  /// The last key of a path.
  func key(of node: Int32) -> String {
    let it = nodes[Int(node)]
    return String(
      decoding: keys[Int(it.keyStart)..<Int(it.keyStart + it.keyLength)], as: UTF8.self)
  }

  /// The child of `parent` with this key, made if new; -1 when there are too many. `hint` is the
  /// child to try first and becomes the one after the answer.
  mutating func child(
    of parent: Int32, key: UnsafePointer<UInt8>, _ length: Int, hint: inout Int32
  ) -> Int32 {
    if hint >= 0, matches(hint, key, length) {
      let found = hint
      hint = nodes[Int(found)].next
      return found
    }
    var candidate = nodes[Int(parent)].firstChild
    while candidate >= 0 {
      if matches(candidate, key, length) {
        hint = nodes[Int(candidate)].next
        return candidate
      }
      candidate = nodes[Int(candidate)].next
    }
    guard nodes.count <= KeyTree.limit else { return -1 }
    let new = Int32(nodes.count)
    nodes.append(Node(keyStart: Int32(keys.count), keyLength: Int32(length), parent: parent))
    keys.append(contentsOf: UnsafeBufferPointer(start: key, count: length))
    let last = nodes[Int(parent)].lastChild
    if last >= 0 { nodes[Int(last)].next = new } else { nodes[Int(parent)].firstChild = new }
    nodes[Int(parent)].lastChild = new
    hint = -1
    return new
  }

  /// The same for a key that is not in the file.
  mutating func child(of parent: Int32, named key: String) -> Int32 {
    var hint: Int32 = -1
    let bytes = Array(key.utf8) + [0]
    return bytes.withUnsafeBufferPointer {
      child(of: parent, key: $0.baseAddress!, $0.count - 1, hint: &hint)
    }
  }

  /// Notes that the record uses the key; false when it already did.
  mutating func use(_ node: Int32, record: Int) -> Bool {
    if nodes[Int(node)].seen == record { return false }
    nodes[Int(node)].seen = record
    return true
  }

  /// Counts one more use of the key in the record: 1 the first time.
  mutating func occurrence(of node: Int32, record: Int) -> Int {
    let isNew = use(node, record: record)
    nodes[Int(node)].times = isNew ? 1 : nodes[Int(node)].times + 1
    return nodes[Int(node)].times
  }

  /// The column where the key's values go; a new one the first time it has a value. Two keys that
  /// read the same share it, unless they are said to be `distinct`: then the second is numbered.
  mutating func column(of node: Int32, distinct: Bool = false) -> Int {
    let known = nodes[Int(node)].column
    if known >= 0 { return Int(known) }
    var name = self.name(of: node)
    if distinct, columnsByName[name] != nil {
      let number = (2...).first { columnsByName["\(name) (\($0))"] == nil }!
      name += " (\(number))"
    }
    let column = columnsByName[name] ?? Int32(names.count)
    if column == names.count {
      names.append(name)
      columnsByName[name] = column
    }
    nodes[Int(node)].column = column
    return Int(column)
  }

  /// The keys from the root, joined with a dot; those without letters are not named.
  func name(of node: Int32) -> String {
    var path: [String] = []
    var current = node
    while current > 0 {
      if nodes[Int(current)].keyLength > 0 { path.append(key(of: current)) }
      current = nodes[Int(current)].parent
    }
    return path.reversed().joined(separator: ".")
  }

  @inline(__always)
  private func matches(_ node: Int32, _ key: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let it = nodes[Int(node)]
    guard Int(it.keyLength) == length else { return false }
    let start = Int(it.keyStart)
    return keys.withUnsafeBufferPointer { keys in
      var i = 0
      while i < length {
        if keys[start &+ i] != key[i] { return false }
        i &+= 1
      }
      return true
    }
  }
}
