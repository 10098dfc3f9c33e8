import Warehouse

/// The language of what goes back to a provider.
public enum ReceiptLanguage: String, Sendable, CaseIterable, Codable {
  case it, en

  /// `1.234` or `1,234`.
  func integer(_ value: Int) -> String {
    var text = ""
    for (i, digit) in String(abs(value)).reversed().enumerated() {
      if i > 0, i % 3 == 0 { text.append(self == .it ? "." : ",") }
      text.append(digit)
    }
    return (value < 0 ? "−" : "") + String(text.reversed())
  }

  /// With one decimal: `4,1` or `4.1`.
  func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return (tenths < 0 ? "−" : "") + integer(abs(tenths) / 10) + (self == .it ? "," : ".")
      + "\(abs(tenths) % 10)"
  }

  /// A share of 1 with one decimal: `15,0 %` or `15.0%`.
  func percent(_ share: Double) -> String {
    decimal(share * 100) + (self == .it ? "\u{A0}%" : "%")
  }
}

/// The same words in both languages; `{0}`, `{1}`… stand for what only the case knows.
struct Words: Sendable {
  let it: String
  let en: String

  init(_ it: String, _ en: String) {
    self.it = it
    self.en = en
  }

  subscript(language: ReceiptLanguage) -> String { language == .it ? it : en }

  func callAsFunction(_ language: ReceiptLanguage, _ arguments: String...) -> String {
    let pieces = self[language].utf8.split(
      separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    // In one pass: what somebody else wrote may hold braces of its own.
    return pieces.dropFirst().reduce(into: String(Substring(pieces[0]))) { text, piece in
      text += arguments[Int(piece.first! - UInt8(ascii: "0"))] + Substring(piece.dropFirst(2))
    }
  }
}

extension ReceiptLanguage {
  /// `30/6/2026` or `30 June 2026`: an order of day and month nobody can take for the other.
  func date(_ day: Day) -> String {
    let (year, month, number) = day.civil
    guard self == .en else { return "\(number)/\(month)/\(year)" }
    return "\(number) \(self.month(year, month))"
  }

  /// `marzo 2026`, `March 2026`.
  func month(_ year: Int, _ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(self == .it ? ItalianMonths.name(month) : names[month - 1]) \(year)"
  }

  /// `1 riga`, `37 righe`.
  func rows(_ count: Int) -> String {
    let number = integer(count)
    return self == .it
      ? number + (count == 1 ? " riga" : " righe") : number + (count == 1 ? " row" : " rows")
  }
}
