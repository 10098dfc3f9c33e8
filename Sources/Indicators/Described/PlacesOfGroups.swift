import Warehouse

/// Where facts that leave their comune out are, because others of their group say it: a step of a search is
/// where its session is.
///
/// Learned from all the facts before any is counted: those of a group may be far apart.
struct PlacesOfGroups: Sendable {
  private let field: FactField?
  private var places: [Int64: Int] = [:]

  /// Of facts that belong to no group.
  static let none = PlacesOfGroups()

  private init() { field = nil }

  init(_ table: FactTable, in store: Store, frame: Frame) throws {
    guard let field = table.placedTogether else {
      self = .none
      return
    }
    self.field = field
    try store.forEachSlice(table, reading: [field, .comune]) { slice in
      let groups = slice.identities(field)
      let current = slice.areCurrent()
      for (row, place) in slice.places(.comune, frame).enumerated()
      where current[row] && place != frame.undetermined && groups[row] != FactSlice.none {
        // The first one in loading order.
        if places[groups[row]] == nil { places[groups[row]] = place }
      }
    }
  }

  /// By row, the index of the comune; -1 outside the territory.
  func places(of slice: FactSlice, _ comune: FactField, _ frame: Frame) -> [Int] {
    let own = slice.places(comune, frame)
    guard let field else { return own }
    return zip(own, slice.identities(field)).map {
      $0 == frame.undetermined ? places[$1] ?? $0 : $0
    }
  }
}

extension FactTable {
  /// Facts with the same value of this field are in one place.
  var placedTogether: FactField? { self == .searchStep ? .sessionID : nil }

  /// The comune that what somebody asked for, gave or received counts in; nil where facts have none, or are
  /// of an organisation.
  var placeOfPersons: FactField? {
    switch self {
    case .serviceRequest, .serviceDelivery, .proximityAccess, .contact, .caseFile, .referral,
      .waitingList, .searchStep, .citizenResource, .careRequest, .careOffer, .corporateWelfare:
      .comune
    case .exchange: .donorComune
    case .transportNeed: .originComune
    default: nil
    }
  }
}

extension FactSlice {
  /// By row, the index of the comune; -1 outside the territory.
  func places(_ comune: FactField, _ frame: Frame) -> [Int] {
    map(comune) { code in
      code.map { frame.comune(PackedCode($0)) ?? -1 } ?? frame.undetermined
    }
  }
}
