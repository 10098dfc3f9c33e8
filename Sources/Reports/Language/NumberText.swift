import Indicators

/// Non-breaking space: a number never parts from its unit at the end of a line.
let noBreakSpace = "\u{A0}"

/// Numbers as a reader of the language writes them, by integer arithmetic: no locale is asked.
extension Language {
  var decimalSign: String { self == .it ? "," : "." }
  var thousandsSign: String { self == .it ? "." : "," }

  func integer(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped(value.magnitude)
  }

  /// Half is rounded away from zero; a value that rounds to zero has no sign.
  func decimal(_ value: Double, _ digits: Int) -> String {
    let power = Language.powers[digits]
    let scaled = (value * Double(power)).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9e15 else { return "\(value)" }
    let number = Int(scaled)
    let whole = grouped(number.magnitude / UInt(power))
    let sign = number < 0 ? "−" : ""
    if digits == 0 { return sign + whole }
    let rest = String(number.magnitude % UInt(power))
    let zeros = String(repeating: "0", count: digits - rest.utf8.count)
    return sign + whole + decimalSign + zeros + rest
  }

  /// A share of 1 as a percentage: `16,1 %`, `16.1%`.
  func percent(_ share: Double, _ digits: Int = 1) -> String {
    decimal(share * 100, digits) + (self == .it ? noBreakSpace : "") + "%"
  }

  /// `1.479.692,48 €`, `€1,479,692.48`.
  func euro(cents: Int64) -> String {
    let whole = grouped(UInt(cents.magnitude / 100))
    let rest = cents.magnitude % 100
    let amount = whole + decimalSign + (rest < 10 ? "0" : "") + String(rest)
    let sign = cents < 0 ? "−" : ""
    return self == .it ? sign + amount + noBreakSpace + "€" : sign + "€" + amount
  }

  /// With its sign, plus included: `+3,2`.
  func signed(_ value: Double, _ digits: Int) -> String {
    let text = decimal(value, digits)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && !isZero ? "+" + text : text
  }

  private func grouped(_ magnitude: UInt) -> String {
    let digits = Array(String(magnitude).utf8)
    var out: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        out.append(contentsOf: thousandsSign.utf8)
      }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}
