import Ingest
import Testing

private func survey(_ bytes: [UInt8]) throws -> FileSurvey { try FileSurvey(.memory(bytes)) }

@Suite struct EncodingSurveyTests {
  let text = "comune;nota\nMelicuccà;perché sì, più giù è così\nPlatì;lì c’è già un caffè\n"

  @Test(
    arguments: [
      (TextEncoding.utf8, false), (.utf8, true), (.utf16LittleEndian, true),
      (.utf16BigEndian, true), (.utf16LittleEndian, false), (.utf16BigEndian, false),
      (.windows1252, false),
    ])
  func recognisedWithOrWithoutMark(encoding: TextEncoding, hasMark: Bool) throws {
    let survey = try survey(encoded(text, encoding, hasMark))
    #expect(survey.encoding?.value == encoding)
    #expect(survey.encoding!.confidence > 0.6)
    #expect(survey.kind.value == .csv)
    #expect(survey.delimiter?.value == UInt8(ascii: ";"))
  }

  @Test func theEuroTellsTheThreeWesternTablesApart() throws {
    let plain = "nome;importo\nCaffè Platì;12,50\nCittà;1\n"
    let euro = "nome;importo\nCaffè Platì;12,50 €\nCittà;1 €\n"
    #expect(try survey(encoded(plain, .latin1)).encoding?.value == .latin1)
    #expect(try survey(encoded(euro, .latin9)).encoding?.value == .latin9)
    #expect(try survey(encoded(euro, .windows1252)).encoding?.value == .windows1252)
  }

  @Test func theOldDOSTableIsRecognisedByItsLetters() throws {
    let dos = "comune;nota\nMelicuccà;perché sì, più giù è così\nPlatì;lì c'è già\n"
    #expect(try survey(encoded(dos, .ibm850)).encoding?.value == .ibm850)
    for word in ["città", "più", "società"] {
      #expect(try survey(encoded("nota\n\(word)\n", .ibm850)).encoding?.value == .ibm850, "\(word)")
    }
    // Dots and dashes of Windows, where they may stand.
    let windows: [UInt8] = Array("ecc".utf8) + [0x85] + Array(" Rossi ".utf8) + [0x97]
    #expect(try survey(Array("nota\n".utf8) + windows + [0x0A]).encoding?.value == .windows1252)
  }

  @Test func asciiIsUTF8() throws {
    let survey = try survey(Array("a;b\n1;2\n".utf8))
    #expect(survey.encoding == Decision(.utf8, confidence: 1, evidence: "solo caratteri ASCII"))
  }

  /// One wrong byte after five megabytes of right ones: a sample would not have seen it.
  @Test func theWholeFileDecides() throws {
    let rows = Array(String(repeating: "riga;senza accenti\n", count: 280_000).utf8)
    #expect(rows.count > ByteWindow.defaultSize)
    let latin = rows + [0x63, 0x69, 0x74, 0x74, 0xE0, 0x3B, 0x31, 0x0A]
    let found = try survey(latin).encoding!
    #expect(found.value == .latin1)
    #expect(found.evidence.contains("dalla riga 280001"))
    #expect(try survey(rows + Array("città;1\n".utf8)).encoding?.value == .utf8)
  }

