import Foundation
import Warehouse

/// The ready-made sources of `datasets/profiles` whose headers a file bears: one is copied, where a draft would
/// be written anew.
enum ReadyProfiles {
  struct Profile {
    let name: String
    let title: String
  }

  /// Fewer headers say nothing of where a file comes from.
  private static let telling = 3

  /// - Parameter reference: the reference folder, beside which the profiles are.
  static func matching(_ headers: [String], beside reference: String) throws -> [Profile] {
    let folder = reference + "/../profiles"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    let borne = Set(headers.map(name))
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/source.json") }
      .compactMap { profile in
        let source = try SourceFolder(path: "\(folder)/\(profile)")
        let read = (source.columns.newestHeaders + source.settings.keptRows.keys).map(name)
        guard Set(read).count >= telling, borne.isSuperset(of: read) else { return nil }
        return Profile(name: profile, title: source.settings.title)
      }
  }

  /// The levels above a name depend on which element is taken for a row.
  private static func name(_ header: String) -> String { Folding.fold(HeaderName(header).last) }
}

extension Suggestion {
  /// What to do where the file is of a system whose source is ready; nil where none is.
  public var readyAdvice: String? {
    guard !profiles.isEmpty else { return nil }
    return "ha le intestazioni di fonti già pronte in datasets/profiles, da copiare e completare: "
      + profiles.map { "«\($0.name)» (\($0.title))" }.joined(separator: "; ")
  }
}
