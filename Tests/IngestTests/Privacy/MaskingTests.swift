import Foundation
import Ingest
import Testing

@Suite struct MaskingTests {
  @Test(arguments: [
    ("RSSMRA80A01H224X", "16 caratteri: LLLLLL99L99L999L"),
    ("Utente 17", "9 caratteri: LLLLLL 99"), ("a", "1 carattere: L"), ("", "0 caratteri: "),
    ("RSS***********4X", "16 caratteri: LLL***********9L"), ("Perché?", "7 caratteri: LLLLLL?"),
    ("riga\ndue", "8 caratteri: LLLL?LLL"),
  ])
  func personalCellsShowTheirShape(_ text: String, _ shape: String) {
    #expect(Masking.mask(text, isPersonal: true) == shape)
  }

  @Test(arguments: [
    ("PLATI'", "PLATI'"), ("31/02/2024", "31/02/2024"), ("1.479.692,48 €", "1.479.692,48 €"),
    ("12/03/2026 10:15", "12/03/2026 10:15"), ("080063", "080063"), ("114.000.000", "114.000.000"),
    ("B41H22000020006", "B41H22000020006"), ("01528071002", "01528071002"),
    ("2026-00012345", "2026-00012345"), ("REQ-2026-000123", "REQ-2026-000123"),
    ("a\tb\nc\u{0}d", "a␉b␊c␀d"), ("prova\u{202E}invertita", "prova·invertita"),
    ("Assistenza domiciliare socio-assistenziale", "Assistenza domiciliare socio-assistenziale"),
    ("RSSMRA80A01H224X", "[codice fiscale]"),
    ("cf: rssmra80a01h224x.", "cf: [codice fiscale]."),
    ("RSS MRA 80A01 H224X", "[codice fiscale]"), ("RSSMRA-80A01-H224X", "[codice fiscale]"),
    ("RSSMRAULALMHNNQF", "[codice fiscale]"), ("RSSMRA8OA01H224X", "[codice fiscale]"),
    ("RSSMRA80A01H224", "[codice fiscale]"), ("RSSMRA80A01****X", "[codice fiscale]"),
    ("RSSMRA80A01H2*4X", "[codice fiscale]"), ("RSSMRA##A##H###X", "[codice fiscale]"),
    ("COMUNE INVENTATO*VIA X*CENTRO DIURNO", "COMUNE INVENTATO*VIA X*CENTRO DIURNO"),
    (
      "ALFA SRL*TRANSIZIONE DIGITALE*VIA TRENTO 132A",
      "ALFA SRL*TRANSIZIONE DIGITALE*VIA TRENTO 132A"
    ),
    ("XXRSSMRA80A01H224X99", "XX[codice fiscale]99"),
    ("STP0801010000123", "[codice STP/ENI]"), ("ENI 080 101 0000123", "[codice STP/ENI]"),
    ("m.rossi@example.org", "[e-mail]"), ("mario.rossi(at)gmail.com", "[e-mail]"),
    ("scrivere a mario.rossi @ gmail.com", "scrivere a [e-mail]"),
    ("m.rossi [AT] example.org", "[e-mail]"), ("costo @ 3.50 (at)", "costo @ 3.50 (at)"),
    ("INPS-ISEE-2026-01234567A-00", "[numero DSU]"),
    ("dsu isee 2026 01234567A", "dsu [numero DSU]"),
    ("ISEE 2026 - 12 domande", "ISEE 2026 - 12 domande"),
    ("80380001234567890123", "[numero di tessera sanitaria]"),
    ("20260312000000123401", "20260312000000123401"),
    ("ＲＳＳＭＲＡ８０Ａ０１Ｈ２２４Ｘ", "[codice fiscale]"), ("ｒｓｓｍｒａ80a01h224x", "[codice fiscale]"),
    ("a: nonna.maria+x@posta.example, ciao", "a: [e-mail], ciao"),
    ("maria@libero", "[e-mail]"), ("mario.rossi@posta", "[e-mail]"), ("m80@casa", "[e-mail]"),
    ("GIOVANI@SCU una scelta", "GIOVANI@SCU una scelta"),
    ("$.@odata.nextLink", "$.@odata.nextLink"),
    ("IT60X0542811101000000123456", "[IBAN]"), ("IT60 X054 2811 1010 0000 0123 456", "[IBAN]"),
    ("DE89 3704 0044 0532 0130 00", "[IBAN]"),
    ("tel. 333 1234567", "tel. [telefono]"), ("3331234567", "[telefono]"),
    ("+39 0965 123456", "+[telefono]"), ("0965/123456", "[telefono]"), ("0965123456", "[telefono]"),
    ("0039 333 12 34 567", "[telefono]"), ("06 123456", "[telefono]"),
    ("RSSMRA80A01H•••• è", "[codice fiscale] è"), ("cell:333-1234567;casa", "cell:[telefono];casa"),
  ])
  func otherCellsHideWhatIsPersonal(_ text: String, _ shown: String) {
    #expect(Masking.mask(text, isPersonal: false) == shown)
  }

