/// The controlled vocabularies of AgID whose codes the open data use, by their address.
enum ControlledVocabulary {
  static let channels = root + "classifications-for-public-services/channel"
  static let sexes = root + "classifications-for-people/sex"
  static let provinces = root + "territorial-classifications/provinces"
  /// Its codes are those of ISTAT.
  static let comuni = root + "territorial-classifications/cities"
  static let licence = root + "licences/A21_CCBY40"
  private static let root = "https://w3id.org/italia/controlled-vocabulary/"

  /// The vocabulary of a list of codes and what it calls one of them; nil where it does not have it.
  static func entry(_ list: String, _ code: String) -> (vocabulary: String, code: String)? {
    switch list {
    case "canale": (channels, code)
    case "sesso" where ["F", "M"].contains(code): (sexes, code)
    case "provincia": (provinces, code)
    default: nil
    }
  }
}
