import Warehouse

/// What somebody brought to a co-programming table and what became of it (`proposte`): words of organisations
/// and of the table, not of persons.
public struct TableProposal: Hashable, Sendable {
  public var procedure: String
  public var number: String
  public var text: String
  /// Codes of the theme, where they are told.
  public var userArea: String?
  public var service: String?
  /// `ricevuta`, `discussa`, `adottata`, `rinviata`, `respinta`; nil where it is not told.
  public var status: String?
  /// Why the table decided so.
  public var grounds: String?

  public init(
    procedure: String, number: String, text: String, userArea: String?, service: String?,
    status: String?, grounds: String?
  ) {
    self.procedure = procedure
    self.number = number
    self.text = text
    self.userArea = userArea
    self.service = service
    self.status = status
    self.grounds = grounds
  }

  /// In the order they were delivered.
  static func all(in store: Store) throws -> [TableProposal] {
    var all: [TableProposal] = []
    try store.forEachCurrent(.tableProposal) { fact in
      guard let procedure = fact.text(.proceedingID), let number = fact.text(.number),
        let text = fact.text(.text), !text.isEmpty
      else { return }
      all.append(
        TableProposal(
          procedure: procedure, number: number, text: text, userArea: fact.text(.userArea),
          service: fact.text(.service), status: fact.text(.status), grounds: fact.text(.grounds)))
    }
    return all
  }
}
