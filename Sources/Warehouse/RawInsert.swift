import GRDB
import GRDBSQLite

/// A prepared insert, bound and stepped through the C API: for tables of a hundred thousand rows.
struct RawInsert {
  private let db: Database
  private let statement: OpaquePointer

  init(_ statement: Statement, on db: Database) {
    self.db = db
    self.statement = statement.sqliteStatement
  }

  /// One value at a place, from 1.
  struct Row {
    let statement: OpaquePointer

    func bind(_ place: CInt, _ value: Int64) { sqlite3_bind_int64(statement, place, value) }

    func bind(_ place: CInt, _ value: Double?) {
      if let value {
        sqlite3_bind_double(statement, place, value)
      } else {
        sqlite3_bind_null(statement, place)
      }
    }

    func bind(_ place: CInt, _ value: String?) {
      if let value {
        sqlite3_bind_text(statement, place, value, -1, transient)
      } else {
        sqlite3_bind_null(statement, place)
      }
    }
  }

  func run<T>(_ all: [T], _ bind: (T, Row) -> Void) throws {
    let row = Row(statement: statement)
    for one in all {
      bind(one, row)
      let code = sqlite3_step(statement)
      sqlite3_reset(statement)
      guard code == SQLITE_DONE else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
      }
    }
  }
}
