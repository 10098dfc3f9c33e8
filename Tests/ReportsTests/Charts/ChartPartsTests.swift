import Testing

@testable import Reports

@Suite struct ChartPartsTests {
  @Test(arguments: [
    (0.0, 1.0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 37, [0, 10, 20, 30, 40]),
    (-3, 7, [-4, -2, 0, 2, 4, 6, 8]),
    (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (5, 5, [0, 1, 2, 3, 4, 5]),
  ])
  func ticksAreRoundNumbersThatCoverTheValues(low: Double, high: Double, expected: [Double]) {
    let ticks = Ticks.round(from: low, to: high)
    #expect(
      zip(ticks, expected).allSatisfy { abs($0 - $1) < 1e-9 } && ticks.count == expected.count)
  }

  @Test func ticksOfNonsenseDoNotCrash() {
    #expect(Ticks.round(from: .nan, to: 1) == [0, 1])
    #expect(Ticks.round(from: -.infinity, to: .infinity) == [0, 1])
  }

  @Test func equalValuesMakeOneClass() {
    let breaks = ClassBreaks(values: [0.2, 0.2, 0.2], style: .percent(1))
    #expect(breaks.count == 1)
    #expect(breaks.label(0, .percent(1), .it) == "tutti i valori")
  }

  @Test func noValuesAreNoClasses() {
    #expect(ClassBreaks(values: [], style: .percent(1)).cuts.isEmpty)
    #expect(ClassBreaks(values: [0.3], style: .percent(1)).cuts.isEmpty)
  }

  @Test func classesHoldAboutAsManyAndTheirLabelsSayTheCuts() {
    let values = (1...20).map { Double($0) / 100 }
    let breaks = ClassBreaks(values: values, style: .percent(1))
    #expect(breaks.cuts == [0.05, 0.09, 0.13, 0.17])
    #expect(
      values.map(breaks.index(of:)).reduce(into: [0, 0, 0, 0, 0]) { $0[$1] += 1 } == [
        4, 4, 4, 4, 4,
      ])
    #expect(breaks.label(0, .percent(1), .it) == "meno di 5,0\u{A0}%")
    #expect(breaks.label(1, .percent(1), .en) == "5.0% to less than 9.0%")
    #expect(breaks.label(4, .percent(1), .it) == "17,0\u{A0}% e oltre")
  }

  /// What is printed as the same number is never in two classes.
  @Test func cutsAreNumbersAReaderCanRead() {
    let breaks = ClassBreaks(values: [0.10001, 0.10002, 0.10003, 0.2, 0.3], style: .percent(1))
    #expect(breaks.index(of: 0.10001) == breaks.index(of: 0.10003))
  }

  /// 66,7 % is not "less than 66,7 %": a value is in the class its number on the page belongs to.
  @Test func aValueIsWhereItsNumberSays() {
    let values = [0.6154, 10.0 / 15, 0.7059, 0.7753, 0.8864]
    let breaks = ClassBreaks(values: values, style: .percent(1))
    #expect(values.map(breaks.index(of:)) == [0, 1, 2, 3, 4])
    #expect(breaks.label(1, .percent(1), .it) == "da 66,7\u{A0}% a meno di 70,6\u{A0}%")
    let few = ClassBreaks(values: [0.1, 0.2, 0.3], style: .percent(1))
    #expect([0.1, 0.2, 0.3].map(few.index(of:)) == [0, 1, 2])
  }

  @Test(arguments: [(12.34, "12.3"), (12.0, "12"), (-0.04, "0"), (-3.25, "-3.3"), (0.96, "1")])
  func coordinatesHaveOneDecimal(value: Double, expected: String) { #expect(n(value) == expected) }

  @Test func theProjectionKeepsProportions() throws {
    let ring = [(16.0, 38.0), (16.2, 38.0), (16.2, 38.2), (16.0, 38.2)].map {
      Chart.Area.Point(longitude: $0.0, latitude: $0.1)
    }
    let area = Chart.Area(item: Chart.Item(label: "X"), rings: [ring])
    let projection = try #require(Projection(areas: [area], width: 400, maximumHeight: 1000))
    // At 38.1° a degree of longitude is 0.787 of a degree of latitude.
    #expect(abs(projection.width / projection.height - 0.7869) < 0.001)
    #expect(projection(ring[3]).x == 0 && projection(ring[3]).y == 0)
    #expect(Projection(areas: [], width: 1, maximumHeight: 1) == nil)
  }
}
