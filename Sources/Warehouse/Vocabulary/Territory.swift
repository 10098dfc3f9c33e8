internal import GRDB

/// A comune of the reference territory, with what it belongs to.
public struct ComuneRecord: Hashable, Sendable {
  public var istat: String
  public var name: String
  public var belfiore: String
  public var province: String
  public var validFrom: Day?
  public var validTo: Day?
  public var residents: Int
  public var squareKilometres: Double?
  public var altitude: Double?
  /// Published SNAI class, A–F: never re-derived from the minutes.
  public var innerAreaClass: String?
  public var minutesToPole: Double?
  public var ats: String?

  public init(
    istat: String, name: String, belfiore: String, province: String, validFrom: Day?, validTo: Day?,
    residents: Int, squareKilometres: Double?, altitude: Double?, innerAreaClass: String?,
    minutesToPole: Double?, ats: String?
  ) {
    self.istat = istat
    self.name = name
    self.belfiore = belfiore
    self.province = province
    self.validFrom = validFrom
    self.validTo = validTo
    self.residents = residents
    self.squareKilometres = squareKilometres
    self.altitude = altitude
    self.innerAreaClass = innerAreaClass
    self.minutesToPole = minutesToPole
    self.ats = ats
  }
}

/// An ambito territoriale sociale.
public struct ATSRecord: Hashable, Sendable {
  public var id: String
  public var name: String
  /// The list of its comuni is not officially verified.
  public var isProvisional: Bool
  /// First and last day on which it was an ambito; nil ends are open.
  public var validFrom: Day?
  public var validTo: Day?

  public init(
    id: String, name: String, isProvisional: Bool, validFrom: Day? = nil, validTo: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.isProvisional = isProvisional
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

/// An entry of a reference code list.
public struct CodeRecord: Hashable, Sendable {
  public var list: String
  public var code: String
  public var nameIT: String
  public var nameEN: String
  public var parent: String?
  /// Ages of the target population of a user area; nil ends are open.
  public var ageFrom: Int?
  public var ageTo: Int?
  /// Special-category or stigmatising: the stricter threshold applies.
  public var isSensitive: Bool
  /// What the controlled vocabulary of AgID calls it, where there is one for its list.
  public var official: String?

  public init(
    list: String, code: String, nameIT: String, nameEN: String, parent: String? = nil,
    ageFrom: Int? = nil, ageTo: Int? = nil, isSensitive: Bool = false, official: String? = nil
  ) {
    self.official = official
    self.list = list
    self.code = code
    self.nameIT = nameIT
    self.nameEN = nameEN
    self.parent = parent
    self.ageFrom = ageFrom
    self.ageTo = ageTo
    self.isSensitive = isSensitive
  }
}

extension WriteAccess {
  /// Replaces the territory and the code lists whole.
  public func replaceReference(comuni: [ComuneRecord], ats: [ATSRecord], codes: [CodeRecord]) throws
  {
    try db.execute(sql: "DELETE FROM comune; DELETE FROM ats; DELETE FROM code")
    for a in ats {
      try db.execute(
        literal: """
          INSERT INTO ats (id, name, is_provisional, valid_from, valid_to)
          VALUES (\(a.id), \(a.name), \(a.isProvisional), \(a.validFrom?.number),
            \(a.validTo?.number))
          """)
    }
    for c in comuni {
      try db.execute(
        literal: """
          INSERT INTO comune VALUES (\(c.istat), \(c.name), \(c.belfiore), \(c.province),
            \(c.validFrom?.number), \(c.validTo?.number), \(c.residents), \(c.squareKilometres),
            \(c.altitude), \(c.innerAreaClass), \(c.minutesToPole), \(c.ats))
          """)
    }
    for (position, c) in codes.enumerated() {
      try db.execute(
        literal: """
          INSERT INTO code VALUES (\(c.list), \(c.code), \(position), \(c.nameIT), \(c.nameEN),
            \(c.parent), \(c.ageFrom), \(c.ageTo), \(c.isSensitive), \(c.official))
          """)
    }
  }
}

extension Store {
  /// Sorted by ISTAT code.
  public func comuni() throws -> [ComuneRecord] {
    try rows("SELECT * FROM comune ORDER BY istat") { row in
      ComuneRecord(
        istat: row[0], name: row[1], belfiore: row[2], province: row[3],
        validFrom: (row[4] as Int32?).map(Day.init), validTo: (row[5] as Int32?).map(Day.init),
        residents: row[6], squareKilometres: row[7], altitude: row[8], innerAreaClass: row[9],
        minutesToPole: row[10], ats: row[11])
    }
  }

  /// Those that some comune of the territory is of, by id: of another there is nothing to say.
  public func ambiti() throws -> [ATSRecord] {
    try rows(
      """
      SELECT id, name, is_provisional, valid_from, valid_to FROM ats
      WHERE id IN (SELECT ats FROM comune) ORDER BY id
      """
    ) {
      ATSRecord(
        id: $0[0], name: $0[1], isProvisional: $0[2],
        validFrom: ($0[3] as Int32?).map(Day.init), validTo: ($0[4] as Int32?).map(Day.init))
    }
  }

  /// A reference list in its own order.
  public func codes(_ list: String) throws -> [CodeRecord] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT list, code, name_it, name_en, parent, age_from, age_to, is_sensitive, official
          FROM code WHERE list = ? ORDER BY position
          """, arguments: [list]
      ).map {
        CodeRecord(
          list: $0[0], code: $0[1], nameIT: $0[2], nameEN: $0[3], parent: $0[4], ageFrom: $0[5],
          ageTo: $0[6], isSensitive: $0[7], official: $0[8])
      }
    }
  }
}
