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

extension ByYear: Sendable where Value: Sendable {}

/// How often each text occurs in each year.
struct CountsOfTexts: Sendable {
  private var texts: [String] = []
  private var counts = ByYear<[Int32]>(empty: [])

  mutating func number(of text: String) -> Int {
    if let known = texts.firstIndex(of: text) { return known }
    texts.append(text)
    return texts.count - 1
  }

  mutating func add(_ year: Int, _ number: Int) { counts.update(year) { $0.count(number) } }

  var byYear: [Int: [String: Double]] {
    Dictionary(
      uniqueKeysWithValues: counts.all.map { year, own in
        (
          year,
          Dictionary(
            uniqueKeysWithValues: zip(texts, own).filter { $1 > 0 }.map { ($0, Double($1)) })
        )
      })
  }
}

extension [Int32] {
  /// One more of a number, in a list as long as the largest met.
  mutating func count(_ number: Int) {
    if number >= count { append(contentsOf: repeatElement(0, count: number + 1 - count)) }
    self[number] += 1
  }
}
