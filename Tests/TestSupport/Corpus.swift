import Foundation

/// What a reader makes of a collection of other people's files, as a line anybody can read.
public enum Corpus {
  public static func report(_ name: String, _ right: Int, _ count: Int, _ wrong: [String]) {
    var text = "\(name): \(right) su \(count)\n"
    for line in wrong { text += "  \(line)\n" }
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
