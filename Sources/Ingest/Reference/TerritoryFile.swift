import Foundation
import Warehouse

/// `territorio.json`: how the comuni of the territory are shown. What the territory is called is read by
/// whoever publishes.
struct TerritoryFile {
  /// `"comuni_come_erano_dal": "2018-01-01"`; nil where every fact counts in the comune of today.
  let showsComuniAsTheyWereSince: Day?
  /// `"nomi_in_due_lingue": true`: a comune is called by both its official names, `Bolzano/Bozen`.
  let isBilingual: Bool

  /// - Throws: `DescriptorError` for a value that is none; a file that is not there says nothing.
  init(_ file: String) throws {
    guard let json = try OptionalFile.contents(file) else {
      (showsComuniAsTheyWereSince, isBilingual) = (nil, false)
      return
    }
    let object = try DescriptorJSON.object(json, file: file)
    showsComuniAsTheyWereSince = try object["comuni_come_erano_dal"].map { value in
      guard let day = (value as? String).flatMap({ Day(iso: $0) }) else {
        throw DescriptorError(
          file: file,
          message: "la chiave «comuni_come_erano_dal» deve essere una data come 2018-01-01")
      }
      return day
    }
    isBilingual =
      try object["nomi_in_due_lingue"].map { value in
        guard let bool = value as? Bool else {
          throw DescriptorError(
            file: file, message: "la chiave «nomi_in_due_lingue» deve essere true o false")
        }
        return bool
      } ?? false
  }
}
