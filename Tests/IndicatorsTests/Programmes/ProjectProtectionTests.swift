import Testing
import Warehouse

@testable import Indicators

/// What the pages of programmes and projects show beside the observations passes the same thresholds.
@Suite struct ProjectProtectionTests {
  private func points(_ values: [Double]) -> [ProjectProfile.Point] {
    values.enumerated().map {
      ProjectProfile.Point(day: Day(number: Int32($0.offset)), target: 100, value: $0.element)
    }
  }

  private func shown(_ values: [Double]) -> [Double?] {
    ProjectProfile.protected(points(values), threshold: 5).map(\.value)
  }

  /// Threshold 5: neither a value nor the step to the next shown one is between 1 and 4.
  @Test func stepsOfAFewAreNotShown() {
    #expect(shown([10, 20, 30]) == [10, 20, 30])
    #expect(shown([10, 28, 30]) == [10, nil, 30])
    #expect(shown([3, 30]) == [nil, 30])
    #expect(shown([0, 30, 30]) == [0, 30, 30])
    #expect(shown([30, 2]) == [30, nil])
  }

  /// Against every pair of what is left, on random series.
  @Test func noTwoShownPointsTellAFew() {
    var state: UInt64 = 7
    for _ in 0..<500 {
      var total = 0.0
      let values = (0..<8).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        total += Double((state >> 33) % 9)
        return total
      }
      let left = shown(values).compactMap(\.self)
      for (a, b) in zip(left, left.dropFirst()) { #expect(b == a || b - a >= 5) }
      #expect(left.allSatisfy { $0 == 0 || $0 >= 5 })
    }
  }

  @Test func oneSmallPartWithholdsItsWholeBreakdown() {
    func row(_ code: String, _ sex: String, _ achieved: Double) -> Programme.Reached {
      Programme.Reached(
        code: code, name: code, unit: "persone", date: Day(number: 0), sex: sex, ageBand: nil,
        achieved: achieved)
    }
    let rows = Programme.Reached.protected(
      [row("A", "F", 40), row("A", "M", 2), row("B", "F", 40), row("B", "M", 0)], threshold: 5)
    #expect(rows.map(\.achieved) == [nil, nil, 40, 0])
  }

  @Test func whoIsLeftOutOfABreakdownIsNotToldBySubtraction() {
    func row(_ sex: String?, _ age: String?, _ achieved: Double) -> Programme.Reached {
      Programme.Reached(
        code: "A", name: "A", unit: "persone", date: Day(number: 0), sex: sex, ageBand: age,
        achieved: achieved)
    }
    func isShown(_ rows: [Programme.Reached], of whole: Double?) -> Bool {
      let shown = Programme.Reached.protected(
        rows, wholes: whole.map { ["A": $0] } ?? [:], threshold: 5)
      return shown.allSatisfy { $0.achieved != nil }
    }
    let sexes = [row("F", nil, 40), row("M", nil, 20)]
    #expect(isShown(sexes, of: 60))
    #expect(!isShown(sexes, of: 63))
    #expect(isShown(sexes, of: 66))
    // Three persons have a sex and no age.
    let ages = [row(nil, "0-17", 27), row(nil, "18-64", 30)]
    #expect(isShown(sexes, of: nil) && isShown(ages, of: nil))
    #expect(!isShown(sexes + ages, of: nil))
    // Both sums agree; of women alone two have no age.
    let crossed = [row("F", "0-17", 38), row("M", "0-17", 22)]
    #expect(isShown(crossed, of: 60))
    #expect(!isShown(sexes + crossed, of: 60))
  }

  /// What two citizens gave is theirs to tell; what companies or many gave is not of a person.
  @Test func moneyOfAFewDonorsIsNotTold() {
    func isTellable(_ drives: [(kind: String, donors: Double?)]) -> Bool {
      var money = PrivateMoney()
      for drive in drives { money.add(10_000, kind: drive.kind, donors: drive.donors) }
      return money.isTellable(threshold: 5)
    }
    #expect(!isTellable([("cittadini", 2)]))
    #expect(!isTellable([("cittadini", nil), ("imprese", 40)]), "nobody says how many")
    #expect(!isTellable([("cittadini", 2), ("fondazioni", 1)]), "a foundation's gift is known")
    #expect(isTellable([("cittadini", 3), ("eventi", 4)]))
    #expect(isTellable([("imprese", 1)]) && isTellable([]))
  }
}
