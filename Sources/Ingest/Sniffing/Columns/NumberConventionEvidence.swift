/// What the numbers of one column say about their decimal mark.
///
/// `12,5` and `1.234,56` prove commas, `12.5` and `1,234.56` dots, and so do marks repeated between
/// thousands. `40.000` is forty thousand to one and forty to the other: it proves nothing, and a
/// column that holds nothing else stays undecided. Where numbers are whole `1.234` can be no fraction.
public struct NumberConventionEvidence: Sendable {
  private var ballot = Ballot<NumberConvention>([.italian, .international, .plain])

  /// The column counts things: its numbers have no decimals, or none but zeros.
  private let isWhole: Bool
  /// Its numbers are money: beside `12.50`, nobody can tell what `1.250` is.
  private let isMoney: Bool
  /// Decimals of the numbers that have some for sure.
  private var mostDecimals = 0
  /// Cells with three digits after their only mark, by the mark.
  private var doubtful = (dots: 0, commas: 0)

  public init(isWhole: Bool = false, isMoney: Bool = false) {
    self.isWhole = isWhole
    self.isMoney = isMoney
  }

  /// Takes a cell into account; one that is no number says nothing.
  public mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    guard let shape = Shape(cell) else { return }
    switch (shape.dots, shape.commas) {
    case (0, 0):
      if shape.hasExponent { ballot.prove(.plain, by: cell) }
    case (_, 0):
      weigh(marks: shape.dots, decimal: .international, thousands: .italian, shape, cell)
    case (0, _):
      weigh(marks: shape.commas, decimal: .italian, thousands: .international, shape, cell)
    case (1, 1) where shape.afterLast != 3 || shape.groupsFit:
      ballot.prove(shape.lastIsComma ? .italian : .international, by: cell)
    case (_, 1) where shape.lastIsComma: ballot.prove(.italian, by: cell)
    case (1, _) where !shape.lastIsComma: ballot.prove(.international, by: cell)
    default: break
    }
  }

  /// A number with marks of one sort only.
  private mutating func weigh(
    marks: Int, decimal: NumberConvention, thousands: NumberConvention, _ shape: Shape,
    _ cell: UnsafeBufferPointer<UInt8>
  ) {
    if marks > 1 {
      if shape.groupsFit { ballot.prove(thousands, by: cell) }
    } else if shape.hasExponent {
      ballot.prove(decimal == .international ? .plain : decimal, by: cell)
    } else if shape.afterLast == 3, shape.beforeFirst <= 3, !shape.startsWithZero {
      if isWhole, !shape.endsWithZeros {
        ballot.prove(thousands, by: cell)
      } else {
        ballot.abstain(cell)
        if shape.dots > 0 { doubtful.dots += 1 } else { doubtful.commas += 1 }
      }
    } else if shape.afterLast > 0 {
      ballot.prove(decimal, by: cell)
      mostDecimals = max(mostDecimals, shape.afterLast)
    }
  }

  /// The convention the column proves; nil when it proves none, or both.
  public var decision: NumberConvention? {
    if let winner = ballot.winner(.italian, .international) {
      return hasThreeDecimals(by: winner) ? nil : winner
    }
    let isPlain = ballot.count(.plain) > 0 && ballot.undecided == 0 && !isContested
    return isPlain ? .plain : nil
  }

  /// By that convention some amounts would have three decimals in a column of two at most.
  private func hasThreeDecimals(by convention: NumberConvention) -> Bool {
    isMoney && (1...2).contains(mostDecimals)
      && (convention == .italian ? doubtful.commas : doubtful.dots) > 0
  }

  /// Some cells change value with the convention, and nothing says which it is.
  public var isAmbiguous: Bool { decision == nil && (ballot.undecided > 0 || isContested) }

  /// How sure the decision is: one cell may be a slip, ten are not.
  public var confidence: Double {
    guard let decision else { return 0 }
    return (1 - 0.5 / Double(ballot.count(decision) + 1)).rounded2
  }

  /// Some cells prove one reading and some the other.
  var isContested: Bool { ballot.isContested(.italian, .international) }

  /// A cell that proves the decision.
  public var example: String? { decision.flatMap { ballot.example($0) } }

  /// Why, in Italian, for the receipt.
  public var because: String {
    if let decision, let example {
      return "«\(example)» si legge in un modo solo (celle come questa: \(ballot.count(decision)))"
    }
    if isContested {
      return
        "alcune celle hanno la virgola decimale («\(ballot.example(.italian) ?? "")»), altre il"
        + " punto («\(ballot.example(.international) ?? "")»)"
    }
    return ballot.undecided > 0
      ? ballot.doubt("vale", "valgono")
        + " numeri diversi secondo la convenzione, e "
        + (ballot.winner(.italian, .international) == nil
          ? "nessuna cella decide" : "gli altri importi hanno al più due decimali")
      : "solo cifre, senza punti né virgole"
  }

  /// How a number is laid out, whatever its marks mean.
  private struct Shape {
    var dots = 0
    var commas = 0
    var lastIsComma = false
    var hasExponent = false
    var startsWithZero = false
    /// Digits before the first mark, and after the last.
    var beforeFirst = 0
    var afterLast = 0
    /// Every digit after the last mark is a zero.
    var endsWithZeros = true
    /// Every group between two marks has three digits, and so has the last.
    var groupsFit = true

    /// Nil for a cell with anything but a number, a sign, a currency or a per cent.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
      var digits = 0
      var group = 0
      for i in cell.indices {
        let byte = cell[i]
        switch byte {
        case 0x30...0x39:
          if digits == 0 { startsWithZero = byte == 0x30 }
          digits += 1
          group += 1
          if byte != 0x30 { endsWithZeros = false }
        case 0x2C, 0x2E:
          // `€. 1.500,00`: the dot of an abbreviation.
          if digits == 0, byte == 0x2E, i + 1 < cell.count, cell[i + 1] == 0x20 { continue }
          guard digits > 0 else { return nil }
          if dots + commas == 0 {
            beforeFirst = group
            groupsFit = (1...3).contains(group)
          } else if group != 3 {
            groupsFit = false
          }
          lastIsComma = byte == 0x2C
          if lastIsComma { commas += 1 } else { dots += 1 }
          group = 0
          endsWithZeros = true
        case 0x45, 0x65:
          // `e` of an exponent; that of «euro» is not followed by digits or a sign.
          let next = i + 1 < cell.count ? cell[i + 1] : 0
          hasExponent = digits > 0 && (next &- 0x30 <= 9 || next == 0x2B || next == 0x2D)
        default: if !Shape.isDress(byte) { return nil }
        }
        if hasExponent { break }
      }
      guard digits > 0 else { return nil }
      afterLast = group
      if group != 3 { groupsFit = false }
    }

    /// Blanks (narrow and unbreakable too), signs, `€`, `EUR`, `euro`, `%`, parentheses, apostrophes.
    private static func isDress(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte >= 0x80 || "+-=%()'euroEURO".utf8.contains(byte)
    }
  }
}
