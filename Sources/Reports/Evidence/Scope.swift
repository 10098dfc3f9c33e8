import Indicators
import Warehouse

/// The comuni a report is about and the territory they are held against.
struct Scope {
  /// In alphabetical order of name.
  let comuni: [TerritoryAtlas.Comune]
  let reference: TerritoryKey
  let name: String

  private init(_ comuni: [TerritoryAtlas.Comune], reference: TerritoryKey, name: String) {
    self.comuni = comuni.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    self.reference = reference
    self.name = name
  }

  /// Everything.
  init(whole atlas: TerritoryAtlas) {
    self.init(atlas.comuni, reference: .total, name: atlas.name)
  }

  init(_ brief: TableBrief, in atlas: TerritoryAtlas) {
    if let group = brief.group {
      self.init(
        atlas.comuni.filter { Scope.belongs($0, to: group) }, reference: group,
        name: atlas.name(of: group))
    } else if brief.comuni.isEmpty {
      self.init(whole: atlas)
    } else {
      let comuni = atlas.comuni.filter { brief.comuni.contains($0.code) }
      self.init(
        comuni, reference: .total, name: comuni.map(\.name).sorted().joined(separator: ", "))
    }
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
