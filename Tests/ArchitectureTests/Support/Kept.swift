import Testing

/// One issue for each place where a law is broken, in its own words.
func expectKept(_ violations: [String], at place: SourceLocation = #_sourceLocation) {
  for violation in violations {
    Issue.record(Comment(rawValue: violation), sourceLocation: place)
  }
}
