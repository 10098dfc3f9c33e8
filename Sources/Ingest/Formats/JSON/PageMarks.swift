/// What stands beside the rows of a JSON document about rows that are elsewhere: how many there are in all, and
/// where the next ones are.
struct PageMarks {
  /// Rows of the document.
  var rows = 0
  private var total: Int?
  private var next: String?
  /// Which page this is, and how many there are.
  private var page: Int?
  private var pages: Int?

  private static let totals: Set = [
    "total", "count", "totalcount", "totalresults", "totalrecords", "totalelements", "totalitems",
    "totalsize", "totalfeatures", "recordstotal", "numbermatched",
  ]
  private static let nexts: Set = [
    "next", "nextlink", "nextpage", "nextpagetoken", "nexttoken", "nextcursor", "nexturl",
    "nextrecordsurl", "hasmore", "hasnext", "hasnextpage", "exceededtransferlimit",
  ]
  private static let pageNames: Set = ["page", "currentpage", "pagenumber"]
  private static let pagesNames: Set = ["pages", "totalpages", "lastpage", "pagecount", "numpages"]
  /// What they are written under: `next.href`, `next.after`, `total.value`.
  private static let wrappers: Set = ["href", "url", "link", "after", "value"]

  /// - Parameter name: from the root: `$.meta.total`, `$.@odata.nextLink`, `$._links.next.href`,
  ///   `$.hits.total.value`.
  mutating func note(_ name: String, _ text: String) {
    let steps = name.split(separator: ".").map { $0.filter(\.isLetter).lowercased() }
    guard var last = steps.last else { return }
    if PageMarks.wrappers.contains(last), steps.count > 1 { last = steps[steps.count - 2] }
    if PageMarks.totals.contains(last), let number = Int(text) {
      total = max(number, total ?? 0)
    } else if PageMarks.nexts.contains(last) {
      // Of pages put one after another that of the last one holds.
      next = ["", "false", "0", "null"].contains(text) ? nil : name
    } else if last == "offset" {
      // A number says where this page begins; Airtable writes where the next does, and it is none.
      if Int(text) == nil { next = text.isEmpty ? nil : name }
    } else if PageMarks.pageNames.contains(last) {
      page = Int(text)
    } else if PageMarks.pagesNames.contains(last) {
      pages = Int(text)
    }
  }

  /// What tells that rows are missing; nil when nothing does. Some give an address for a page that is empty: a
  /// total knows better.
  var missing: String? {
    if let total { return total > rows ? "righe: \(rows) su \(total)" : nil }
    // The first may be page 0.
    if let page, let pages, max(1, page) < pages { return "pagina \(page) di \(pages)" }
    return next.map { "dopo queste righe ce ne sono altre («\($0)»)" }
  }
}
