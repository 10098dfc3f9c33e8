import Testing

@testable import Indicators

@Suite struct SpotsTests {
  @Test func joiningSaysWhetherAnythingIsNew() {
    var spots = Spots(places: 3, modalities: 2)
    spots.insert(2, 1)
    var others = Spots(places: 3, modalities: 2)
    others.insert(0, 1)
    #expect(spots.contains(2, 1) && !spots.contains(1, 1))
    let isNews = (spots.formUnion(others), spots.formUnion(others))
    #expect(isNews == (true, false), "0, 1 is new once")
    #expect(spots.cells.map { [$0.place, $0.modality] } == [[0, 1], [2, 1]])
  }
}
