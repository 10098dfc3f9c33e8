import Testing

@testable import Reports

/// Identifiers are the invented ones of the domain reference §7.
@Suite struct ForbiddenContentTests {
  let scan = ForbiddenContent(allowedOrganisations: ["01528071002"])

  func kind(_ text: String) -> ForbiddenContent.Kind? {
    scan.firstMatch(in: Array(text.utf8))?.kind
  }

  @Test(arguments: [
    ("<td>RSSMRA80A01H224X</td>", ForbiddenContent.Kind.fiscalCode),
    ("rssmra80a01h22qu", .fiscalCode), ("RSSMRAULALMHNNQF", .fiscalCode),
    ("STP1234567890123", .foreignerCode), ("codice eni1234567890123.", .foreignerCode),
    ("12345678901", .elevenDigits), ("\"06656421002\"", .elevenDigits),
    ("scrivere a nome.cognome@example.org", .email), ("a_b@mail-server.it", .email),
    ("tel. 333 1234567", .phone), ("3331234567", .phone), ("0965 123456", .phone),
    ("0965/123456", .phone), ("+39 0965 123456", .phone), ("096512345", .phone),
    ("IT60 X054 2811 1010 0000 0123 456", .bankAccount),
    ("IT60X0542811101000000123456", .bankAccount), ("pid:0123abcd4567", .personKey),
    ("PID0123ABCD", .personKey), ("\"pid_89abcdef01234567\"", .personKey),
  ])
  func whatMustNotBePublishedIsFound(text: String, expected: ForbiddenContent.Kind) {
    #expect(kind(text) == expected)
    #expect(kind("prima " + text + " dopo") == expected)
  }

  @Test(arguments: [
    "080063", "CUP B41H22000020006", "01528071002", "0.07977504123456", "12345678901.5",
    "1.479.692,48 €", "31/03/2025", "2026-06-30", "d=\"M333 1234L10 3\"", "#0066cc",
    "cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34",
    "@media print{margin:0}", "3.331 su 64.060", "copertura-popolazione~comune~080055~2026-S1",
    "viewBox=\"0 0 720 318\"", "345 su 2805", "CIG 960298169C",
    "Persone con disabilità", "rapid:0123abcd4567", "pid: nessuno", "pid-0123", "a@b", "0/0",
    "IT60X0542811101000000123457",
  ])
  func whatIsNotAnIdentifierPasses(text: String) { #expect(kind(text) == nil) }

  /// The address of an office passes whole and as it was declared, and no other.
  @Test(arguments: [
    ("<mailto:dati@pec.example.it>", nil), ("dati@pec.example.it", nil),
    ("mario.dati@pec.example.it", ForbiddenContent.Kind.email),
    ("dati@pec.example.it.org", .email), ("dati@example.it", .email),
    ("Dati@pec.example.it", .email),
    ("dati@pec.example.it nome@example.org", .email),
  ]) func oneAddressPasses(text: String, expected: ForbiddenContent.Kind?) {
    let scan = scan.allowing(mailbox: "dati@pec.example.it")
    #expect(scan.firstMatch(in: Array(text.utf8))?.kind == expected)
    #expect(kind(text) == .email)
  }

  @Test func theLineIsTold() {
    let found = scan.firstMatch(in: Array("a\nb\nnome@example.org\n".utf8))
    #expect(found?.line == 3)
  }
}
