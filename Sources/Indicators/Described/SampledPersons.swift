/// Something of each person, of all of them or of a sample that depends on their tokens alone.
struct SampledPersons<Value: Sendable>: Sendable {
  static var limit: Int { 200_000 }
  private let empty: Value
  private var table = KeyTable<Value>()
  /// One person in this many is kept.
  private(set) var oneIn: UInt64 = 1

  init(empty: Value) { self.empty = empty }

  var values: some Collection<KeyTable<Value>.Entry> { table.entries }

  subscript(person: UInt64) -> Value? { table[person] }

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