  @Test func longCellsAreCut() {
    let text = String(repeating: "abcdefghi ", count: 20)
    let shown = Masking.mask(text, isPersonal: false)
    #expect(shown.count == 60)
    #expect(shown.hasSuffix("…"))
    // An identifier that straddles the cut is hidden before it.
    let straddling = String(repeating: "a ", count: 26) + "RSSMRA80A01H224X"
    #expect(!Masking.mask(straddling, isPersonal: false).contains("RSS"))
  }

  /// Whatever surrounds it, an identifier never comes out.
  @Test func plantedIdentifiersNeverComeOut() {
    var generator = SplitMix(seed: 99)
    let noise = Array("abcXYZ0189 .,;:-_/()@'à€\n*#")
    let breaks = Array(" ;:(),\n")
    func random(_ characters: [Character], upTo count: Int) -> String {
      String(
        (0..<Int.random(in: 0...count, using: &generator)).map { _ in
          characters.randomElement(using: &generator)!
        })
    }
    let fiscalCodes = FiscalCodeTests.vectors + FiscalCodeTests.random
    let others = [
      "STP0801010000123", "ENI0801010000999", "nonna.maria@posta.example",
      "IT60X0542811101000000123456", "+393331234567", "3401234567", "0965 123456", "0965123456",
    ]
    for round in 0..<20_000 {
      var planted: String
      var cell: String
      if round % 2 == 0 {
        planted = fiscalCodes.randomElement(using: &generator)!
        if round % 4 == 0 { planted = planted.lowercased() }
        // Codes are found even glued to letters, unless every digit of theirs is one too.
        let isAllLetters = !planted.contains(where: \.isNumber)
        let edge = isAllLetters ? String(breaks.randomElement(using: &generator)!) : ""
        cell = random(noise, upTo: 30) + edge + planted + edge + random(noise, upTo: 30)
      } else {
        planted = others.randomElement(using: &generator)!
        let before = String(breaks.randomElement(using: &generator)!)
        let after = String(breaks.randomElement(using: &generator)!)
        cell = random(noise, upTo: 30) + before + planted + after + random(noise, upTo: 30)
      }
      let shown = Masking.mask(cell, isPersonal: false)
      #expect(!compact(shown).contains(compact(planted)), "\(cell) → \(shown)")
      #expect(Masking.holdsPersonalData(cell), "\(cell)")
      #expect(!compact(Masking.mask(cell, isPersonal: true)).contains(compact(planted)))
    }
  }

  /// The quick pass leaves out nothing that the full search would hide.
  @Test func theQuickLookMissesNothing() {
    var generator = SplitMix(seed: 123)
    let alphabet = Array("ABLMNPST01389 .-/*@+\u{00A0}•àITXxi")
    for _ in 0..<60_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let text = String((0..<count).map { _ in alphabet.randomElement(using: &generator)! })
      let hides = Masking.mask(text, isPersonal: false).contains("[")
      if text.unicodeScalars.count <= 59 {
        #expect(Masking.holdsPersonalData(text) == hides, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "", "Locri", "Assistenza domiciliare", "2026-00012345", "REQ-2026-000123", "080063", "17",
    "550e8400-e29b-41d4-a716-446655440000", "Cooperativa sociale Il Melograno 2000",
    "B41H22000020006",
  ])
  func ordinaryCellsHoldNothing(_ text: String) {
    #expect(!Masking.holdsPersonalData(text))
  }

  private func compact(_ text: String) -> String {
    String(text.uppercased().filter { $0.isLetter || $0.isNumber })
  }
}
