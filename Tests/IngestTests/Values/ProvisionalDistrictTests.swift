import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// A district is provisional while its row says so, or while the place of one of its comuni is not
/// verified.
@Suite struct ProvisionalDistrictTests {
  @Test func itsRowOrOneOfItsComuniSaysSo() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      ats,nome_pubblico,provvisorio
      A,Ambito di Adria,S
      B,Ambito di Bordo,N
      C,Ambito di Colle,N
      """, to: "ats.csv")
    try folder.write(
      """
      istat,ats,ats_verificato
      001001,A,S
      001002,B,S
      001003,B,N
      001004,C,S
      001005,,N
      """, to: "comuni.csv")
    let ats = try ReferenceFolder.ats(
      SmallTable(file: folder.path + "/ats.csv"),
      comuni: SmallTable(file: folder.path + "/comuni.csv"))
    #expect(ats.map(\.isProvisional) == [true, true, false])
  }

  /// Pages would call it «».
  @Test func aDistrictWithoutANameIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("ats,nome,nome_pubblico,provvisorio\nA,Adria,,N\n", to: "ats.csv")
    try folder.write("istat,ats,ats_verificato\n001001,A,S\n", to: "comuni.csv")
    let error = #expect(throws: DescriptorError.self) {
      try ReferenceFolder.ats(
        SmallTable(file: folder.path + "/ats.csv"),
        comuni: SmallTable(file: folder.path + "/comuni.csv"))
    }
    #expect(error?.line == 2 && error?.message.contains("«A» è senza nome_pubblico") == true)
  }
}
