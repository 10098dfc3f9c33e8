/// Visible lists are tables of contents: each must hold what its folder holds, no less and no more.
struct ListLaw {
  /// What the list is called when it is broken.
  let name: String
  /// Names declared in the folder.
  let declared: Set<String>
  /// Names the list holds.
  let listed: Set<String>

  var violations: [String] {
    declared.subtracting(listed).sorted().map { "\($0) is missing from \(name)" }
      + listed.subtracting(declared).sorted().map { "\(name) lists \($0), which is not there" }
  }
}

extension ListLaw {
  /// `Contract.all` and the contracts of `Sources/Ingest/Contracts`.
  static func contracts(_ files: [SourceFile]) -> ListLaw {
    ListLaw(
      name: "Contract.all", declared: constants("Contract", in: files).subtracting(["all"]),
      listed: members(of: "static let all: [Contract] = [", in: files))
  }

  /// `FindingKind.all` and the kinds declared beside the checks that report them.
  static func findings(_ files: [SourceFile]) -> ListLaw {
    ListLaw(
      name: "FindingKind.all", declared: constants("FindingKind", in: files),
      listed: members(of: "static let all: [FindingKind] = [", in: files))
  }

  /// Codes of findings and those a test names, by the code or by the name of the kind (`.totalRow`).
  static func testedFindings(_ files: [SourceFile], by tests: [SourceFile]) -> ListLaw {
    let kinds = files.flatMap { file in
      file.text.matches(of: #/static let (\w+) = FindingKind\(\s*"([a-z0-9-]+)"/#).map {
        (name: "." + $0.output.1, code: String($0.output.2))
      }
    }
    var words: Set<String> = []
    for test in tests {
      // A dot begins a word and belongs to it; a hyphen is inside one.
      for piece in test.text.split(whereSeparator: { !$0.isPartOfAName && $0 != "-" && $0 != "." })
      {
        for (i, word) in piece.split(separator: ".", omittingEmptySubsequences: false).enumerated()
        {
          words.insert(i == 0 ? String(word) : "." + word)
        }
      }
    }
    return ListLaw(
      name: "the tests", declared: Set(kinds.map(\.code)),
      listed: Set(kinds.filter { words.contains($0.code) || words.contains($0.name) }.map(\.code)))
  }

  /// Row rules and the contracts that use them.
  static func rules(_ files: [SourceFile]) -> ListLaw {
    let rules = types(conformingTo: "RowRule", in: files)
    let contracts = files.filter { $0.path.contains("/Contracts/") }
    return ListLaw(
      name: "the contracts' rules", declared: rules,
      listed: rules.filter { rule in contracts.contains { $0.text.holds("\(rule)(") } })
  }

  /// Types with a definition in `Sources/Indicators/Catalogue` and those `Catalogue` names.
  static func indicators(_ files: [SourceFile]) -> ListLaw {
    let list = files.first { $0.name == "Catalogue.swift" }?.text ?? ""
    let declared = files.filter { $0.name != "Catalogue.swift" }.flatMap { file in
      file.text.pieces(from: "public enum ", to: " {").map { ($0, file) }
        + file.text.pieces(from: "public struct ", to: ": RequestIndicator").map { ($0, file) }
    }.filter { name, file in
      // An enum is an indicator when its own body holds the definition.
      !file.text.contains("public enum \(name) {")
        || file.text.pieces(from: "public enum \(name) {", to: "\n}").contains {
          $0.contains("static let definition = Definition(")
        }
    }
    let names = Set(declared.map(\.0))
    return ListLaw(
      name: "Catalogue", declared: names,
      listed: names.filter { list.holds("\($0)(") || list.holds("\($0).") })
  }

  /// Indicators on requests that are computed, and those the manual's order names.
  static func requestSlugs(_ files: [SourceFile]) -> ListLaw {
    let list = files.first { $0.name == "Catalogue.swift" }?.text ?? ""
    let slugs = files.filter { $0.text.contains(": RequestIndicator {") }
      .flatMap { $0.text.pieces(from: "slug: \"", to: "\"") }
    return ListLaw(
      name: "Catalogue.definitions", declared: Set(slugs),
      listed: Set(list.pieces(from: "request[\"", to: "\"]")))
  }

  /// Described indicators of `Sources/Indicators/Catalogue` and `Catalogue.described`.
  static func described(_ files: [SourceFile]) -> ListLaw {
    let lines = files.flatMap {
      $0.text.pieces(from: "static let described: [Indicator] = [", to: "\n  ]")
    }.flatMap { $0.split(separator: "\n") }.filter {
      !$0.drop { $0 == " " }.hasPrefix("//")
    }
    return ListLaw(
      name: "Catalogue.described", declared: constants("Indicator", in: files),
      listed: Set(
        lines.flatMap { $0.split(separator: ",") }.map { $0.filter { !$0.isWhitespace } }
          .filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }))
  }

  /// Report kinds of `Sources/Reports/Catalogue` and `ReportCatalogue.kinds`.
  static func reports(_ files: [SourceFile]) -> ListLaw {
    let list = files.compactMap {
      $0.text.pieces(from: "ReportKind & SendableMetatype).Type] = [", to: "]").first
    }
    return ListLaw(
      name: "ReportCatalogue.kinds", declared: types(conformingTo: "ReportKind", in: files),
      listed: Set(
        list.flatMap { $0.split(separator: ",") }.compactMap { entry in
          let name = entry.filter { !$0.isWhitespace }
          return name.hasSuffix(".self") ? String(name.dropLast(5)) : nil
        }))
  }

  /// Commands of `Sources/tavolo` and the subcommands of `Tavolo`.
  static func commands(_ files: [SourceFile]) -> ListLaw {
    let list = files.compactMap { $0.text.pieces(from: "subcommands: [", to: "])").first }
    return ListLaw(
      name: "the subcommands",
      declared: types(conformingTo: "ParsableCommand", in: files).subtracting(["Tavolo"]),
      listed: Set(
        list.flatMap { $0.split(separator: ",") }.map { entry in
          String(entry.filter { !$0.isWhitespace }.prefix { $0 != "." })
        }.filter { !$0.isEmpty }))
  }

  // MARK: Reading

  /// `static let name = Type(` and the like.
  private static func constants(_ type: String, in files: [SourceFile]) -> Set<String> {
    Set(
      files.flatMap { file in
        file.text.pieces(from: "static let ", to: "(").filter { $0.hasSuffix(" = \(type)") }
          .map { String($0.prefix { $0.isPartOfAName }) }
      })
  }

  /// `.a, .b` after the list's opening.
  private static func members(of opening: String, in files: [SourceFile]) -> Set<String> {
    Set(
      files.flatMap { $0.text.pieces(from: opening, to: "]") }.flatMap { $0.split(separator: ",") }
        .compactMap { entry in
          let name = entry.filter { !$0.isWhitespace }
          return name.hasPrefix(".") ? String(name.dropFirst()) : nil
        })
  }

  private static func types(conformingTo name: String, in files: [SourceFile]) -> Set<String> {
    Set(
      files.flatMap { file in
        ["struct ", "enum "].flatMap { file.text.pieces(from: $0, to: "{") }
          .filter { $0.split(separator: ":").count == 2 && $0.holds(name) && !$0.contains("\n") }
          .map { String($0.prefix { $0.isPartOfAName }) }
      })
  }
}
