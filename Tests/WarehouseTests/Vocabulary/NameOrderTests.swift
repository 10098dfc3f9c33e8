import Testing

@testable import Warehouse

@Suite struct NameOrderTests {
  @Test(arguments: [
    ["Associazione n. 1", "Associazione n. 2", "Associazione n. 14", "Associazione n. 140"],
    ["San Luca", "San Procopio", "Sant'Agata del Bianco", "Sant’Eufemia", "Santo Stefano"],
    ["Melicuccà", "Melicucco", "Melito di Porto Salvo"],
    ["abete", "Àncora", "Anemone", "Èremo", "ETS del mare", "Zoë"],
    ["3 passi", "12 passi", "Arca 2000", "Arca 2001 odv", "Arca del sud"],
    ["Casa 007", "Casa 8", "Casa 10 e lode", "Casa 12345678901234567890"],
    ["Il ponte", "Il ponte 2", "Il ponte - odv", "Il pontefice"],
  ]) func namesAreWhereAReaderLooks(_ names: [String]) {
    #expect(names.reversed().inOrder() == names)
    #expect(names.inOrder() == names)
  }

  /// What reads the same has an order all the same, and things of one name keep theirs.
  @Test func theOrderIsOne() {
    #expect(["LOCRI", "Locri"].inOrder() == ["Locri", "LOCRI"].inOrder())
    let people = [("Locri", 2), ("Ardore", 3), ("Locri", 1)]
    #expect(people.inOrder { $0.0 }.map(\.1) == [3, 2, 1])
  }
}
