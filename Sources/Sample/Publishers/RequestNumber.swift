internal import Warehouse

/// How each system numbers its requests: by year at the desks, from the first one on the platform.
enum RequestNumber {
  /// `2025/0001234`, `AS25-0001234`, `P00001234`.
  static func write(
    _ need: Need, of source: RequestSource, _ season: Season, to out: inout ByteWriter
  ) {
    let year = need.received.year
    switch source {
    case .municipality:
      out.number(year, width: 4)
      out.byte(UInt8(ascii: "/"))
      out.number(season.progressive(of: need.index, year: year), width: 7)
    case .ambito:
      out.text("AS")
      out.number(year % 100, width: 2)
      out.byte(UInt8(ascii: "-"))
      out.number(season.progressive(of: need.index, year: year), width: 7)
    case .platform:
      out.byte(UInt8(ascii: "P"))
      out.number(need.index + 1, width: 8)
    }
  }

  static func text(_ need: Need, of source: RequestSource, _ season: Season) -> String {
    let year = need.received.year
    let number = String(season.progressive(of: need.index, year: year))
    let padded = String(repeating: "0", count: max(0, 7 - number.utf8.count)) + number
    return switch source {
    case .municipality: "\(year)/\(padded)"
    case .ambito: "AS\(year % 100)-\(padded)"
    case .platform:
      "P" + String(repeating: "0", count: max(0, 8 - String(need.index + 1).utf8.count))
        + "\(need.index + 1)"
    }
  }
}
