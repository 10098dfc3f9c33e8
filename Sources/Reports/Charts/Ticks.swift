/// Round numbers along an axis.
enum Ticks {
  /// Multiples of 1, 2 or 5 times a power of ten that cover both ends with about `count` steps.
  static func round(from low: Double, to high: Double, count: Int = 5) -> [Double] {
    guard low.isFinite, high.isFinite else { return [0, 1] }
    let (low, high) = low < high ? (low, high) : padded(low)
    let raw = (high - low) / Double(count)
    var magnitude = 1.0
    while magnitude * 10 <= raw { magnitude *= 10 }
    while magnitude > raw { magnitude /= 10 }
    let step = [1.0, 2, 5, 10].map { $0 * magnitude }.first { $0 >= raw * 0.999 } ?? 10 * magnitude
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// A single value still needs an axis.
  private static func padded(_ value: Double) -> (Double, Double) {
    value == 0 ? (0, 1) : (min(0, value), max(0, value))
  }
}
