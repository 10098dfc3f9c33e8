/// One delivery's use of its source's `values.csv`: looks words up, and remembers which entries it met.
///
/// A word is looked up once per spelling (decoders remember the answer), so keeping count costs
/// nothing. Not for sharing between threads.
final class ValueLookup {
  private let map: ValueMap
  private var isMet: [Bool]

  init(_ map: ValueMap) {
    self.map = map
    isMet = Array(repeating: false, count: map.entries.count)
  }

  /// Nil for a word the map does not have, or has without a code.
  func code(for word: String, field: String) -> String? {
    guard let place = map.place(of: word, field: field) else { return nil }
    isMet[place] = true
    let code = map.entries[place].code
    return code.isEmpty ? nil : code
  }

  /// Decided entries no cell of the delivery called for.
  var unmet: [ValueMap.Entry] {
    zip(map.entries, isMet).filter { !$1 && !$0.code.isEmpty }.map(\.0)
  }
}
