/// Which parts a part of the package refers to.
struct Relationships {
  struct Target {
    /// Last word of the relationship's type, the same in the transitional and strict formats:
    /// `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
    var type: String
    var part: String
  }

  private(set) var byID: [String: Target] = [:]
  private(set) var all: [Target] = []

  func first(_ type: String) -> String? { all.first { $0.type == type }?.part }

  /// The relationships of `part` (of the package itself for an empty name); none if it has no file.
  init(of part: String, in archive: ZipArchive) throws {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    let name = "\(folder)_rels/\(part[slash...]).rels"
    guard archive.contains(name) else { return }
    let handler = Handler()
    try XMLPullParser(handler: handler, of: .workbookPart(name)).parse(archive.contents(name))
    for (id, type, target) in handler.found {
      let word = type.split(separator: "/").last.map(String.init) ?? type
      let resolved = Target(type: word, part: Relationships.resolve(target, from: folder))
      byID[id] = resolved
      all.append(resolved)
    }
  }

  /// The part a target names: absolute, or relative to the folder of the part that names it.
  static func resolve(_ target: String, from folder: String) -> String {
    let plain = String(target.map { $0 == "\\" ? "/" : $0 })
    var parts = plain.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for piece in plain.split(separator: "/") {
      switch piece {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(piece))
      }
    }
    return parts.joined(separator: "/")
  }

  private final class Handler: XMLHandler {
    var found: [(String, String, String)] = []

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "Relationship", let id = attributes.string("Id"),
        let type = attributes.string("Type"), let target = attributes.string("Target"),
        attributes.string("TargetMode") != "External"
      {
        found.append((id, type, target))
      }
    }

  }
}
