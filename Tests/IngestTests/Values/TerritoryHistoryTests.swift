import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Places whose names, codes and provinces have changed.
@Suite struct TerritoryHistoryTests {
  private let resolver = ReferenceTables.resolver

  private func code(_ text: String) -> ComuneCode? {
    if case .resolved(let code, _) = resolver.resolve(text) { return code }
    return nil
  }

  /// onData's vocabulary of spellings met in public files, with the comune each one means.
  @Test(.enabled(if: SharedData.isPresent)) func theVocabularyOfSpellings() throws {
    let file = SharedData.path("reference/vocabolario_comuni.csv")
    let rows = try SmallTable(file: file)
    let cell = try rows.reader(["comune_orig", "prov_orig", "comune_fix", "prov_fix"])
    var (right, wrong, unresolved) = (0, [String](), [String]())
    for row in rows.rows {
      let (name, province) = (cell(row, "comune_orig"), cell(row, "prov_orig"))
      let text = province.count == 2 ? "\(name) (\(province))" : name
      let expected = try #require(
        ReferenceTables.italy.first {
          !$0.isCeased && $0.name == cell(row, "comune_fix") && $0.province == cell(row, "prov_fix")
        }, "\(cell(row, "comune_fix"))")
      switch resolver.resolve(text) {
      case .resolved(expected.istat, _): right += 1
      case .resolved(let other, _): wrong.append("\(text) → \(other)")
      default: unresolved.append(text)
      }
    }
    print("vocabolario_comuni.csv: \(right) of \(rows.rows.count) resolved, \(wrong.count) wrongly")
    #expect(wrong == [])
    #expect(unresolved == [])
    #expect(rows.rows.count >= 15)
  }

  /// Sources: ANPR archive (dates and codes) and SITUAS (today's codes).
  @Test(
    arguments: [
      // merged: Corigliano Calabro and Rossano, 31 March 2018
      ("Corigliano Calabro", "078157", "078044"), ("078108", "078157", "078108"),
      // passed from the province of Milan to that of Monza, the code with it
      ("015149", "108033", "015149"),
      ("H224", "080063", nil),
    ] as [(String, String, String?)])
  func aFactStaysFiledUnderTheCodeOfItsTime(_ text: String, _ today: String, _ filed: String?) {
    guard case .resolved(let code, let how) = resolver.resolve(text) else {
      Issue.record("\(text): \(resolver.resolve(text))")
      return
    }
    #expect(code == ComuneCode(today))
    if case .ceased(_, let then) = how {
      #expect(then == filed.flatMap { ComuneCode($0) })
    } else {
      #expect(filed == nil)
    }
    if let filed { #expect(resolver.succession(of: ComuneCode(filed)!)?.successor == code) }
  }

  @Test func whatIsInForceHasNoSuccession() {
    #expect(resolver.succession(of: ComuneCode("080063")!) == nil)
    #expect(resolver.succession(of: .nd) == nil)
  }

  /// Every line of the archive is found by its code; those whose heir is known lead to it and no other.
  @Test func everyLineOfTheArchiveLeadsWhereItSays() {
    let rows = ReferenceTables.rows("comuni_archivio.csv")
    #expect(rows.count > 11_000)
    let inForce = Set(ReferenceTables.italy.filter { !$0.isCeased }.map(\.istat))
    var heirs: [String: Set<String>] = [:]
    for row in rows where !row["valido_al"]!.isEmpty && !row["istat_successore"]!.isEmpty {
      heirs[row["istat"]!, default: []].insert(row["istat_successore"]!)
    }
    var met = 0
    for (filed, all) in heirs where all.count == 1 && !inForce.contains(ComuneCode(filed)!) {
      met += 1
      #expect(code(filed) == ComuneCode(all.first!), "\(filed)")
    }
    #expect(met > 1_000)
  }

  /// Two or more names that differ by a letter, of domain.md §1.10.1: each is itself, none is the other.
  @Test(arguments: [
    ("Melicuccà", "Melicucco"), ("Agnana Calabra", "Bagnara Calabra"), ("Bagaladi", "Laganadi"),
    ("Camini", "Ciminà"), ("Scido", "Stilo"), ("Bova", "Bova Marina"), ("Bova Marina", "Bovalino"),
    ("Gioiosa Ionica", "Marina di Gioiosa Ionica"), ("Bianco", "Caraffa del Bianco"),
    ("Bianco", "Sant'Agata del Bianco"), ("Gerace", "San Giovanni di Gerace"),
  ]) func namesThatAreNearAreTwo(_ a: String, _ b: String) {
    for name in [a, b] {
      let own = ReferenceTables.comuni.first { $0.name == name }?.istat
      #expect(own != nil)
      for text in [name, name.uppercased(), "\(name) (RC)", "Comune di \(name)"] {
        #expect(code(text) == own, "\(text)")
      }
    }
    #expect(code(a) != code(b))
  }

  /// Comuni elsewhere a letter away from one of the province.
  @Test(arguments: [
    ("Arcore", "Ardore"), ("Bosa", "Bova"), ("Carini", "Camini"), ("Caiolo", "Canolo"),
    ("Cardito", "Cardeto"), ("Cameri", "Careri"), ("Cogoleto", "Cosoleto"),
    ("Ferrazzano", "Ferruzzano"), ("Loceri", "Locri"), ("Marone", "Martone"),
    ("Mazzano", "Pazzano"), ("Salò", "Samo"), ("Stio", "Stilo"),
  ]) func aNeighbourByOneLetterIsElsewhere(_ outside: String, _ inside: String) {
    let found = code(outside)
    #expect(found != nil && found.map { !resolver.isInTerritory($0) } == true, "\(outside)")
    #expect(code(inside).map { resolver.isInTerritory($0) } == true, "\(inside)")
  }

  @Test func anArchiveThatIsNotOneIsRefused() {
    func problem(_ text: String) -> DescriptorError? {
      do {
        _ = try TerritoryArchive(bytes: Array(text.utf8), file: "a.csv")
        return nil
      } catch { return error as? DescriptorError }
    }
    #expect(problem(TerritoryArchive.header + "\n") == nil)
    #expect(problem("")?.line == 1)
    #expect(problem(TerritoryArchive.header + "\n001001,Agliè\n")?.line == 2)
  }
}
