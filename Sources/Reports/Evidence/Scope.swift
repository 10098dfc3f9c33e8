import Indicators
import Warehouse

/// The comuni a report is about and the territories they are held against.
struct Scope {
  /// In alphabetical order of name.
  let comuni: [TerritoryAtlas.Comune]
  /// What it is made of; empty for the whole territory or a long list of comuni.
  let groups: [TerritoryKey]
  /// The one group of comuni it is, where it is one; otherwise everything.
  let reference: TerritoryKey
  let name: String
  /// The reference is one comune: held against it, it would be held against itself.
  let isAlone: Bool
  /// It has every comune.
  let isWhole: Bool
  private let wholeName: String

  private init(
    _ comuni: [TerritoryAtlas.Comune], of atlas: TerritoryAtlas, groups: [TerritoryKey],
    name: String
  ) {
    self.comuni = comuni.inOrder(of: \.name)
    self.groups = groups
    reference = groups.count == 1 && groups[0].kind != .comune ? groups[0] : .total
    self.name = name
    isWhole = comuni.count == atlas.comuni.count
    wholeName = atlas.name
    let reference = reference
    isAlone = atlas.comuni.count { Scope.belongs($0, to: reference) } == 1
  }

  /// Everything.
  init(whole atlas: TerritoryAtlas) {
    self.init(atlas.comuni, of: atlas, groups: [], name: atlas.name)
  }

  /// The comuni of a group, held against it.
  init(_ group: TerritoryKey, in atlas: TerritoryAtlas, _ language: Language) {
    self.init(
      atlas.comuni.filter { Scope.belongs($0, to: group) }, of: atlas, groups: [group],
      name: TerritoryNames.full(group, in: atlas, language))
  }

  init(_ brief: TableBrief, in atlas: TerritoryAtlas, _ language: Language) {
    if brief.groups.isEmpty, brief.comuni.isEmpty {
      self.init(whole: atlas)
      return
    }
    let comuni = atlas.comuni.filter { comune in
      brief.comuni.contains(comune.code)
        || brief.groups.contains { Scope.belongs(comune, to: $0) }
    }
    let single = comuni.filter { brief.comuni.contains($0.code) }.map(\.name).inOrder()
    // By whatever name it goes, every comune together is the whole: the numbers would only be twice there.
    let isWhole = comuni.count == atlas.comuni.count
    let keys = brief.groups + comuni.filter { brief.comuni.contains($0.code) }.map(\.key)
    self.init(
      comuni, of: atlas,
      groups: !isWhole && (brief.comuni.isEmpty || keys.count <= Self.few) ? keys : [],
      name: (brief.groups.map { TerritoryNames.full($0, in: atlas, language) } + single)
        .joined(separator: ", "))
  }

  /// The territories a figure is shown for above the comuni: each group, or else the reference.
  /// Many groups would not fit beside each other.
  var shown: [TerritoryKey] { (1...Self.few).contains(groups.count) ? groups : [reference] }
  private static let few = 3

  /// Nothing is published of its comuni together: what is shown above them is of everything.
  var borrowsWhole: Bool { shown == [.total] && !isWhole }

  /// Of what is shown above the comuni.
  var shownName: String { borrowsWhole ? wholeName : name }

  /// More comuni than a picture or a page can hold one by one.
  var isWide: Bool { comuni.count > 40 }

  /// True of what has every comune: held against the whole territory it would be held against itself.
  static func isWhole(_ territory: TerritoryKey, in atlas: TerritoryAtlas) -> Bool {
    atlas.comuni.allSatisfy { belongs($0, to: territory) }
  }

  private static func belongs(_ comune: TerritoryAtlas.Comune, to group: TerritoryKey) -> Bool {
    switch group.kind {
    case .total: true
    case .province: comune.province == group.code
    case .ats: comune.ats == group.code
    case .innerAreaClass: comune.innerAreaGroup == group.code
    case .comune: "\(comune.code)" == group.code
    case .zone: false
    }
  }
}

extension TerritoryAtlas.Comune {
  var key: TerritoryKey { TerritoryKey(.comune, "\(code)") }
}
