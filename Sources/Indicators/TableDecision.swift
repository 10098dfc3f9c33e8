public import Warehouse

/// A decision of a co-programming table, as its sheet came back (`esiti_tavolo`).
public struct TableDecision: Hashable, Sendable {
  public var procedure: String
  public var number: String
  public var need: String
  public var decision: String
  public var responsible: String?
  /// Empty means the whole territory of the table.
  public var comuni: [ComuneCode]
  /// Slug or reference code of the indicator it is checked by.
  public var indicator: String?
  /// In the unit of the indicator; a share is a fraction of 1.
  public var target: Double?
  public var due: Day?
  /// `da_avviare`, `in_corso`, `conclusa`, `abbandonata`.
  public var status: String?

  public init(
    procedure: String, number: String, need: String, decision: String, responsible: String?,
    comuni: [ComuneCode], indicator: String?, target: Double?, due: Day?, status: String?
  ) {
    self.procedure = procedure
    self.number = number
    self.need = need
    self.decision = decision
    self.responsible = responsible
    self.comuni = comuni
    self.indicator = indicator
    self.target = target
    self.due = due
    self.status = status
  }
}
