/// Why a cell is withheld on its own account. For the audit only: readers are told that a value is
/// withheld, never why, because the reason narrows it down.
public enum PrimaryReason: String, Hashable, Sendable {
  /// 0 < n < threshold.
  case fewPersons
  /// 0 < denominator − n < threshold: the few who are *not* counted would be known.
  case fewOthers
  /// Nobody, where nobody is telling.
  case tellingZero
  /// Everybody, where nobody is telling: the same disclosure seen from the other side.
  case tellingWhole
  /// All persons of a total share one modality of something sensitive.
  case homogeneous
}

extension ProtectionProblem.Cell {
  /// The rule one cell breaks by itself, nil if none.
  var primaryReason: PrimaryReason? {
    if isUndetermined { return nil }
    if persons > 0 && persons < threshold { return .fewPersons }
    if persons == 0 && !zeroIsPublishable && denominator != 0 { return .tellingZero }
    guard let denominator, denominator > 0 else { return nil }
    let others = denominator - persons
    if others > 0 && others < threshold { return .fewOthers }
    return others == 0 && !zeroIsPublishable ? .tellingWhole : nil
  }

  /// How many consecutive values a reader must be unable to tell apart, minus one: the threshold,
  /// or everything that is possible at all where the denominator is smaller than that.
  var requiredWidth: Int { min(uncertainty, denominator ?? .max) }
}

extension ProtectionProblem {
  /// Primary suppression, cell by cell.
  func primaryReasons() -> [PrimaryReason?] {
    var reasons = cells.map(\.primaryReason)
    for index in attributeRelations {
      let (total, parts) = relation(index)
      let everybody = cells[total].persons
      guard everybody > 0, parts.count > 1,
        parts.contains(where: { cells[$0].persons == everybody })
      else { continue }
      for part in parts where reasons[part] == nil { reasons[part] = .homogeneous }
    }
    return reasons
  }
}
