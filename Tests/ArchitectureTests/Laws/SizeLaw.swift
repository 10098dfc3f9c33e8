/// Small files: a concept has a file, and what grows beyond three hundred lines is asking to be split.
enum SizeLaw {
  static let limit = 300

  /// Files that cannot be split, with their reason and their own ceiling.
  static let exempt: [String: (limit: Int, why: String)] = [
    "Sources/Spreadsheet/LibXLSXWriter.swift": (
      470, "each system library is imported by exactly one file"
    )
  ]

  static func violations(in files: [SourceFile]) -> [String] {
    files.compactMap { file in
      let lines = file.lines.count - 1
      let ceiling = exempt[file.path]?.limit ?? limit
      if lines > ceiling { return "\(file.path) has \(lines) lines, \(ceiling) at most" }
      if exempt[file.path] != nil, lines <= limit {
        return "\(file.path) has \(lines) lines and needs no exemption any more"
      }
      return nil
    }
  }
}
