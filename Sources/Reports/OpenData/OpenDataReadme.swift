import Indicators

/// `dati/README.md`: what the files are, and the dictionary of their columns.
enum OpenDataReadme {
  static func bytes(
    _ frame: EditionFrame, _ tables: [OpenTable], provisional: [TerritoryAtlas.Group]
  ) -> [UInt8] {
    let language = frame.language
    let words = OpenDataPhrases.self
    var lines = [
      words.title(language, frame.territoryName), "",
      words.intro(language, language.long(frame.asOf)), "",
    ]
    if frame.isSynthetic {
      lines += [
        "**\(Phrases.syntheticTitle[language]).** \(Phrases.syntheticText[language])", "",
      ]
    }
    lines += [
      words.described[language], "",
    ]
    if !provisional.isEmpty {
      let names = provisional.map { "`\($0.key.code)` \($0.name)" }.joined(separator: "; ")
      lines += [words.provisional(language, names), ""]
    }
    lines += [
      words.licence(language, ControlledVocabulary.licence), "", words.dictionary[language], "",
    ]
    for table in tables {
      lines += [
        "### `\(table.name).csv`: \(table.title[language])", "", words.header[language],
        "|---|---|---|",
      ]
      lines += table.columns.map { column in
        let closed =
          column.values.isEmpty
          ? ""
          : " (\(words.oneOf[language]): "
            + column.values.map { "`\($0)`" }.joined(separator: ", ") + ")"
        let vocabulary =
          column.vocabulary.map { " (\(words.vocabulary[language]): <\($0)>)" } ?? ""
        // A bar would end the cell.
        let meaning = (column.meaning[language] + closed + vocabulary)
          .replacing("|", with: "\\|")
        return "| `\(column.name)` | \(column.kind.rawValue) | \(meaning) |"
      }
      lines.append("")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
