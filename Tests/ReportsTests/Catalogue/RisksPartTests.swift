import Indicators
import Testing
import Warehouse

@testable import Reports

/// P10: the signs of a programme are gathered, and a programme without any says so.
@Suite struct RisksPartTests {
  private func said(_ programme: Programme) -> [String] {
    var evidence = SampleEvidence.make()
    evidence.programmes = [programme]
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    return RisksPart(programme: programme, context: context).section().blocks.flatMap {
      switch $0 {
      case .sentence(let one): [one.text]
      case .list(let all): all.map(\.text)
      default: [String]()
      }
    }
  }

  private func programme() -> Programme {
    var programme = SampleEvidence.programme
    programme.funding = [
      .init(fund: "totale", amountCents: 100_00, date: Day(iso: "2025-01-01")!, origin: "a")
    ]
    programme.payments = [
      .init(fund: "totale", amountCents: 40_00, date: Day(iso: "2025-06-01")!, origin: "a")
    ]
    programme.targets = [
      .init(
        code: "T1", name: "x", unit: "n", planned: 2, achieved: 1, date: Day(iso: "2025-06-01")!)
    ]
    programme.milestones = [
      .init(
        code: "M1", name: "x", planned: Day(iso: "2025-06-01")!, actual: Day(iso: "2025-06-02")!)
    ]
    programme.awards = [
      .init(cig: "Z000000001", day: nil, amountCents: 1, awardee: nil, role: nil)
    ]
    programme.plannedEnd = Day(iso: "2027-01-01")!
    return programme
  }

  @Test func aProgrammeThatHoldsTogetherSaysSo() {
    #expect(
      said(programme())
        == ["In quanto è stato consegnato non c'è niente che non torni o che manchi."])
  }

  @Test func everySignIsSaid() {
    var one = programme()
    one.funding.append(
      .init(fund: "totale", amountCents: 90_00, date: Day(iso: "2025-02-01")!, origin: "b"))
    one.payments[0].amountCents = 120_00
    one.targets[0].planned = 0
    one.milestones[0].actual = nil
    one.awards[0].cig = nil
    one.plannedEnd = Day(iso: "2026-01-31")!
    let text = said(one).joined(separator: "\n")
    for words in [
      "le dichiarazioni non coincidono", "La fine prevista, il 31 gennaio 2026, è passata",
      "Traguardi scaduti e non raggiunti: 1.", "Affidamenti senza CIG: 1.",
      "supera il finanziamento",
      "programmato zero, che non misurano l'avanzamento: T1.",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("Non pervenuti"))
    var bare = programme()
    bare.payments = []
    bare.awards = []
    #expect(said(bare).last == "Non pervenuti [..]: pagamenti, affidamenti.")
  }
}
