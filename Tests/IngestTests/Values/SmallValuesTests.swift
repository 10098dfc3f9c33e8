import Testing

@testable import Ingest

@Suite struct SmallValuesTests {
  @Test(arguments: [
    "sì", "Si", "SI'", "s", "SÌ", "x", "true", "1", "Vero", "yes", "ja", "oui", "Ja/Sì", "Sì / Ja",
    "oui - sì", "✓", "✔️", "☑",
  ])
  func yes(_ text: String) {
    #expect(YesNo.parse(text) == true)
  }

  @Test(arguments: ["no", "NO", "n", "false", "0", "falso", "nein", "non", "Nein/No"])
  func no(_ text: String) {
    #expect(YesNo.parse(text) == false)
  }

  @Test(arguments: ["", "forse", "2", "F", "-", "Sì/No", "S/X", "1/1", "✗", "Ja/Sì/Oui"])
  func neither(_ text: String) {
    #expect(YesNo.parse(text) == nil)
  }

  @Test(arguments: [
    ("65", 65, 65), ("65-69", 65, 69), ("65 - 69 anni", 65, 69), ("100+", 100, 150),
    ("100 e più", 100, 150), ("85 anni e più", 85, 150), ("75 anni ed oltre", 75, 150),
    ("da 65 a 69 anni", 65, 69), ("0 anni", 0, 0), ("85 e piu'", 85, 150), ("15/64", 15, 64),
    ("0/3 anni", 0, 3), ("65 e +", 65, 150), ("65 e più", 65, 150), ("65 anni e +", 65, 150),
    ("over 65", 65, 150), ("Over65", 65, 150), ("ultra 75", 75, 150), ("ultra75enni", 75, 150),
    ("dai 65 anni in su", 65, 150), ("≥ 65", 65, 150), (">=65", 65, 150), ("65 o più", 65, 150),
    ("under 18", 0, 17), ("meno di 18 anni", 0, 17), ("<18", 0, 17), ("≤17", 0, 17),
    ("65–69", 65, 69), ("65÷69", 65, 69), ("dai 14 ai 17 anni", 14, 17),
  ])
  func ages(_ text: String, _ from: Int64, _ to: Int64) {
    #expect(AgeBand.parse(text) == from...to)
  }

  @Test(arguments: [
    "Totale", "anni", "e più", "da 65", "69-65", "65 e 69", "65-", "-14", "65–", "- 5", "6 5",
    "1.5", "65,5", "0-3 mesi", "under 0", "64/15", "15/64/3", "1/2026", "2026-03-12", "999",
    "65-69 75+", "¾", "٦٥",
  ])
  func noAges(_ text: String) {
    #expect(AgeBand.parse(text) == nil)
  }

  /// Whether the age that is named is one of them is for somebody to say.
  @Test(arguments: [">65", "oltre 65", "più di 65 anni", "+65", "fino a 18", "fino ai 18 anni"])
  func agesThatDoNotSayTheirEnd(_ text: String) {
    #expect(AgeBand.read(text) == .unsaidEnd)
  }

  /// domain.md §2.2, D26.
  @Test(arguments: [
    ("1h30", 90), ("1h 30m", 90), ("1 h 30 min", 90), ("1h30'", 90), ("2 ore e 15 minuti", 135),
    ("2h", 120), ("1 ora", 60), ("1,5 ore", 90), ("1.5 h", 90), ("90 min", 90), ("90 minuti", 90),
    ("90'", 90), ("01:30", 90), ("1:30:00", 90), ("100:05", 6005), (" 45 min. ", 45),
  ])
  func readsDurations(_ text: String, _ minutes: Int) {
    #expect(Durations.minutes(text) == minutes)
  }

  @Test(arguments: [
    "", "1,5", "30", "1h75", "01:75", "-1h", "tre ore", "1,5h30", "30 min 2", "1:3",
  ])
  func refusesDurations(_ text: String) {
    #expect(Durations.minutes(text) == nil)
  }

  @Test func bareNumbersNeedAUnit() {
    #expect(Durations.minutes("1,5", bare: .hours) == 90)
    #expect(Durations.minutes("90", bare: .minutes) == 90)
    #expect(Durations.minutes("1h30", bare: .minutes) == 90)
  }

  /// domain.md §2.2, D06: the common list; contracts.md: `NO`, `None`, `Nulla`, `NA` and `0` keep
  /// their meaning in columns of codes and words.
  @Test func nothingDependsOnTheColumn() {
    for token in [
      "", " ", "N/D", "N/A", "-", " -   ", "n.d.", "ND", "///", "NULL", "#N/D", "#RIF!",
    ] {
      for kind in [NullTokens.Kind.code, .number, .date] {
        #expect(NullTokens.contains(token, in: kind), "\(token)")
      }
    }
    for token in ["NO", "None", "Nulla", "NA"] {
      #expect(!NullTokens.contains(token, in: .code), "\(token)")
      #expect(NullTokens.contains(token, in: .number), "\(token)")
      #expect(NullTokens.contains(token, in: .date), "\(token)")
    }
    #expect(NullTokens.contains("0", in: .date))
    #expect(!NullTokens.contains("0", in: .number))
    #expect(!NullTokens.contains("0", in: .code))
    #expect(!NullTokens.contains("Novara", in: .number))
  }
}
