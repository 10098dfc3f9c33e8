import Warehouse

/// Identifiers that begin again, each year or in each export: a row that bears one already told is taken for its
/// newer version, and what was there is no longer counted.
enum RestartedIDs {
  /// Told again by so few rows, they may all have been mended.
  private static let fewest = 5

  /// What a revision gives away: of most of what is told again both the day and the person are others, or the place
  /// or service where persons are not told.
  static func finding(
    in revision: Revision, comparedWith previous: String, of contract: Contract
  ) -> Finding? {
    guard let day = contract.happenedOn.flatMap(contract.field)?.column else { return nil }
    let told = revision.changed + revision.unchanged
    let most = { (column: String) in (revision.columns[column] ?? 0) * 2 > told }
    guard told >= fewest, most(day),
      contract.fields.filter(\.tellsWhatARowIsAbout).map(\.column).contains(where: most)
    else { return nil }
    return FindingKind.finding(
      .restartedIDs, line: 0,
      detail: "\(revision.columns[day] ?? 0) su \(told), rispetto a «\(previous)»")
  }
}

extension Field {
  /// Does not change while what the row tells goes on.
  fileprivate var tellsWhatARowIsAbout: Bool {
    switch kind {
    case .person, .comune: true
    case .code(.servizio, _): true
    default: false
    }
  }
}

extension FindingKind {
  static let restartedIDs = FindingKind(
    "identificativi-ricominciati", .error,
    it:
      "gli identificativi sembrano ricominciare da capo: righe di un altro giorno e di un'altra persona o luogo prendono"
      + " il posto di quelle che li avevano già, e queste non contano più",
    en:
      "the identifiers seem to begin again: rows of another day and of another person or place take the place of those"
      + " that had them already, and these no longer count",
    expected:
      "identificativi che non tornano, come 2026-000123 con l'anno davanti, anche nelle consegne precedenti; nulla, se la"
      + " fonte è cumulativa e ogni consegna ripete tutto, o se quelle righe sono davvero corrette")
}
