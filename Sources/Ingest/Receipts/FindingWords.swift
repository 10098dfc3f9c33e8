import Foundation
import Warehouse

/// A finding in a reader's words.
enum FindingWords {
  /// What is wrong: `il comune non è stato riconosciuto (forse «Platì»)`.
  static func message(_ finding: Finding, _ language: ReceiptLanguage) -> String {
    message(FindingKind.named(finding.code), finding.code, language)
      + (finding.detail.isEmpty ? "" : " (\(detail(finding.detail, language)))")
  }

  static func message(
    _ kind: FindingKind?, _ code: String, _ language: ReceiptLanguage
  ) -> String {
    (language == .it ? kind?.message.it : kind?.message.en) ?? code
  }

  /// A cell as it is shown: an empty one is said to be, and the shape of a personal one is told in the
  /// reader's language.
  static func cell(_ cell: String, _ language: ReceiptLanguage) -> String {
    if cell.isEmpty { return ReceiptPhrases.cellEmpty[language] }
    guard language == .en else { return cell }
    return cell.replacing(#/^(\d+) caratter[ei]: /#) { match in
      match.output.1 == "1" ? "1 character: " : "\(match.output.1) characters: "
    }
  }

  /// With its column: `«Residenza»: il comune non è stato riconosciuto`.
  static func sentence(_ finding: Finding, _ language: ReceiptLanguage) -> String {
    (finding.header.isEmpty ? "" : "«\(finding.header)»: ") + message(finding, language)
  }

  static func expected(_ kind: FindingKind?, _ language: ReceiptLanguage) -> String {
    guard let kind else { return "" }
    return language == .it ? kind.expected : FindingAdvice.english[kind.code] ?? kind.message.en
  }

  static func severity(_ severity: Finding.Severity, _ language: ReceiptLanguage) -> String {
    guard language == .en else { return severity.rawValue }
    return switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  static func detail(_ text: String, _ language: ReceiptLanguage) -> String {
    language == .it ? text : EnglishPhrases.english(text)
  }
}
