/// A page that leads somewhere leads to something.
enum LinkLaw {
  /// Written by `tavolo docs`, `make bench` and whoever takes the picture of a real page.
  static let generated: Set<String> = [
    "docs/indicators.md", "docs/data-dictionary.md", "docs/performance.md",
    "docs/images/dossier.png",
  ]

  static func violations(in pages: [SourceFile], exists: (String) -> Bool) -> [String] {
    pages.flatMap { page -> [String] in
      page.text.pieces(from: "](", to: ")").compactMap { link in
        let target = link.prefix { $0 != "#" && $0 != " " }
        guard !target.isEmpty, !target.contains("://") else { return nil }
        let path = resolved(String(target), from: page.path)
        return exists(path) || generated.contains(path) ? nil : "\(page.path) leads to \(path)"
      }
    }
  }

  private static func resolved(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts = Array(parts.dropLast())
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
