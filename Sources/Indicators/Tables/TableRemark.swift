import Warehouse

/// What somebody at a co-programming table said of its theme (`osservazioni_tavolo`): words of the table,
/// not figures, and of organisations, not of persons.
public struct TableRemark: Hashable, Sendable {
  /// `forza`, `debolezza`, `opportunita`, `rischio`.
  public var kind: String
  public var procedure: String
  /// Codes of the theme, where it is told.
  public var userArea: String?
  public var service: String?
  public var text: String
  /// Fiscal code of who said so: counted, never shown.
  public var voice: String?

  public init(
    kind: String, procedure: String, userArea: String?, service: String?, text: String,
    voice: String?
  ) {
    self.kind = kind
    self.procedure = procedure
    self.userArea = userArea
    self.service = service
    self.text = text
    self.voice = voice
  }

  /// In the order they were delivered.
  static func all(in store: Store) throws -> [TableRemark] {
    var all: [TableRemark] = []
    try store.forEachCurrent(.tableObservation) { fact in
      guard let kind = fact.text(.observationKind), let procedure = fact.text(.proceedingID),
        let text = fact.text(.text), !text.isEmpty
      else { return }
      all.append(
        TableRemark(
          kind: kind, procedure: procedure, userArea: fact.text(.userArea),
          service: fact.text(.service), text: text, voice: fact.text(.provider)))
    }
    return all
  }
}
