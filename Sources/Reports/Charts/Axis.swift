/// A linear scale from values to pixels, with its ticks.
struct Axis {
  let ticks: [Double]
  let style: NumberStyle
  private let from: Double
  private let to: Double

  init(values: [Double], scale: Chart.Scale, from: Double, to: Double, count: Int = 5) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if scale.fromZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    ticks = Ticks.round(from: low, to: high, count: count)
    style = scale.style.coarse(steps: ticks)
    self.from = from
    self.to = to
  }

  subscript(_ value: Double) -> Double {
    let low = ticks[0]
    let high = ticks[ticks.count - 1]
    return from + (value - low) / (high - low) * (to - from)
  }

  /// Vertical grid lines with their numbers below.
  func drawVertical(_ canvas: inout Canvas, top: Double, bottom: Double, _ language: Language) {
    for tick in ticks {
      canvas.line(self[tick], top, self[tick], bottom, stroke: tick == 0 ? "#8c9196" : Canvas.grid)
      canvas.text(
        style.text(tick, language), self[tick], bottom + 18, .middle, fill: Canvas.muted, size: 13)
    }
  }

  /// Horizontal grid lines with their numbers on the left.
  func drawHorizontal(_ canvas: inout Canvas, left: Double, right: Double, _ language: Language) {
    for tick in ticks {
      canvas.line(left, self[tick], right, self[tick], stroke: tick == 0 ? "#8c9196" : Canvas.grid)
      canvas.text(
        style.text(tick, language), left - 8, self[tick] + 5, .end, fill: Canvas.muted, size: 13)
    }
  }
}

extension NumberStyle {
  /// Just the decimals the ticks need.
  fileprivate func coarse(steps: [Double]) -> NumberStyle {
    let step = steps.count > 1 ? steps[1] - steps[0] : 1
    func digits(_ step: Double) -> Int {
      var digits = 0
      var scaled = step
      while digits < 4, (scaled - scaled.rounded()).magnitude > 1e-6 {
        scaled *= 10
        digits += 1
      }
      return digits
    }
    return switch self {
    case .decimal: .decimal(digits(step))
    case .percent: .percent(digits(step * 100))
    case .points: .points(digits(step))
    }
  }
}
