import Testing

@testable import Ingest

@Suite struct ReadAheadTests {
  private struct Broken: Error {}

  /// A source of so many bytes, some at a time; broken after them when told so.
  private static func source(_ count: Int, breaks: Bool = false) -> ReadAhead.Source {
    var given = 0
    return { target in
      if given == count, breaks { throw Broken() }
      let next = min(target.count, count - given, 37)
      for i in 0..<next { target[i] = UInt8(truncatingIfNeeded: given + i) }
      given += next
      return next
    }
  }

  private static func everything(of ahead: ReadAhead, by size: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    while true {
      let got = try piece.withUnsafeMutableBytes { try ahead.read(into: $0) }
      if got == 0 { return all }
      all += piece[..<got]
    }
  }

  @Test(arguments: [0, 1, 36, 37, 1000], [1, 10, 64, 5000])
  func givesWhatItsSourceGives(_ count: Int, by size: Int) throws {
    let ahead = ReadAhead(Self.source(count), size: 64)
    let all = try Self.everything(of: ahead, by: size)
    #expect(all == (0..<count).map { UInt8(truncatingIfNeeded: $0) })
    // Over is over.
    #expect(try Self.everything(of: ahead, by: size).isEmpty)
  }

  @Test func failsWhereTheBytesWouldHaveCome() throws {
    let ahead = ReadAhead(Self.source(100, breaks: true), size: 64)
    var got = 0
    var piece = [UInt8](repeating: 0, count: 50)
    #expect(throws: Broken.self) {
      while true { got += try piece.withUnsafeMutableBytes { try ahead.read(into: $0) } }
    }
    #expect(got == 100)
  }

  @Test func mayBeLeftUnread() {
    for _ in 0..<200 { _ = ReadAhead(Self.source(1000), size: 64) }
  }
}
