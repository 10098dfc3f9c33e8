/// What every byte of a text file says about its encoding and its newlines, counted in one pass over
/// the whole file: a single wrong guess on a sample would spoil every accented name after it.
struct ByteCensus {
  private(set) var byteCount = 0
  private(set) var lineFeeds = 0
  private(set) var carriageReturns = 0
  private(set) var pairs = 0
  /// Well-formed UTF-8 sequences of more than one byte, and bytes that belong to none.
  private(set) var validSequences = 0
  private(set) var invalidBytes = 0
  /// First bytes of a sequence whose others the file no longer has: it was cut there.
  private(set) var cutBytes = 0
  /// Those among the sequences that are letters and signs of Western languages.
  private(set) var italianSequences = 0
  /// Line of the first such byte, 1-based.
  private(set) var firstInvalidLine: Int?
  /// Sequences such as `Ã¨`: UTF-8 that was taken for cp1252 and encoded again.
  private(set) var doubledSequences = 0
  /// U+FFFD: characters already lost before the delivery.
  private(set) var replacementCharacters = 0
  /// For every byte outside UTF-8: how often, and how often right after a letter.
  private(set) var counts = [Int](repeating: 0, count: 256)
  private(set) var afterLetter = [Int](repeating: 0, count: 256)
  /// Those that follow another byte outside ASCII: two accents in a row are no Italian.
  private(set) var foreignRuns = 0
  /// How often 0x85 stands after a `t`: the `à` of `città` in the old DOS table, dots in Windows'.
  private(set) var dotsAfterT = 0
  /// Zero bytes at even and odd offsets: the marks of UTF-16 without a byte order mark.
  private(set) var evenZeros = 0
  private(set) var oddZeros = 0

  private var carry: [UInt8] = []
  private var previous: UInt8 = 0
  private var previousSequence: (UInt8, UInt8) = (0, 0)

  mutating func add(_ window: UnsafeBufferPointer<UInt8>) {
    guard let p = window.baseAddress, !window.isEmpty else { return }
    var start = 0
    while !carry.isEmpty, start < window.count {
      carry.append(p[start])
      start += 1
      let joined = carry
      joined.withUnsafeBufferPointer {
        switch UTF8Scan.scan($0.baseAddress!, count: joined.count) {
        case .incomplete: break
        case .valid:
          validSequences += 1
          note(joined)
          carry = []
        case .invalid:
          // The bytes kept are not text; the last one may open a sequence and is read again.
          for byte in joined.dropLast() { reject(byte, after: previous, line: lineFeeds + 1) }
          start -= 1
          carry = []
        }
      }
    }
    scanSequences(p, start, window.count)
    countMarks(p, window.count)
    byteCount += window.count
    previous = p[window.count - 1]
  }

  /// Call after the last window.
  mutating func finish() {
    if isCutSequence {
      cutBytes = carry.count
    } else {
      for byte in carry { reject(byte, after: previous, line: lineFeeds + 1) }
    }
    carry = []
  }

  /// In a text all UTF-8 until there, half a letter is what is left of a file cut short. Where no other
  /// letter speaks, `à` of another table may end it: Italian has no word that ends with `Â` or `Ã`.
  private var isCutSequence: Bool {
    guard invalidBytes == 0, let lead = carry.first else { return false }
    return validSequences > 0 || carry.count > 1 || lead == 0xC2 || lead == 0xC3
  }

  private mutating func scanSequences(_ p: UnsafePointer<UInt8>, _ start: Int, _ count: Int) {
    var i = start
    while true {
      i = UTF8Scan.skipASCII(p, i, count)
      if i >= count { return }
      let lead = p[i]
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      switch UTF8Scan.scan(p + i, count: min(length, count - i)) {
      case .valid:
        validSequences += 1
        note(lead, p[i + 1], length == 3 ? p[i + 2] : 0)
        i += length
      case .incomplete(at: 0):
        carry = Array(UnsafeBufferPointer(start: p + i, count: count - i))
        return
      case .incomplete, .invalid:
        var line = 0
        if firstInvalidLine == nil {
          line = lineFeeds + 1
          for k in 0..<i where p[k] == 0x0A { line += 1 }
        }
        reject(lead, after: i > 0 ? p[i - 1] : previous, line: line)
        i += 1
      }
    }
  }

  private mutating func note(_ sequence: [UInt8]) {
    note(sequence[0], sequence[1], sequence.count == 3 ? sequence[2] : 0)
  }

  private mutating func note(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    // Â and Ã before a Latin-1 character, â before € or a quote, ï before ¿.
    if previousSequence.0 == 0xC3 {
      switch (previousSequence.1, a) {
      case (0x82, 0xC2), (0x83, 0xC2), (0xA2, 0xE2), (0xAF, 0xC2), (0x83, 0xC5), (0x83, 0xE2):
        doubledSequences += 1
      default: break
      }
    }
    if a == 0xEF, b == 0xBF, c == 0xBD { replacementCharacters += 1 }
    if a == 0xC2 || a == 0xC3 || (a == 0xE2 && (b == 0x80 || (b == 0x82 && c == 0xAC))) {
      italianSequences += 1
    }
    previousSequence = (a, b)
  }

  private mutating func reject(_ byte: UInt8, after before: UInt8, line: Int) {
    invalidBytes += 1
    if firstInvalidLine == nil { firstInvalidLine = line }
    counts[Int(byte)] += 1
    let isLetter = (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A
    if isLetter || before >= 0x80 { afterLetter[Int(byte)] += 1 }
    if before >= 0x80 { foreignRuns += 1 }
    if byte == 0x85, before | 0x20 == UInt8(ascii: "t") { dotsAfterT += 1 }
  }

  private mutating func countMarks(_ p: UnsafePointer<UInt8>, _ count: Int) {
    var (feeds, returns, both) = (0, 0, 0)
    var last = previous
    var i = 0
    while i < count {
      if i &+ 8 <= count {
        let word = ByteWord.load(p + i)
        if ByteWord.below(word, 0x0E) == 0 {
          i &+= 8
          last = 0x20
          continue
        }
      }
      let stop = min(i &+ 8, count)
      while i < stop {
        switch p[i] {
        case 0x0A:
          feeds &+= 1
          if last == 0x0D { both &+= 1 }
        case 0x0D: returns &+= 1
        case 0: if (byteCount &+ i) & 1 == 0 { evenZeros += 1 } else { oddZeros += 1 }
        default: break
        }
        last = p[i]
        i &+= 1
      }
    }
    lineFeeds += feeds
    carriageReturns += returns
    pairs += both
  }
}
