import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

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
          let english =
            piece[en.upperBound..<end.upperBound].components(separatedBy: "static")[0]
            .components(separatedBy: "Text(")[0]
          #expect(inItalian == english.contains(mark), "\(name): \(piece.prefix(60))")
        }
      }
    }
    #expect(seen > 150)
  }

  /// A reader never meets the code of a dataset for its name.
  @Test(arguments: FactTable.allCases) func everyDatasetHasAName(table: FactTable) {
    let name = DatasetPhrases.name(table.dataset)
    #expect(!name.it.contains("_") && name.it.first?.isUppercase == true)
    #expect(!name.en.contains("_") && name.en.first?.isUppercase == true)
  }

  /// A phrase nobody says is a phrase nobody will keep right: its name is written somewhere besides
  /// its declaration.
  @Test func noPhraseIsUnused() throws {
    let sources = try Self.sources()
    var written: [String: Int] = [:]
    for source in sources {
      for word in Array(source.text.utf8).split(whereSeparator: { !Self.isWord($0) }) {
        written[String(decoding: word, as: UTF8.self), default: 0] += 1
      }
    }
    let declared = sources.filter { $0.name.contains("Phrases") }.flatMap { file in
      file.text.matches(of: #/static let (\w+)/#).map { String($0.output.1) }
    }
    let declarations = Dictionary(declared.map { ($0, 1) }, uniquingKeysWith: +)
    for (name, count) in declarations {
      #expect(written[name, default: 0] > count, "«\(name)» non è usata")
    }
    #expect(declared.count > 150)
  }

  /// Why a number is not there is said in the reader's language: every note an indicator writes beside a
  /// missing value has its English words.
  @Test func everyNoteIsSaidInBothLanguages() throws {
    let folder = Self.folder.appending(path: "../Indicators").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var notes: Set<String> = []
    for case let url as URL in files where url.pathExtension == "swift" {
      let source = try String(contentsOf: url, encoding: .utf8)
      for match in source.matches(
        of: #/note:(?:[^",]*\? )?(?:\s*nil :)?\s*"([^"\\]+)"(?: : "([^"\\]+)")?/#)
      {
        notes.insert(String(match.output.1))
        if let other = match.output.2 { notes.insert(String(other)) }
      }
    }
    #expect(notes.contains("non raggiunta") && notes.count > 10)
    for note in notes where !Self.ofValues.contains(note) {
      let word = Notes.word(note)
      #expect(word.en != word.it, "\(note)")
    }
  }

  /// Notes beside a value, which no page shows in its place.
  private static let ofValues: Set = ["ancora aperta"]

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95: true
    default: false
    }
  }
}
