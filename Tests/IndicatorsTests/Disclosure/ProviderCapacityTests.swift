import Testing
import Warehouse

@testable import Indicators

/// A place taken is a person: few are withheld, more are rounded, nobody is nobody.
@Suite struct ProviderCapacityTests {
  typealias Capacity = ProviderProfile.Capacity

  private func row(_ day: String, _ places: Int?, _ taken: Int?, _ waiting: Int?) -> Capacity.Row {
    Capacity.Row(day: Day(iso: day)!, places: places, taken: taken, waiting: waiting)
  }

  @Test func theNewestDayIsSummed() {
    let capacity = Capacity(
      [
        row("2026-05-31", 99, 99, 99), row("2026-06-30", 20, 17, 3), row("2026-06-30", 10, 6, nil),
      ], threshold: 5)
    #expect(
      capacity
        == Capacity(day: Day(iso: "2026-06-30")!, places: 30, taken: .about(25), waiting: .withheld)
    )
  }

  @Test(arguments: [
    (4, Capacity.Count.withheld), (0, .about(0)), (5, .about(5)), (7, .about(5)), (8, .about(10)),
  ]) func fewAreWithheld(taken: Int, expected: Capacity.Count) {
    #expect(Capacity([row("2026-06-30", 30, taken, nil)], threshold: 5)?.taken == expected)
  }

  @Test func whatIsNotSaidIsNotZero() {
    #expect(Capacity([row("2026-06-30", 30, nil, nil)], threshold: 5)?.taken == .notStated)
    #expect(Capacity([row("2026-06-30", nil, 3, 3)], threshold: 5) == nil)
    #expect(Capacity([], threshold: 5) == nil)
  }
}
