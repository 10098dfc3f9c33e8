import Indicators
import Warehouse

/// How territories are called, wherever a reader meets them.
enum TerritoryNames {
  /// Short enough for a label: a social district is known by its lead comune, and
  /// `Ambito territoriale sociale n. 2 di Rosarno` is `Rosarno`.
  static func short(_ group: TerritoryAtlas.Group, _ language: Language = .it) -> String {
    inEnglish(group, language) ?? group.marked(bare(group.name))
  }

  /// As the reference tables call it.
  static func full(_ group: TerritoryAtlas.Group) -> String { group.marked(group.name) }

  /// As a heading says it: in Italian by its public name, in English as the district of its lead comune.
  static func title(_ group: TerritoryAtlas.Group, _ language: Language) -> String {
    let isPublic = language == .it && group.name.hasPrefix(publicPrefix)
    return group.key.kind == .ats && !isPublic
      ? ComunePhrases.districtTitle(language, short(group))
      : inEnglish(group, language) ?? full(group)
  }

  /// A class is no proper name, and that a province is one is said in words; nil for what keeps the name
  /// it has.
  private static func inEnglish(_ group: TerritoryAtlas.Group, _ language: Language) -> String? {
    guard language == .en else { return nil }
    let ofProvince = TerritoryAtlas.Group.provincePrefix
    switch group.key.kind {
    case .innerAreaClass: return className(language, group.key.code)
    case .province where group.name.hasPrefix(ofProvince):
      return provinceName(language, String(group.name.dropFirst(ofProvince.count)))
    default: return nil
    }
  }

  private static let provinceName = Text(
    it: TerritoryAtlas.Group.provincePrefix + "{0}", en: "Province: {0}")

  private static let className = Text(
    it: "Classe {0} delle aree interne", en: "Inner-area class {0}")

  /// Full name of a territory, the code where it is not known. In English a district is that of its
  /// lead comune: its public name is Italian.
  static func full(
    _ key: TerritoryKey, in atlas: TerritoryAtlas, _ language: Language = .it
  ) -> String {
    if key.kind == .comune {
      return atlas.comuni.first { "\($0.code)" == key.code }?.name ?? key.code
    }
    guard let group = atlas.groups.first(where: { $0.key == key }) else { return key.code }
    return full(group, language)
  }

  static func full(_ group: TerritoryAtlas.Group, _ language: Language) -> String {
    language == .it ? full(group) : title(group, language)
  }

  private static let publicPrefix = "Ambito "

  private static func bare(_ name: String) -> String {
    guard name.hasPrefix(publicPrefix), let of = name.firstRange(of: " di ") else { return name }
    return String(name[of.upperBound...])
  }
}

/// A district whose list of comuni no official act has confirmed yet: its name carries a mark, and the
/// page or workbook that shows the mark explains it once.
///
/// It is about who belongs to the district. `Mark.provisional` is about a value that the next
/// deliveries may change.
enum ProvisionalComposition {
  static let mark = "[cp]"
  static let meaning = Text(it: "composizione provvisoria", en: "provisional composition")
  /// One line for the legend.
  static let legend = Text(
    it: "[cp] composizione provvisoria: nessun atto ufficiale ha ancora confermato quali comuni "
      + "formano l'ambito; se l'elenco cambia, cambiano anche i numeri dell'ambito.",
    en: "[cp] provisional composition: no official act has yet confirmed which municipalities form "
      + "the district; if the list changes, the figures of the district change too.")

  static func marked(_ name: String) -> String { name + " " + mark }

  /// Without the mark, where it cannot be written: names of sheets have no brackets.
  static func unmarked(_ name: String) -> String { name.replacing(" " + mark, with: "") }

  static func isShown(in text: some Sequence<UInt8>) -> Bool {
    var matched = 0
    for byte in text {
      // Only its first character is a bracket: a failed match cannot hide the start of another.
      matched = byte == bytes[matched] ? matched + 1 : byte == bytes[0] ? 1 : 0
      if matched == bytes.count { return true }
    }
    return false
  }

  private static let bytes = Array(mark.utf8)
}

extension TerritoryAtlas.Group {
  fileprivate func marked(_ name: String) -> String {
    isProvisional ? ProvisionalComposition.marked(name) : name
  }
}
