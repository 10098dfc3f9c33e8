import Testing
import Warehouse

@testable import Ingest

/// What refused rows cost, against numbers worked out by hand.
@Suite struct DefectCostTests {
  private typealias Source = DeliveringSource
  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio;data_avvio\r\n"

  private static func row(
    _ id: Int, _ comune: String, _ asked: String, _ started: String = "",
    service: String = "C1", channel: String = "sportello"
  ) -> String { "\(id);\(comune);\(asked);\(channel);\(service);\(started)\r\n" }

  @Test func boundsOfACoverageWorkedOutByHand() throws {
    // Four kept requests old enough, two met; refused: one met, one not, one of unknown date.
    var counts = DefectTally.Counts()
    (counts.kept, counts.refused, counts.judged, counts.met) = (5, 3, 4, 2)
    (counts.lostMet, counts.lostUnmet, counts.lostUnknown) = (1, 1, 1)
    let coverage = try #require(counts.coverage)
    #expect(coverage.now == 0.5)
    #expect(abs(coverage.least - 3.0 / 7) < 1e-12)
    #expect(abs(coverage.most - 4.0 / 7) < 1e-12)
    #expect(abs(try #require(counts.pointsAtStake) - 0.5 / 7) < 1e-12)
    #expect(counts.share == 3.0 / 8)
    #expect(DefectTally.Counts().coverage == nil)
  }

  /// Every way of filling the unknown rows gives a coverage within the bounds, and the bounds are met.
  @Test func theBoundsHoldWhateverTheUnknownRowsAre() {
    for judged in 1...4 {
      for met in 0...judged {
        for lost in 0..<27 {
          var counts = DefectTally.Counts()
          (counts.judged, counts.met) = (judged, met)
          (counts.lostMet, counts.lostUnmet, counts.lostUnknown) = (
            lost % 3, lost / 3 % 3, lost / 9
          )
          let coverage = counts.coverage!
          var all: [Double] = []
          for asked in 0...counts.lostUnknown {
            for answered in 0...asked {
              all.append(
                Double(met + counts.lostMet + answered)
                  / Double(judged + counts.lostMet + counts.lostUnmet + asked))
            }
          }
          #expect(abs(all.min()! - coverage.least) < 1e-12)
          #expect(abs(all.max()! - coverage.most) < 1e-12)
        }
      }
    }
  }

  @Test func theReceiptTellsPlaceServiceShareAndPoints() throws {
    let source = try Source()
    try source.write(
      Self.header
        // Locri: three kept, of which two old enough and one met; one refused of unknown date.
        + Self.row(1, "Locri", "15/09/2025", "15/10/2025") + Self.row(2, "Locri", "15/09/2025")
        + Self.row(3, "Locri", "15/06/2026") + Self.row(4, "Locri", "mai", service: "C2")
        // Siderno: refused with its date readable and answered in time.
        + Self.row(5, "Siderno", "15/09/2025")
        + Self.row(6, "Siderno", "15/09/2025", "16/09/2025", channel: "")
        // Refused, and where cannot be told.
        + Self.row(7, "", "15/09/2025") + Self.row(8, "Lcroi", "16/09/2025"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let page = try source.receipt("ricevuta.html", of: "2026-06-30.csv")
    let percent = "\u{A0}%"
    #expect(
      page.contains(
        "<th scope=\"row\">Locri</th><td class=\"n\">1</td><td class=\"n\">3</td>"
          // Sentences among many columns have room.
          + "<td class=\"n\">25,0\(percent)</td><td class=\"w\">C2 "))
    #expect(
      page.contains(
        "<td class=\"n\">50,0\(percent)</td><td>fra 33,3\(percent) e 66,7\(percent)</td>"
          + "<td class=\"n\">16,7</td>"))
    #expect(
      page.contains(
        "<td class=\"n\">0,0\(percent)</td><td>50,0\(percent)</td><td class=\"n\">50,0</td>"))
    #expect(page.contains("<th scope=\"row\">(non leggibile)</th><td class=\"n\">1</td>"))
    #expect(page.contains("perché il loro non è stato riconosciuto: 1."))
    #expect(
      page.contains(
        "Righe di questa consegna che non entrano in nessun indicatore: 3, il 37,5\(percent)"))
  }

  @Test func datasetsWithoutRequestsHaveSharesAndNoCoverage() throws {
    let source = try Source("prestazioni")
    try source.write(
      """
      id_prestazione;ente;servizio;comune;data;quantita;unita
      1;92012340805;C1;080063;15/03/2026;1;ore
      2;92012340805;C1;080063;mai;1;ore

      """, to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let page = try source.receipt("ricevuta.html", of: "2026-06-30.csv")
    #expect(
      page.contains("<th scope=\"row\">Reggio Calabria</th>")
        || page.contains("<th scope=\"row\">Reggio di Calabria</th>"))
    #expect(page.contains("50,0\u{A0}%"))
    #expect(!page.contains("Punti in gioco"))
  }
}
