import Testing

@testable import Indicators

@Suite struct OrganisationNameTests {
  @Test(arguments: [
    "EDIL LOCRI S.R.L.", "Cooperativa sociale Il Ponte", "Impresa inventata 1", "RTI Alfa - Beta",
    "Società Agricola Verde", "Rossi & Figli s.n.c.", "Comune di Locri",
    "Studio Bianchi e associati",
    "Università degli studi", "Croce Rossa Italiana", "Consorzio \"Macramè\"",
  ]) func anOrganisationSaysSo(_ name: String) { #expect(OrganisationName.isOne(name)) }

  /// The invented persons of registers of contracts, with or without a firm of their own.
  @Test(arguments: [
    "Rossi Mario", "ing. Mario Rossi", "Avv. Anna Bianchi", "Ditta Rossi Mario",
    "Impresa individuale Rossi Mario", "Studio legale Bianchi", "Mario Rossi libero professionista",
    "",
  ]) func aPersonDoesNot(_ name: String) { #expect(!OrganisationName.isOne(name)) }
}
