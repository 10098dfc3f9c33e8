internal import GRDB

/// A decision of a co-programming table, as the newest sheet that names it says.
public struct TableDecisionFact: Hashable, Sendable {
  public var procedure: String
  public var number: String
  public var need: String
  public var decision: String
  public var weight: Double?
  public var responsible: String?
  public var service: String?
  /// ISTAT codes; empty means the whole territory of the table.
  public var comuni: [String]
  public var indicator: String?
  public var target: Double?
  public var dueOn: Day?
  public var resourcesCents: Int64?
  public var status: String?
  /// Nil where the sheet does not say.
  public var decidedOn: Day?
  /// The first delivery, current or not, in which the decision is.
  public var firstReceivedOn: Day
}

extension Store {
  /// By procedure and number. A sheet handed back again, with a status further on, tells the same
  /// decisions: of each the newest row stands, whatever the policy of the source.
  public func tableDecisions() throws -> [TableDecisionFact] {
    try rows(
      """
      WITH newest AS (
        SELECT d.*, row_number() OVER (
          PARTITION BY proceeding_id, number ORDER BY s.received_on DESC, d.key DESC) AS place
        FROM current_table_decision d JOIN snapshot s ON s.id = d.snapshot),
      first AS (
        SELECT proceeding_id, number, min(s.received_on) AS day
        FROM table_decision d JOIN snapshot s ON s.id = d.key >> 32
        GROUP BY proceeding_id, number)
      SELECT proceeding_id, number, need, decision, weight, responsible, service, comuni, indicator,
        target, due_on, resources_cents, status, decided_on, first.day
      FROM newest JOIN first USING (proceeding_id, number)
      WHERE place = 1
      ORDER BY proceeding_id, CAST(number AS INTEGER), number
      """
    ) { row in
      func day(_ i: Int) -> Day? { (row[i] as Int32?).map(Day.init) }
      let comuni: String = row[7] ?? ""
      return TableDecisionFact(
        procedure: row[0], number: row[1], need: row[2], decision: row[3], weight: row[4],
        responsible: row[5], service: row[6],
        comuni: comuni == "tutti" ? [] : comuni.split(separator: "|").map(String.init),
        indicator: row[8], target: row[9], dueOn: day(10), resourcesCents: row[11],
        status: row[12], decidedOn: day(13), firstReceivedOn: Day(number: row[14]))
    }
  }
}
