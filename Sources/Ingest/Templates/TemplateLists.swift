import Spreadsheet
import Warehouse

/// The words behind the drop-downs of a fill-in workbook, each of which reads back as its code.
struct TemplateLists {
  static let comuni = "comuni"
  static let yesNo = "si_no"

  /// List → words, in the order of the list.
  let words: [String: [String]]
  let largestComune: String
  private let reference: ReferenceFolder
  private let language: ReceiptLanguage

  init(_ reference: ReferenceFolder, _ language: ReceiptLanguage = .it) {
    self.reference = reference
    self.language = language
    var words: [String: [String]] = [TemplateLists.yesNo: [TemplateWords.yes[language], "no"]]
    // What has ended is read where it was written, and is not offered any more.
    for (name, list) in reference.lists {
      words[name.rawValue] = list.entries.filter { $0.validTo == nil }.map {
        TemplateLists.word(for: $0, in: list, language)
      }
    }
    // In the order of the alphabet, as a reader looks for them.
    words[TemplateLists.comuni] = reference.comuni.filter { $0.validTo == nil }.map { comune in
      if case .resolved(let code, _) = reference.resolver.resolve(comune.name),
        "\(code)" == comune.istat
      {
        return comune.name
      }
      return comune.istat
    }.sorted { (Folding.fold($0), $0) < (Folding.fold($1), $1) }
    self.words = words
    largestComune = reference.comuni.max { $0.residents < $1.residents }?.name ?? ""
  }

  /// The word the drop-down shows for a code, or the code itself.
  func word(for code: String, in list: String) -> String {
    if list == TemplateLists.comuni {
      return reference.comuni.first { $0.istat == code }?.name ?? code
    }
    if list == TemplateLists.yesNo, code == TemplateWords.yes.it {
      return TemplateWords.yes[language]
    }
    guard let name = CodeListName(rawValue: list), let codes = reference.lists[name],
      let entry = codes.entry(code)
    else { return code }
    return TemplateLists.word(for: entry, in: codes, language)
  }

  /// The label, where it reads back as its code and nothing else; otherwise the code.
  private static func word(
    for entry: CodeList.Entry, in list: CodeList, _ language: ReceiptLanguage
  ) -> String {
    (language == .it ? [entry.label] : [entry.labelEN, entry.label]).first {
      !$0.isEmpty && list.resolve($0) == entry.code
    } ?? entry.code
  }

  /// Writes a column per list the workbook uses.
  ///
  /// - Returns: the place of each list, for the drop-downs.
  func write(
    _ used: [String], on sheet: Sheet
  ) throws(WorkbookError) -> [String: (column: Int, rows: ClosedRange<Int>)] {
    var places: [String: (column: Int, rows: ClosedRange<Int>)] = [:]
    for name in used {
      guard let words = words[name], !words.isEmpty else { continue }
      let column = places.count
      try sheet.write(.text(name), row: 0, column: column, style: .header)
      for (i, word) in words.enumerated() {
        try sheet.write(.text(word), row: i + 1, column: column, style: .text)
      }
      let longest = words.map(\.count).max() ?? 0
      try sheet.setWidth(Double(min(max(longest, name.count), 60)) + 3, columns: column...column)
      places[name] = (column, 1...words.count)
    }
    try sheet.freeze(rows: 1)
    try sheet.set(
      PrintSetup(
        titleRows: 0...0, pageWords: (TemplateWords.page[language], TemplateWords.of[language])))
    return places
  }
}
