/// Something of each of a few years, found where it was found last: facts come nearly in order of time.
struct ByYear<Value> {
  private let empty: Value
  private(set) var all: [(year: Int, value: Value)] = []
  private var last = 0

  init(empty: Value) { self.empty = empty }

  subscript(year: Int) -> Value? { all.first { $0.year == year }?.value }

  mutating func update(_ year: Int, _ body: (inout Value) -> Void) {
    if last >= all.count || all[last].year != year {
      last = all.firstIndex { $0.year == year } ?? all.count
      if last == all.count { all.append((year, empty)) }
    }
    body(&all[last].value)
  }
}

extension ByYear {
  mutating func updateAll(_ body: (inout Value) -> Void) {
    for i in all.indices { body(&all[i].value) }
  }
}

extension ByYear: Sendable where Value: Sendable {}

extension [Int32] {
  /// One more of a number, in a list as long as the largest met.
  mutating func count(_ number: Int) {
    if number >= count { append(contentsOf: repeatElement(0, count: number + 1 - count)) }
    self[number] += 1
  }
}
