import Spreadsheet

/// One column of a fill-in workbook: what a clerk is told, and what the cell accepts.
struct TemplateColumn {
  enum Accepts: Equatable {
    case text
    case day
    case integers(ClosedRange<Int64>)
    case decimals(ClosedRange<Double>)
    /// Words of a list; `isClosed` when nothing else can be read.
    case words(list: String, isClosed: Bool)
    /// Words of a list joined with `|`.
    case manyWords(list: String)
  }

  let field: Field
  let accepts: Accepts
  /// An example in the form that is asked for.
  let example: String
  private let language: ReceiptLanguage

  init(_ field: Field, lists: TemplateLists, _ language: ReceiptLanguage = .it) {
    self.field = field
    self.language = language
    var accepts = Accepts.text
    var fallback = ""
    switch field.kind {
    case .code(let list, let keepsUnknown):
      accepts = .words(list: list.rawValue, isClosed: !keepsUnknown)
      fallback = lists.words[list.rawValue]?.first ?? ""
    case .codes(let list):
      accepts = .manyWords(list: list.rawValue)
      fallback = (lists.words[list.rawValue] ?? []).prefix(2).joined(separator: "|")
    case .comune:
      // People live elsewhere too: another name is only warned about.
      accepts = .words(list: TemplateLists.comuni, isClosed: false)
      fallback = lists.largestComune
    case .place: fallback = lists.largestComune
    case .comuni:
      accepts = .manyWords(list: TemplateLists.comuni)
      fallback = lists.largestComune
    case .yesNo:
      accepts = .words(list: TemplateLists.yesNo, isClosed: true)
      fallback = TemplateWords.yes[language]
    case .date:
      accepts = .day
      fallback = "31/03/2026"
    case .integer(let range):
      accepts = .integers(range)
      fallback = "\(max(range.lowerBound, min(range.upperBound, 12)))"
    case .decimal(let range):
      accepts = .decimals(range)
      fallback = "12,5"
    case .euro:
      accepts = .decimals(-1e12...1e12)
      fallback = "1.234,56"
    case .quantity: fallback = "1,5"
    case .person: fallback = TemplateWords.personCode[language]
    case .organisation: fallback = TemplateWords.organisationCode[language]
    case .cup: fallback = "B41H22000020006"
    case .ageBand: fallback = "65-69"
    case .identifier: fallback = "2026/0001"
    // Words that only the recipient's list has: any of ours would not be loaded.
    case .ownWord: fallback = ""
    default: fallback = TemplateWords.text[language]
    }
    self.accepts = accepts
    // Codes of the documentation become the words the drop-down shows; ISO days the Italian ones.
    var example = field.example.hasPrefix("(") || field.isOwnWord ? "" : field.example
    if case .place = field.kind { example = "" }
    switch accepts {
    case .words(let list, _):
      // What the lists of this territory do not have would come back unknown.
      example = lists.word(for: example, in: list)
      if !(lists.words[list] ?? []).contains(example) { example = "" }
    case .manyWords(let list):
      let words = example.split(separator: "|").map { lists.word(for: String($0), in: list) }
      example =
        words.allSatisfy { (lists.words[list] ?? []).contains($0) }
        ? words.joined(separator: "|") : ""
    default: break
    }
    if accepts == .day, !example.isEmpty { example = TemplateColumn.italian(example) }
    self.example = example.isEmpty ? fallback : example
  }

  var header: String { field.header }

  /// What to write, in a sentence; `meaning` comes from the contract.
  var help: String {
    let how =
      switch accepts {
      case .text: field.isOwnWord ? TemplateWords.ownWord[language] : ""
      case .day: TemplateWords.day[language]
      case .integers(let range):
        range.upperBound < 1_000_000
          ? TemplateWords.integerWithin(language, "\(range.lowerBound)", "\(range.upperBound)")
          : TemplateWords.integer[language]
      case .decimals: TemplateWords.decimal[language]
      case .words(_, let isClosed):
        (isClosed ? TemplateWords.chosen : TemplateWords.chosenIfThere)[language]
      case .manyWords: TemplateWords.several[language]
      }
    let isNeeded = field.isRequired ? TemplateWords.required : TemplateWords.optional
    let meaning = language == .it ? field.meaning : EnglishTemplate.meaning(field.meaning)
    return [called, isNeeded[language], meaning, how]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What the column is called where its header is in another language.
  private var called: String {
    language == .it ? "" : EnglishTemplate.labels[field.name].map { $0.uppercased() + "." } ?? ""
  }

  /// How the cells to be filled in look.
  var style: CellStyle {
    switch accepts {
    case .day: .day
    case .integers: CellStyle(numberFormat: "0")
    case .decimals: field.kind.isMoney ? .decimal : CellStyle(numberFormat: "General")
    default: .text
    }
  }

  var width: Double {
    let words = Double(header.count) * 1.15 + 2
    switch accepts {
    case .day, .integers: return max(13, words)
    case .words, .manyWords: return max(26, words)
    default: return max(18, words)
    }
  }

  private static func italian(_ iso: String) -> String {
    let parts = iso.prefix(10).split(separator: "-")
    return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : iso
  }
}
