import Testing

@testable import Ingest

@Suite struct LabelCacheTests {
  private func value<T>(_ cache: LabelCache<T>, _ text: String, _ resolve: (String) -> T) -> T {
    var copy = text
    return copy.withUTF8 { bytes in
      cache.value(for: bytes) { resolve(String(decoding: $0, as: UTF8.self)) }
    }
  }

  @Test func eachSpellingIsWorkedOutOnce() {
    let cache = LabelCache<String>(capacity: 64)
    var asked: [String] = []
    let spellings = ["", "a", "ab", "abc", "abcd", "abcdefgh", "abcdefghi", "PLATI'", "Platì"]
    for _ in 0..<3 {
      for spelling in spellings {
        let meaning = value(cache, spelling) {
          asked.append($0)
          return "<\($0)>"
        }
        #expect(meaning == "<\(spelling)>")
      }
    }
    #expect(asked == spellings)
    #expect(cache.count == spellings.count)
  }

  @Test func indicesAreSmallAndLasting() {
    let cache = LabelCache<Int>(capacity: 8)
    for round in 0..<2 {
      for (expected, text) in ["uno", "due", "tre"].enumerated() {
        var copy = text
        let index = copy.withUTF8 { bytes in cache.index(for: bytes) { $0.count + round } }
        #expect(index == expected)
      }
    }
    #expect(cache[2] == 3)
  }

  @Test func whenFullItStillAnswersAndDoesNotGrow() {
    let cache = LabelCache<Int>(capacity: 10)
    for round in 0..<2 {
      for i in 0..<1000 { #expect(value(cache, "voce \(i)") { _ in i } == i, "round \(round)") }
    }
    #expect(cache.count == 10)
    var long = String(repeating: "x", count: 4000)
    #expect(long.withUTF8 { bytes in cache.index(for: bytes) { _ in 1 } } == nil)
  }

  /// Cells of one length that differ in a single byte, wherever it is.
  @Test func everyByteCounts() {
    for length in 1...40 {
      let cell = [UInt8](repeating: 0x61, count: length)
      for place in 0..<length {
        var other = cell
        for byte: UInt8 in [0x60, 0x62] {
          other[place] = byte
          other.withUnsafeBufferPointer { other in
            cell.withUnsafeBufferPointer {
              #expect(!LabelHash.areEqual($0.baseAddress!, other))
              #expect(LabelHash.of($0) != LabelHash.of(other))
            }
          }
        }
      }
    }
  }

  @Test func randomBytesAgreeWithADictionary() {
    var generator = SplitMix(seed: 3)
    let cache = LabelCache<Int>(capacity: 3000)
    var known: [[UInt8]: Int] = [:]
    for i in 0..<20_000 {
      let count = Int(generator.next() % 12)
      let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() % 3 + 97) }
      let expected = known[bytes] ?? i
      let found = bytes.withUnsafeBufferPointer { cell in cache.value(for: cell) { _ in i } }
      if cache.count < cache.capacity {
        known[bytes] = expected
        #expect(found == expected)
      } else if let before = known[bytes] {
        #expect(found == before)
      }
    }
  }
}
