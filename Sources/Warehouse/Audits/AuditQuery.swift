/// A question about the current facts of several tables, whose answer is the rows that contradict the
/// others.
///
/// Each answer is the row at fault, what it says, and what it contradicts.
public struct AuditQuery: Sendable {
  /// The table whose rows are at fault, and the field that is.
  public let table: FactTable
  public let field: FactField
  /// Tables without which the question makes no sense: where one has no current row, nothing is asked.
  let needs: [FactTable]
  /// Gives `key`, `cell` and `detail`.
  let sql: String

  /// Values of a field that no row of another table has, once for each delivery and value, at the
  /// first row that says it.
  public static func unknown(
    _ field: FactField, of table: FactTable, in target: FactTable, _ targetField: FactField
  ) -> AuditQuery {
    AuditQuery(
      table: table, field: field, needs: [table, target],
      sql: """
        SELECT min(key) AS key, \(field.name) AS cell,
          count(*) || iif(count(*) = 1, ' riga', ' righe') AS detail
        FROM current_\(table.name)
        WHERE \(field.name) NOT IN (SELECT \(targetField.name) FROM current_\(target.name))
        GROUP BY snapshot, \(field.name)
        """)
  }

  /// What is wrong between a row and the one of another table it names.
  public enum Contradiction: Sendable {
    /// A day comes before the other row's.
    case before(FactField)
    /// A day comes after the other row's.
    case after(FactField)
    /// A day comes after the other row's, and the other row has this code.
    case afterWhere(FactField, FactField, is: String)

    func condition(_ day: String) -> String {
      switch self {
      case .before(let other): "\(day) < o.\(other.name)"
      case .after(let other): "\(day) > o.\(other.name)"
      case .afterWhere(let other, let field, let code):
        "\(day) > o.\(other.name) AND o.\(field.name) = '\(code)'"
      }
    }

    var other: FactField {
      switch self {
      case .before(let other), .after(let other), .afterWhere(let other, _, _): other
      }
    }
  }

  /// Days that contradict the row of another table named by `link`.
  ///
  /// A name two rows of the other table have is nobody's: two systems may number alike.
  public static func contradiction(
    _ field: FactField, of table: FactTable, with other: FactTable, by link: FactField,
    _ contradiction: Contradiction, called name: String
  ) -> AuditQuery {
    AuditQuery(
      table: table, field: field, needs: [table, other],
      sql: """
        SELECT f.key AS key, date(f.\(field.name) * 86400, 'unixepoch') AS cell,
          '\(name) ' || date(o.\(contradiction.other.name) * 86400, 'unixepoch') AS detail
        FROM current_\(table.name) f JOIN (
          SELECT * FROM current_\(other.name)
          WHERE \(link.name) IN (SELECT \(link.name) FROM current_\(table.name))
          GROUP BY \(link.name) HAVING count(*) = 1) o ON o.\(link.name) = f.\(link.name)
        WHERE \(contradiction.condition("f.\(field.name)"))
        """)
  }

  /// Offers that begin on a day on which their organisation was not qualified to make them.
  public static let unqualifiedOffers = AuditQuery(
    table: .serviceOffer, field: .startsOn, needs: [.serviceOffer, .providerApplication],
    sql: """
      SELECT f.key AS key, date(f.starts_on * 86400, 'unixepoch') AS cell,
        coalesce(
          (SELECT 'qualificato dal ' || date(min(decided_on) * 86400, 'unixepoch')
            FROM current_provider_application a
            WHERE a.provider = f.provider AND outcome = 'qualificato' AND decided_on > f.starts_on),
          (SELECT 'qualifica sospesa o decaduta' FROM current_provider_application a
            WHERE a.provider = f.provider AND outcome = 'qualificato' LIMIT 1),
          'nessuna candidatura accolta') AS detail
      FROM current_service_offer f
      WHERE coalesce(f.status, 'pubblicato') <> 'bozza' AND NOT EXISTS (
        SELECT 1 FROM current_provider_application a
        WHERE a.provider = f.provider AND a.outcome = 'qualificato'
          AND a.decided_on <= f.starts_on
          AND (a.suspended_on IS NULL OR a.suspended_on > f.starts_on)
          AND (a.lapsed_on IS NULL OR a.lapsed_on > f.starts_on))
      """)

