/// Words that belong to the machine or the hands that wrote the project, not to the project.
enum WordLaw {
  /// Written in halves, or this file would be the first offender.
  static let forbidden = [
    "/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "clau" + "de", "anthro" + "pic",
    "chat" + "gpt", "open" + "ai", "copi" + "lot", "sub" + "agent",
  ]

  static let endings = [
    ".swift", ".md", ".json", ".py", ".sh", ".yml", ".csv", ".mustache", "Makefile", "LICENSE",
  ]

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      let text = file.text.lowercased()
      return forbidden.filter { text.contains($0.lowercased()) }.map {
        "\(file.path) says «\($0)»"
      }
    }
  }
}
