import Testing
import Warehouse

@testable import Ingest

/// A canonical CSV in which every cell where a finding must appear begins with ①, and a row that must
/// be refused as a whole with ②.
struct MarkedText {
  let text: String
  /// Where a finding must appear: the line, and the field or nothing for the row as a whole.
  let marks: Set<Mark>

  struct Mark: Hashable, CustomStringConvertible {
    var line: Int32
    var header: String
    var description: String { "riga \(line) \(header)" }
  }

  init(_ marked: String) {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let headers = lines[0].split(separator: ";").map(String.init)
    var marks: Set<Mark> = []
    for (i, line) in lines.enumerated() {
      let number = Int32(i + 1)
      if line.hasPrefix("②") { marks.insert(Mark(line: number, header: "")) }
      for (cell, header) in zip(
        line.split(separator: ";", omittingEmptySubsequences: false), headers)
      where cell.hasPrefix("①") { marks.insert(Mark(line: number, header: header)) }
    }
    self.marks = marks
    text = marked.replacing("①", with: "").replacing("②", with: "")
  }

  /// The findings of a code are where the marks are, and nowhere else.
  func expect(
    _ code: String, in found: [Finding], at place: SourceLocation = #_sourceLocation
  ) {
    let here = Set(found.filter { $0.code == code }.map { Mark(line: $0.line, header: $0.header) })
    #expect(here == marks, sourceLocation: place)
  }
}
