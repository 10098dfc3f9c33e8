/// Something of each person, of all of them or of a sample that depends on their tokens alone.
struct SampledPersons<Value: Sendable>: Sendable {
  static var limit: Int { 200_000 }
  private let empty: Value
  private var table = KeyTable<Value>()
  /// One person in this many is kept.
  private(set) var oneIn: UInt64 = 1

  init(empty: Value) { self.empty = empty }

  var values: some Collection<KeyTable<Value>.Entry> { table.entries }

  subscript(person: UInt64) -> Value? {
    person & (oneIn - 1) == 0 ? table[person] : nil
  }

  mutating func update(_ person: UInt64, _ body: (inout Value) -> Void) {
    guard person & (oneIn - 1) == 0 else { return }
    table.update(person, from: empty, body)
    while table.count > Self.limit {
      oneIn *= 2
      let among = oneIn - 1
      table = table.filter { $0 & among == 0 }
    }
  }

  /// How many persons there are, of whom some may stand for others.
  var count: Double { Double(table.count) * Double(oneIn) }
}

/// How many different persons there are, of all or of a sample as of `SampledPersons`. Tokens are put aside
/// and sorted by the ten thousand: a table of so many persons would be looked up far from the core.
struct CountedPersons: Sendable {
  static var limit: Int { SampledPersons<Void>.limit }
  private static let most = 1 << 16
  /// In order, each once.
  private var known: [UInt64] = []
  private var met: [UInt64] = []
  private var oneIn: UInt64 = 1

  mutating func insert(_ person: UInt64) {
    guard person & (oneIn - 1) == 0 else { return }
    met.append(person)
    if met.count == Self.most { settle() }
  }

  /// Counts whoever was put aside.
  mutating func settle() {
    if met.isEmpty { return }
    RadixSort.sort(&met)
    var all: [UInt64] = []
    all.reserveCapacity(known.count + met.count)
    var i = 0
    for person in met where all.last != person {
      while i < known.count, known[i] < person {
        all.append(known[i])
        i += 1
      }
      if i < known.count, known[i] == person { i += 1 }
      all.append(person)
    }
    all += known[i...]
    met.removeAll(keepingCapacity: true)
    while all.count > Self.limit {
      oneIn *= 2
      let among = oneIn - 1
      all.removeAll { $0 & among != 0 }
    }
    known = all
  }

  /// How many there are once settled, of whom some may stand for others.
  var count: Double { Double(known.count) * Double(oneIn) }
}
