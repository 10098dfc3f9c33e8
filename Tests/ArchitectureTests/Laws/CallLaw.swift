/// What no source may call, and why.
enum CallLaw {
  /// Anywhere in `Sources`.
  static let forbidden: [(word: String, why: String)] = [
    ("print(", "results go to standard output through Console, the rest to standard error"),
    ("debugPrint(", "debugging left behind"),
    ("dump(", "debugging left behind"),
    ("fatalError(", "a user's mistake is an error, a bug of ours a precondition that says so"),
    ("try!", "an error that cannot happen is proved by the code, not asserted"),
    ("TODO", "what is not done is an issue"),
    ("FIXME", "what is not done is an issue"),
    ("HACK", "what is not done is an issue"),
  ]

  /// In every target but the executable: the same input gives the same bytes.
  static let belowTheCommands: [(word: String, why: String)] = [
    ("Date()", "the as-of date is an argument"),
    ("Date.now", "the as-of date is an argument"),
    ("ContinuousClock", "no clock below the commands"),
    ("SuspendingClock", "no clock below the commands"),
    ("DispatchTime.now", "no clock below the commands"),
    ("clock_gettime", "no clock below the commands"),
    ("gettimeofday", "no clock below the commands"),
    ("Calendar.current", "nothing depends on the machine's settings"),
    ("TimeZone.current", "nothing depends on the machine's settings"),
    ("Locale", "nothing depends on the machine's settings"),
    ("setlocale", "nothing depends on the machine's settings"),
    ("UUID()", "no randomness without a seed"),
    ("SystemRandomNumberGenerator", "no randomness without a seed"),
  ]

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      let words = forbidden + (file.target == "tavolo" ? [] : belowTheCommands)
      return words.flatMap { word, why in
        // A note to do later is found in comments too.
        let isNote = word.allSatisfy(\.isUppercase)
        let lines =
          isNote
          ? file.lines.enumerated().filter { $0.element.holds(word) }.map { $0.offset + 1 }
          : file.code.filter { $0.text.holds(word) && !isOurs(word, $0.text) }.map(\.number)
        return lines.map { "\(file.path):\($0): \(word) – \(why)" }
      }
    }
  }
  /// A method of our own may bear the name, `print(landscape: true)`: the library's takes a first
  /// argument without a label.
  private static func isOurs(_ word: String, _ line: Substring) -> Bool {
    guard word == "print(", let call = line.firstRange(of: word) else { return false }
    return line[call.upperBound...].drop(while: \.isPartOfAName).first == ":"
  }
}
