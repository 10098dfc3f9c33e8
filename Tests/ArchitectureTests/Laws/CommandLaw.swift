/// Every command a user can type, and every option of it, is explained in the README.
enum CommandLaw {
  static func violations(commands files: [SourceFile], readme: String) -> [String] {
    files.flatMap { file -> [String] in
      let name = file.text.pieces(from: "commandName: \"", to: "\"").first
      guard let name, name != "tavolo" else { return options(in: file, readme) }
      let isExplained = readme.contains("`tavolo \(name)") || readme.contains("`\(name)`")
      return (isExplained ? [] : ["README.md does not explain «tavolo \(name)»"])
        + options(in: file, readme)
    }
  }

  private static func options(in file: SourceFile, _ readme: String) -> [String] {
    names(in: file).filter { !readme.contains("`--\($0)") }.map {
      "README.md does not explain --\($0) of \(file.name)"
    }
  }

  /// `as-of` for `@Option(name: .customLong("as-of"))`, `strict` for `@Flag … var strict`.
  static func names(in file: SourceFile) -> [String] {
    let attributes = ["@Option(", "@Flag("].flatMap { file.text.pieces(from: $0, to: "\n  var ") }
    return attributes.map { attribute in
      if let custom = attribute.pieces(from: "customLong(\"", to: "\"").first { return custom }
      let name = file.text.after(attribute + "\n  var ").prefix { $0.isPartOfAName }
      return name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }
  }
}

extension String {
  /// What comes after the first occurrence of `text`.
  fileprivate func after(_ text: String) -> Substring {
    firstRange(of: text).map { self[$0.upperBound...] } ?? ""
  }
}
