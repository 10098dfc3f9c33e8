import Foundation

/// The order in which a reader looks for a name: word by word, capitals and accents aside, a number by
/// its value, `n. 2` before `n. 14`. The same on every machine: no locale is asked.
public struct NameOrder: Comparable, Sendable {
  private let key: [UInt8]
  /// Tells apart what reads the same.
  private let name: String

  public init(_ name: String) {
    self.name = name
    var key: [UInt8] = []
    var digits: [UInt8] = []
    var isApart = false
    func closeNumber() {
      if digits.isEmpty { return }
      // How long a number is comes first: the shorter is the smaller. Under every letter.
      let value = digits.drop { $0 == 0x30 }
      key += [0x30, UInt8(min(value.count, 255))] + value
      digits = []
    }
    for byte in NameOrder.plain(name) {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...:
        let isDigit = byte < 0x3A
        if !isDigit || isApart { closeNumber() }
        if isApart && !key.isEmpty { key.append(0x20) }
        isApart = false
        if isDigit { digits.append(byte) } else { key.append(byte) }
      default:
        isApart = true
      }
    }
    closeNumber()
    self.key = key
  }

  /// Small letters without their accents.
  private static func plain(_ name: String) -> [UInt8] {
    let bytes = Array(name.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    }
    let scalars = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.canonicalCombiningClass == .notReordered
    }
    return scalars.flatMap { scalar in
      scalar.isASCII || scalar.properties.isAlphabetic
        ? Array(scalar.properties.lowercaseMapping.utf8) : [0x20]
    }
  }

  public static func < (a: NameOrder, b: NameOrder) -> Bool {
    if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
    return a.name < b.name
  }
}

extension Sequence {
  /// In the order of their names; those of one name stay as they were.
  public func inOrder(of name: (Element) -> String) -> [Element] {
    enumerated().map { (place: $0.offset, order: NameOrder(name($0.element)), element: $0.element) }
      .sorted { ($0.order, $0.place) < ($1.order, $1.place) }.map(\.element)
  }
}

extension Sequence<String> {
  public func inOrder() -> [String] { inOrder { $0 } }
}
