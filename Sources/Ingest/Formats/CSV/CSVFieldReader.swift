/// Reads one field after another from a sealed window into the batch's memory.
///
/// It lives in the locals of `CSVScanner.scan`, whose hot loop it is: no memory is touched but the text.
/// Text is copied eight bytes at a time while it is searched: the words are stored first and the output
/// position then advances only as far as the text went, so there is no second pass and no call per cell.
struct CSVFieldReader {
  /// What follows a field.
  enum End {
    case field
    case record
    /// It cannot be read to its end.
    case stopped(CSVScanner.Outcome)
  }

  let delimiter: UInt8
  let quote: UInt8
  let escape: UInt8
  let skipsBlanks: Bool
  /// The window ends here; zeros follow.
  let end: UnsafePointer<UInt8>
  /// Nothing of the file comes after the window.
  let isLast: Bool

  var input: UnsafePointer<UInt8>
  var output: UnsafeMutablePointer<UInt8>
  var line: Int32
  var quotedFields = 0
  var looseQuotes = 0
  var skippedBlanks = 0

  /// The next field, and whether it stands in quotes.
  @inline(__always)
  mutating func next() -> (end: End, isQuoted: Bool) {
    if skipsBlanks, input.pointee == 0x20 {
      input = CSVFieldReader.afterBlanks(input)
      if input.pointee == quote { skippedBlanks &+= 1 }
    }
    let isQuoted = quote != 0 && input.pointee == quote
    if isQuoted, let stop = quotedText() { return (.stopped(stop), true) }
    return (plainText(), isQuoted)
  }

  /// What stands between quotes; nil once they are closed.
  @inline(__always)
  private mutating func quotedText() -> CSVScanner.Outcome? {
    let opened = line
    input += 1
    while true {
      copyText(quote, escape)
      let byte = input.pointee
      if byte == 0 {
        if input < end { return .zeroByte(line: line) }
        return isLast ? .unclosedQuote(line: opened) : .needsInput
      }
      if input + 1 == end, !isLast, byte == quote || byte == escape || byte == 0x0D {
        return .needsInput
      }
      if byte == escape, input + 1 < end, input[1] == quote || input[1] == escape {
        put(input[1], reading: 2)
      } else if byte != quote {
        if byte == 0x0A || (byte == 0x0D && input[1] != 0x0A) { line &+= 1 }
        put(byte, reading: 1)
      } else if input + 1 < end, input[1] == quote {
        put(quote, reading: 2)
      } else {
        input += 1
        closeQuotes()
        return nil
      }
    }
  }

  /// Notes what follows a closing quote.
  @inline(__always)
  private mutating func closeQuotes() {
    quotedFields &+= 1
    if skipsBlanks, input.pointee == 0x20 {
      let next = CSVFieldReader.afterBlanks(input)
      if next == end || isFieldEnd(next.pointee) {
        input = next
        skippedBlanks &+= 1
      }
    }
    if input < end, !isFieldEnd(input.pointee) { looseQuotes &+= 1 }
  }

  @inline(__always)
  private func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// What stands outside quotes, up to what ends the field.
  @inline(__always)
  private mutating func plainText() -> End {
    while true {
      copyText(delimiter, escape)
      let byte = input.pointee
      if byte == delimiter {
        input += 1
        return .field
      }
      if byte == 0x0A {
        input += 1
        line &+= 1
        return .record
      }
      if byte == 0 {
        if input < end { return .stopped(.zeroByte(line: line)) }
        return isLast ? .record : .stopped(.needsInput)
      }
      if input + 1 == end, !isLast, byte == 0x0D || byte == escape {
        return .stopped(.needsInput)
      }
      if byte == 0x0D {
        input += input[1] == 0x0A ? 2 : 1
        line &+= 1
        return .record
      }
      let isEscaped =
        byte == escape && input + 1 < end
        && (input[1] == delimiter || input[1] == escape || input[1] == quote)
      if isEscaped { input += 1 }
      put(input.pointee, reading: 1)
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, reading count: Int) {
    output.pointee = byte
    output += 1
    input += count
  }

  /// Copies text up to the next byte that may mean something.
  @inline(__always)
  private mutating func copyText(_ first: UInt8, _ second: UInt8) {
    let (firsts, seconds) = (UInt64(first) &* ByteWord.ones, UInt64(second) &* ByteWord.ones)
    while true {
      // Below 0x0E: NUL, tab, LF, CR, which may all end a field.
      let word = ByteWord.load(input)
      ByteWord.store(word, at: output)
      let found =
        ByteWord.below(word, 0x0E) | ByteWord.equal(word, firsts) | ByteWord.equal(word, seconds)
      if found == 0 {
        input += 8
        output += 8
        continue
      }
      let step = ByteWord.firstIndex(found)
      input += step
      output += step
      return
    }
  }

  /// The window is followed by zeros: the search always ends.
  @inline(__always)
  private static func afterBlanks(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var p = start
    while p.pointee == 0x20 { p += 1 }
    return p
  }
}
