import Testing

@testable import Indicators

@Suite struct KeyTableTests {
  /// Against the library's dictionary: few keys and many, near one another, far apart, and nought.
  @Test(arguments: [3, 8, 9, 100, 5000])
  func holdsWhatADictionaryHolds(_ different: Int) {
    var random = SeededGenerator(seed: UInt64(different))
    let keys = (0..<different).map { (i: Int) -> UInt64 in
      if i % 2 == 1 { return UInt64.random(in: 0 ... .max, using: &random) }
      return i % 3 == 0 ? UInt64(i) : UInt64(i) << 40
    }
    var table = KeyTable<Int>()
    var dictionary: [UInt64: Int] = [:]
    var order: [UInt64] = []
    for _ in 0..<different * 4 {
      let key = keys.randomElement(using: &random)!
      let more = Int.random(in: 1...9, using: &random)
      table.add(more, to: key)
      if dictionary[key] == nil { order.append(key) }
      dictionary[key, default: 0] += more
    }
    #expect(table.entries.map(\.key) == order)
    for key in keys { #expect(table[key] == dictionary[key]) }
    #expect(table[12345] == dictionary[12345])

    let half = table.filter { $0 & 2 == 0 }
    #expect(half.count == dictionary.keys.count { $0 & 2 == 0 })
    for (key, value) in half.entries { #expect(dictionary[key] == value) }
    var both = half
    both.add(table)
    for (key, value) in both.entries {
      #expect(value == dictionary[key]! * (key & 2 == 0 ? 2 : 1))
    }
  }

  /// Against the library's set: few, as many as are put aside twice over, and more than are ever kept.
  @Test(arguments: [0, 1, 700, 150_000, 450_000])
  func personsAreCountedOnceEach(_ different: Int) {
    var random = SeededGenerator(seed: UInt64(different))
    var counted = CountedPersons()
    var all: Set<UInt64> = []
    for _ in 0..<different {
      let person = UInt64.random(in: 0 ... .max, using: &random)
      all.insert(person)
      for _ in 0...Int(person % 3) { counted.insert(person) }
    }
    for person in all.prefix(1000) { counted.insert(person) }
    counted.settle()
    var oneIn: UInt64 = 1
    while all.count > CountedPersons.limit {
      oneIn *= 2
      all = all.filter { $0 & (oneIn - 1) == 0 }
    }
    #expect(counted.count == Double(all.count) * Double(oneIn))
  }

  @Test func yearsAreKeptApartInAnyOrder() {
    var years = ByYear<Int>(empty: 100)
    for year in [2025, 2025, 2024, 2026, 2024, 2025] { years.update(year) { $0 += 1 } }
    #expect(years[2024] == 102 && years[2025] == 103 && years[2026] == 101)
    #expect(years[2023] == nil && years.all.map(\.year) == [2025, 2024, 2026])
  }
}
