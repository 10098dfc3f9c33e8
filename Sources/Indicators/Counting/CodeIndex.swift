import Warehouse

/// The place of each code of a list: what a dictionary does, without its hashing, which facts ask for
/// four times each.
struct CodeIndex: Sendable {
  private let codes: [PackedCode]
  private let places: [Int32]
  private let shift: UInt64
  private let otherwise: Int

  /// - Parameter otherwise: the place of a code that is not of the list.
  init(_ list: [(PackedCode, Int)], otherwise: Int) {
    self.otherwise = otherwise
    var bits = 3
    while 1 << bits < list.count * 4 { bits += 1 }
    shift = UInt64(64 - bits)
    var codes = [PackedCode](repeating: .none, count: 1 << bits)
    var places = [Int32](repeating: -1, count: 1 << bits)
    for (code, place) in list {
      var slot = CodeIndex.slot(code, shift)
      while places[slot] >= 0 { slot = (slot + 1) & (codes.count - 1) }
      codes[slot] = code
      places[slot] = Int32(place)
    }
    self.codes = codes
    self.places = places
  }

  private static func slot(_ code: PackedCode, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (code.raw &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  subscript(code: PackedCode) -> Int {
    var slot = CodeIndex.slot(code, shift)
    while places[slot] >= 0 {
      if codes[slot] == code { return Int(places[slot]) }
      slot = (slot + 1) & (codes.count - 1)
    }
    return otherwise
  }
}
