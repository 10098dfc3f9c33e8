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

  /// The few phrases details are made of.
  static func detail(_ text: String, _ language: ReceiptLanguage) -> String {
    guard language == .en else { return text }
    var text = text.replacing(#/^riga (\d+)$/#) { "row \($0.output.1)" }
    text = text.replacing(#/^da (-?\d+) a (-?\d+)$/#) { "from \($0.output.1) to \($0.output.2)" }
    for (it, en) in [
      ("carattere ", "character "), ("qui serve ", "wanted here: "),
      ("la fine della riga", "the end of the line"),
      ("la fine della stringa (gli a capo si scrivono \\n)", "the end of the string"),
      ("il nome di un campo fra virgolette", "the name of a field in quotes"),
      ("la riga finisce a metà dell'oggetto", "the line ends inside the object"),
      ("celle come questa: ", "cells like it: "), ("» è il ", "» is "),
      ("forse ", "perhaps "), ("riga precedente: ", "earlier row: "),
      (" celle invece di ", " cells instead of "),
      ("più di due decimali", "more than two decimals"),
      ("qualificato dal ", "qualified since "),
      ("qualifica sospesa o decaduta", "qualification suspended or lapsed"),
      ("nessuna candidatura accolta", "no application accepted"),
      ("finanziamento ", "funding "),
      ("quadra con le righe sopra", "it is the sum of the rows above"),
      ("dichiarato ", "stated "), ("somma delle righe ", "sum of the rows "),
      ("somma delle quote ", "sum of the shares "),
      ("arrivato anche come ", "it came as well as "), ("letto come ", "read as "),
      ("nella prima parte del file: ", "in the first part of the file: "),
      (" byte, il primo in questa riga", " bytes, the first in this row"),
      ("celle riempite: ", "cells filled: "), ("celle vuote: ", "blank cells: "),
      ("; identica", "; the same"), ("; diverse: ", "; different: "),
      ("per il campo ", "of the field "),
      (", rispetto a ", ", by comparison with "), ("dalla riga ", "from row "),
      ("righe: ", "rows: "),
      (", riga ", ", row "), (" righe", " rows"), (" riga", " row"),
    ] { text = text.replacingOccurrences(of: it, with: en) }
    return text
  }
}
