import Testing

@testable import Warehouse

@Suite struct TerritoryTests {
  private let comuni = [
    ComuneRecord(
      istat: "080049", name: "Melicucco", belfiore: "F106", province: "080", validFrom: nil,
      validTo: nil, residents: 4800, squareKilometres: 6.5, altitude: nil, innerAreaClass: "D",
      minutesToPole: 30.5, ats: "ROS"),
    ComuneRecord(
      istat: "080048", name: "Melicuccà", belfiore: "F105", province: "080",
      validFrom: .of("1861-03-17"), validTo: nil, residents: 900, squareKilometres: nil,
      altitude: 270, innerAreaClass: nil, minutesToPole: nil, ats: nil),
  ]
  private let ats = [
    ATSRecord(
      id: "ROS", name: "Ambito di Rosarno", isProvisional: false, validFrom: .of("2017-12-05"),
      validTo: .of("2027-12-31"))
  ]
  private let codes = [
    CodeRecord(
      list: "servizio", code: "C", nameIT: "Domiciliarità", nameEN: "At home", official: "03.1"),
    CodeRecord(list: "servizio", code: "C1", nameIT: "SAD", nameEN: "Home care", parent: "C"),
    CodeRecord(
      list: "area_utenza", code: "ANZ", nameIT: "Anziani", nameEN: "Older people", ageFrom: 65),
    CodeRecord(
      list: "area_utenza", code: "DIP", nameIT: "Dipendenze", nameEN: "Addictions",
      isSensitive: true),
  ]

  @Test func referenceComesBackSortedAndWhole() throws {
    let store = try Store()
    try store.write { try $0.replaceReference(comuni: comuni, ats: ats, codes: codes) }
    #expect(try store.comuni() == comuni.reversed())
    #expect(try store.ambiti() == ats)
    #expect(try store.codes("servizio") == Array(codes[..<2]))
    #expect(try store.codes("area_utenza") == Array(codes[2...]))
  }

  /// A list of districts may be longer than the territory: none of its comuni is of the others.
  @Test func aDistrictWithoutComuniIsNotOfTheTerritory() throws {
    let store = try Store()
    let elsewhere = ATSRecord(id: "VSG", name: "Ambito di Villa", isProvisional: true)
    try store.write {
      try $0.replaceReference(comuni: comuni, ats: ats + [elsewhere], codes: codes)
    }
    #expect(try store.ambiti() == ats)
  }

  @Test func replacingLeavesNothingOld() throws {
    let store = try Store()
    try store.write { try $0.replaceReference(comuni: comuni, ats: ats, codes: codes) }
    let before = try store.inputsDescription()
    try store.write {
      try $0.replaceReference(comuni: [comuni[1]], ats: [], codes: [codes[0]])
    }
    #expect(try store.comuni() == [comuni[1]])
    #expect(try store.ambiti() == [])
    #expect(try store.codes("area_utenza") == [])
    #expect(try store.inputsDescription() != before)
  }
}
