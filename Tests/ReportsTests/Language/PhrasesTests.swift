import Foundation
import Testing

/// The texts of the reports are `Text(it:en:)`; this reads the sources and looks at every one.
@Suite struct PhrasesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/Reports").standardizedFileURL

  static func sources() throws -> [(name: String, text: String)] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [(String, String)] = []
    while let url = files?.nextObject() as? URL {
      if url.pathExtension == "swift" {
        found.append((url.lastPathComponent, try String(contentsOf: url, encoding: .utf8)))
      }
    }
    return found.sorted { $0.0 < $1.0 }
  }

  /// A text asks for the same arguments in both languages.
  @Test func bothLanguagesTakeTheSameArguments() throws {
    var seen = 0
    for (name, source) in try Self.sources() {
      for piece in source.components(separatedBy: "Text(\n").dropFirst()
        + source.components(separatedBy: "Text(it:").dropFirst()
      {
        guard let end = piece.range(of: "\n\n") ?? piece.range(of: "\")\n"),
          let en = piece[..<end.upperBound].range(of: "en: ")
        else { continue }
        seen += 1
        for argument in 0..<4 {
          let mark = "{\(argument)}"
          let inItalian = piece[..<en.lowerBound].contains(mark)
          let english = piece[en.upperBound..<end.upperBound].split(separator: "static").first ?? ""
          #expect(inItalian == english.contains(mark), "\(name): \(piece.prefix(60))")
        }
      }
    }
    #expect(seen > 150)
  }

  /// A phrase nobody says is a phrase nobody will keep right.
  @Test func noPhraseIsUnused() throws {
    let sources = try Self.sources()
    let all = sources.map(\.text).joined(separator: "\n")
    let declared = sources.filter { $0.name.contains("Phrases") }.flatMap { file in
      file.text.split(separator: "static let ").dropFirst().map {
        String($0.prefix { $0.isLetter || $0.isNumber })
      }
    }
    for name in declared {
      let uses =
        all.ranges(of: "." + name).count + all.ranges(of: " \(name),").count
        + all.ranges(of: "return \(name)").count + all.ranges(of: ": \(name)\n").count
        + all.ranges(of: "in \(name)").count
      #expect(uses > 0, "«\(name)» non è usata")
    }
    #expect(declared.count > 150)
  }
}