  @Test func utf8WithBytesOfAnotherTableIsReadAsTheTwoItIs() throws {
    let good = Array(String(repeating: "città;è\n", count: 50).utf8)
    for mixed in [good + [0x50, 0x6C, 0x61, 0x74, 0xEC, 0x0A], [0xE8] + Array("; città\n".utf8)] {
      let found = try survey(mixed)
      #expect(found.encoding?.value == .mixed)
      #expect(found.encoding!.confidence < 1)
      #expect(found.foreignBytes?.count == 1)
      for window in [1, 2, 3, 7, 4096] {
        let options = TableOptions(encoding: .mixed, windowSize: window)
        let cells = try readRows(TableFile.open(.memory(mixed), options: options).reader)
          .flatMap(\.cells)
        #expect(cells.joined().contains("Platì") || cells.joined().contains("è"))
        #expect(cells.contains { $0.hasSuffix("città") })
      }
    }
    #expect(try survey(good + [0x50, 0x6C, 0x61, 0x74, 0xEC, 0x0A]).foreignBytes?.firstLine == 51)
    // A windows-1252 text does not become mixed because two of its letters look like UTF-8.
    let windows = encoded(String(repeating: "perché così è più\n", count: 20), .latin1)
    #expect(try survey(windows + [0xC3, 0xA8, 0x0A]).encoding?.value == .latin1)
    let forced = TableOptions(encoding: .windows1252)
    #expect(throws: Never.self) {
      try TableFile.open(.memory(good + [0xEC, 0x0A]), options: forced)
    }
  }

  @Test func aWrongDeclaredEncodingIsAnErrorAndNotLostLetters() {
    for (bytes, encoding): ([UInt8], TextEncoding) in [
      ([0x61, 0xE8, 0x62, 0x0A], .utf8), ([0x00, 0xD8, 0x61, 0x00], .utf16LittleEndian),
      ([0xDC, 0x00], .utf16BigEndian), ([0x61, 0xC3, 0x0A], .utf8),
    ] {
      for window in [1, 2, 100] {
        let dialect = CSVDialect(encoding: encoding)
        let error = #expect(throws: UnreadableFile.self) {
          try readRows(CSVReader(.memory(bytes), dialect: dialect, windowSize: window))
        }
        #expect(error?.code == "codifica-non-valida")
      }
      let options = TableOptions(encoding: encoding)
      #expect(throws: UnreadableFile.self) {
        try TableFile.open(.memory(bytes), options: options)
      }
    }
  }

  /// What a transfer that stopped leaves: the letters before prove what the half one was.
  @Test func halfALetterAtTheEndIsACutFile() throws {
    let whole = "comune;nota\nPlatì;caffè\nLocri;citt"
    let cut: [([UInt8], TextEncoding)] = [
      (Array(whole.utf8) + [0xC3], .utf8), (Array("a;b\nLocri;citt".utf8) + [0xC3], .utf8),
      (Array("a;b\nLocri;10 ".utf8) + [0xE2, 0x82], .utf8),
      ([0xEF, 0xBB, 0xBF] + Array("a;b\nLocri;citt".utf8) + [0xC3], .utf8),
      (encoded(whole, .utf16LittleEndian, true) + [0xE0], .utf16LittleEndian),
      (encoded(whole, .utf16LittleEndian) + [0xE0], .utf16LittleEndian),
      (encoded(whole, .utf16BigEndian, true) + [0xD8, 0x3D], .utf16BigEndian),
    ]
    for (bytes, encoding) in cut {
      #expect(try survey(bytes).encoding?.value == encoding)
      for window in [1, 2, 3, 7, 4096] {
        let reader = try CSVReader(
          .memory(bytes), dialect: CSVDialect(encoding: encoding), windowSize: window)
        let batch = RawBatch()
        var lines: [Int32] = []
        var broken: [Int32] = []
        while try reader.next(into: batch) {
          lines += batch.rows.map(\.line)
          broken += batch.broken.filter { $0.value.cause == .cut }.map(\.key)
        }
        #expect(broken == [lines.last!], "\(bytes) \(window)")
      }
    }
    // `à` of another table ends a file like any other letter does.
    #expect(try survey(Array("a;b\nLocri;citt".utf8) + [0xE0]).encoding?.value == .latin1)
    // Nothing is lost with half a line end.
    let lineEnd = encoded(whole + "\n", .utf16LittleEndian, true).dropLast()
    let reader = try CSVReader(
      .memory(Array(lineEnd)), dialect: CSVDialect(encoding: .utf16LittleEndian))
    let batch = RawBatch()
    #expect(try reader.next(into: batch) && batch.broken.isEmpty)
  }

  /// The limits of well-formed sequences (Unicode 15, table 3-7), on both sides of each.
  @Test func strictUTF8() throws {
    let good: [[UInt8]] = [
      [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
      [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let bad: [[UInt8]] = [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2, 0x7F], [0xC2, 0xC0], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0x7F], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF1, 0x80, 0x80, 0xC0], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE2, 0x82],
    ]
    for before in [0, 7, 40] {
      for (sequences, isGood) in [(good, true), (bad, false)] {
        for sequence in sequences {
          let bytes = [UInt8](repeating: 0x61, count: before) + sequence + [0x0A]
          #expect(try (survey(bytes).encoding?.value == .utf8) == isGood, "\(sequence)")
          for window in [1, 2, 3, 100] {
            let reader = try CSVReader(.memory(bytes), windowSize: window)
            #expect(((try? readRows(reader)) != nil) == isGood, "\(sequence)")
          }
        }
      }
    }
  }

  /// Domain.md D02: repaired only where nothing can be lost.
  @Test func doubleEncodingIsRepairedWhereItIsLossless() throws {
    func twice(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.utf8.map { byte -> Unicode.Scalar in
            switch byte {
            case 0x80: "€"
            case 0x99: "™"
            default: Unicode.Scalar(byte)
            }
          }))
    }
    let source = "nome;nota\n\(twice("Città"));\(twice("l’unità"))\nPlatì;\(twice("perché")) è\n"
    let table = try TableFile.open(.memory(Array(source.utf8)))
    #expect(table.survey.doubledSequences == 4)
    let rows = try readRows(table.reader)
    #expect(rows[1].cells == ["Città", "l’unità"])
    #expect(rows[2].cells == ["Platì", "\(twice("perché")) è"])
    #expect((table.reader as? RepairingReader)?.repairedCellCount == 2)
  }

  @Test func lostLettersAreCounted() throws {
    #expect(try survey(Array("a;b\nCitt\u{FFFD};Plat\u{FFFD}\n".utf8)).replacementCharacters == 2)
  }

  /// The upper half of the code page, from the chart of the Unicode consortium (CP850.TXT).
  @Test func everyByteOfTheTables() throws {
    let ibm850 =
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
      + "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
    let windows =
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    let upper = (0x80...0xFF).map { UInt8($0) }
    func read(_ encoding: TextEncoding) throws -> String {
      let dialect = CSVDialect(delimiter: UInt8(ascii: ";"), encoding: encoding)
      return try readRows(CSVReader(.memory(upper), dialect: dialect, windowSize: 5))[0].cells[0]
    }
    #expect(try read(.ibm850) == ibm850)
    #expect(try read(.windows1252).unicodeScalars.prefix(32).elementsEqual(windows.unicodeScalars))
    #expect(
      try read(.latin1).unicodeScalars.map(\.value) == Array(0x80...0xFF as ClosedRange<UInt32>))
    #expect(
      try read(.latin9).unicodeScalars.filter { $0.value > 0xFF }.map(String.init).joined()
        == "€ŠšŽžŒœŸ")
  }
}