  /// Programmes of which more has been paid than anybody says they were given: at the row that says
  /// the largest total.
  ///
  /// A total is a cumulative statement, or the sum of the single payments of one origin, or of its statements
  /// by fund where a whole funding was stated. Payments of a fund are compared with what that fund gave too.
  public static let paymentsAboveFunding = AuditQuery(
    table: .payment, field: .amountCents, needs: [.payment, .funding],
    sql: """
      WITH stated AS (
        SELECT cup, coalesce(fund, 'totale') AS fund, origin, key, max(amount_cents) AS cents
        FROM current_payment WHERE is_cumulative GROUP BY 1, 2, origin),
      single AS (
        SELECT cup, coalesce(fund, 'totale') AS fund, origin, max(key) AS key,
          sum(amount_cents) AS cents
        FROM current_payment WHERE NOT is_cumulative GROUP BY 1, 2, origin),
      paid AS (
        SELECT cup, fund, key, cents FROM stated
        UNION ALL SELECT cup, fund, key, cents FROM single WHERE fund <> 'totale'
        UNION ALL SELECT cup, 'totale', max(key), sum(cents) FROM single GROUP BY cup, origin
        UNION ALL SELECT cup, 'parts', max(key), sum(cents) FROM stated
        WHERE fund <> 'totale' GROUP BY cup, origin),
      parts AS (
        SELECT cup, fund, origin, referred_to, sum(amount_cents) AS cents FROM current_funding
        WHERE fund <> 'totale' GROUP BY cup, fund, origin, referred_to),
      given AS (
        SELECT cup, fund, max(cents) AS cents FROM (
          SELECT cup, fund, amount_cents AS cents FROM current_funding WHERE fund = 'totale'
          UNION ALL SELECT cup, 'parts', amount_cents FROM current_funding WHERE fund = 'totale'
          UNION ALL SELECT cup, 'totale', sum(cents) FROM parts GROUP BY cup, origin, referred_to
          UNION ALL SELECT cup, fund, cents FROM parts)
        GROUP BY cup, fund)
      SELECT paid.key AS key, printf('%.2f', max(paid.cents) / 100.0) AS cell,
        'finanziamento ' || iif(fund IN ('totale', 'parts'), '', fund || ' ')
          || printf('%.2f', given.cents / 100.0) AS detail
      FROM paid JOIN given USING (cup, fund)
      WHERE paid.cents > given.cents GROUP BY cup
      """)

  /// Residents whose ages other rows of the same comune, year and sex hold too: for each delivery and year, at
  /// the first of them.
  public static let overlappingAges = AuditQuery(
    table: .population, field: .ageFrom, needs: [.population],
    sql: """
      WITH ages AS (
        SELECT key, snapshot, year, age_from, age_to, max(age_to) OVER (
          PARTITION BY comune, year, sex ORDER BY age_from, age_to, key
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
        FROM current_population WHERE comune <> 'ND')
      SELECT min(key) AS key, age_from || '-' || age_to AS cell,
        count(*) || iif(count(*) = 1, ' riga', ' righe') AS detail
      FROM ages WHERE age_from <= reached GROUP BY snapshot, year
      """)

  /// Numbers of something that an earlier loaded delivery has a number of too: for each delivery and thing, at
  /// the first row. What nobody could place is not one thing.
  ///
  /// - Parameter columns: what tells one thing from another; the first is the one shown.
  public static func toldTwice(_ table: FactTable, by columns: [FactField]) -> AuditQuery {
    let names = columns.map(\.name)
    return AuditQuery(
      table: table, field: columns[0], needs: [table],
      sql: """
        WITH told AS (
          SELECT key, snapshot, \(names[0]) AS cell,
            min(snapshot) OVER (PARTITION BY \(names.joined(separator: ", "))) AS first
          FROM current_\(table.name)
          WHERE \(names.map { "coalesce(\($0), '') <> 'ND'" }.joined(separator: " AND ")))
        SELECT min(key) AS key, cell, count(*) || iif(count(*) = 1, ' riga', ' righe') AS detail
        FROM told WHERE snapshot <> first GROUP BY snapshot, cell
        """)
  }
}
