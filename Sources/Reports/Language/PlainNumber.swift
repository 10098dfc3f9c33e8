import Glibc

/// A number for programs with so many digits that count, or all those of its whole part.
func plainNumber(_ value: Double, digits: Int) -> String {
  guard value != 0, value.isFinite else { return plainNumber(value) }
  var scale = 1.0
  while (value * scale).magnitude < pow(10, Double(digits - 1)), scale < 1e12 { scale *= 10 }
  return plainNumber((value * scale).rounded() / scale)
}

/// Numbers for programs: the fewest digits that read back as the same value, dot decimals, no
/// exponent, no `.0`.
func plainNumber(_ value: Double) -> String {
  if value == value.rounded(), value.magnitude < 9e15 { return String(Int(value)) }
  let text = "\(value)"
  guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...]) else {
    return text
  }
  let mantissa = text[..<e]
  let sign = mantissa.hasPrefix("-") ? "-" : ""
  let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
  let whole = String(parts[0])
  let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
  let digits = whole + fraction
  let point = whole.count + exponent
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
  if point >= digits.count {
    return sign + digits + String(repeating: "0", count: point - digits.count)
  }
  return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}
