/// What stands beside the rows of a JSON document about rows that are elsewhere: how many there are in all, and
/// where the next ones are.
struct PageMarks {
  /// Rows of the document.
  var rows = 0
  private var total: Int?
  private var next: String?

  private static let totals: Set = [
    "total", "count", "totalcount", "totalresults", "totalrecords", "totalelements", "totalitems",
    "totalsize", "totalfeatures", "recordstotal", "numbermatched",
  ]
  private static let nexts: Set = [
    "next", "nextlink", "nextpage", "nextpagetoken", "nexttoken", "nextcursor", "nexturl",
    "nextrecordsurl", "hasmore", "hasnext", "hasnextpage", "exceededtransferlimit",
  ]

  /// - Parameter name: from the root: `$.meta.total`, `$.@odata.nextLink`, `$._links.next.href`.
  mutating func note(_ name: String, _ text: String) {
    let steps = name.split(separator: ".").map { $0.filter(\.isLetter).lowercased() }
    guard var last = steps.last else { return }
    if last == "href", steps.count > 1 { last = steps[steps.count - 2] }
    if PageMarks.totals.contains(last), let number = Int(text) {
      total = max(number, total ?? 0)
    } else if PageMarks.nexts.contains(last) {
      // Of pages put one after another that of the last one holds.
      next = ["", "false", "0", "null"].contains(text) ? nil : name
    }
  }

  /// What tells that rows are missing; nil when nothing does. Some give an address for a page that is empty: a
  /// total knows better.
  var missing: String? {
    if let total { return total > rows ? "righe: \(rows) su \(total)" : nil }
    return next.map { "dopo queste righe ce ne sono altre («\($0)»)" }
  }
}
