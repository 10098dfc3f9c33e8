import Testing
import Warehouse

@testable import Ingest

/// Texts that are not what Tavolo reads: they are told by their name, and what is doubtful is said to be.
@Suite struct ForeignTextTests {
  private static let table =
    "id;comune;nota\n"
    + (1...40).map { "R\($0);Forlì;nessuna nota\n" }.joined()

  private static func utf32(_ text: String, isLittle: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? "\u{FEFF}" : "") + text).unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return isLittle ? bytes : bytes.reversed()
    }
  }

  /// Letters, digits and the three signs of the table above, in code page 500.
  private static func ebcdic(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      let c = UInt8(truncatingIfNeeded: scalar.value)
      switch scalar {
      case "a"..."i": return c - 0x61 + 0x81
      case "j"..."r": return c - 0x6A + 0x91
      case "s"..."z": return c - 0x73 + 0xA2
      case "A"..."I": return c - 0x41 + 0xC1
      case "J"..."R": return c - 0x4A + 0xD1
      case "S"..."Z": return c - 0x53 + 0xE2
      case "0"..."9": return c - 0x30 + 0xF0
      case ";": return 0x5E
      case "\n": return 0x15
      default: return 0x40
      }
    }
  }

  private func code(_ bytes: [UInt8]) -> String? {
    do {
      _ = try FileSurvey(.memory(bytes))
      return nil
    } catch let error as UnreadableFile {
      return error.code + " "
        + (["UTF-32", "UTF-7", "EBCDIC"].first(where: error.message.contains) ?? "")
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [true, false], [true, false])
  func utf32IsToldByItsName(isLittle: Bool, hasMark: Bool) {
    let bytes = Self.utf32(Self.table, isLittle: isLittle, hasMark: hasMark)
    #expect(code(bytes) == "codifica-non-letta UTF-32")
  }

  @Test func utf7AndEBCDICAreToldByTheirName() {
    for letter in ["+AOw-", "+AOw"] {
      let utf7 = Self.table.replacing("ì", with: letter)
      #expect(code(Array(utf7.utf8)) == "codifica-non-letta UTF-7")
    }
    #expect(code(Array("+/v8-id;comune\n".utf8)) == "codifica-non-letta UTF-7")
    #expect(code(Self.ebcdic(Self.table)) == "codifica-non-letta EBCDIC")
    // A number of telephone and a sum are no letters.
    #expect(code(Array("a;b\n+39-0965;REST+API\nC+AO-1;x\n".utf8)) == nil)
    #expect(code([UInt8](repeating: 0xE0, count: 400)) == nil)
  }

  /// `Москва` in KOI8-R: read as something, and said to be doubtful.
  @Test func anotherAlphabetIsDoubtful() throws {
    let moscow: [UInt8] = [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1]
    let bytes = Array("id;comune\n1;".utf8) + moscow + Array("\n2;".utf8) + moscow + [0x0A]
    let survey = try FileSurvey(.memory(bytes))
    #expect(survey.encoding!.confidence < EncodingDecision.uncertain)
    // The letters of Bolzano stand alone among others.
    let german = try FileSurvey(
      .memory(encoded("id;comune\n1;Kaltern an der Weinstraße\n2;Völs\n3;Lüsen\n", .windows1252)))
    #expect(german.encoding!.confidence >= EncodingDecision.uncertain)
  }

  @Test func theDoubtIsAFinding() throws {
    let moscow: [UInt8] = [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1]
    let row = Array("R1;Locri;13/03/2026;sportello;C1;".utf8) + moscow
    let header = Array("id_richiesta;comune;data_richiesta;canale;servizio;note\n".utf8)
    let found = try LookedFile(header + row + [0x0A]).findings(.uncertainEncoding)
    #expect(found.map(\.line) == [0])
  }

  /// What means to be JSON is refused as JSON, in words that say what is wrong.
  @Test(
    arguments: [
      ("[1,2,3]", "serve un oggetto"), ("[\"a\",\"b\",\n\"c\"]", "serve un oggetto"),
      ("[null]", "serve un oggetto"), ("[\"a\",\"b\"]\n[1,2]\n", "serve un oggetto"),
      ("// fatto il 3 marzo\n[{\"a\":1}]", "il JSON non ha commenti"),
      ("/* a */ // b\n{\"a\":1}\n", "il JSON non ha commenti"),
      ("[ // c\n{\"a\":1}]", "il JSON non ha commenti"),
      ("var dati = [{\"a\":1}];", "prima non va nulla"),
      ("risposta([{\"a\":1}]);", "prima non va nulla"),
      (")]}',\n[{\"a\":1}]", "prima non va nulla"),
    ]) func whatMeansToBeJSONIsRefusedAsJSON(text: String, why: String) throws
  {
    let error = #expect(throws: UnreadableFile.self) {
      let opened = try TableFile.open(.memory(Array(text.utf8)))
      #expect(opened.survey.kind.value.rawValue.hasSuffix("json"))
      _ = try opened.reader.next(into: RawBatch())
    }
    #expect(error?.message.contains(why) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    "[nome];[comune]\nA;B\n", "[1];[2]\n3;4\n", "// titolo\na;b\n1;2\n", "f(x);g(x)\n1;2\n",
  ])
  func aTableIsNotTakenForJSON(text: String) throws {
    #expect(try FileSurvey(.memory(Array(text.utf8))).kind.value == .csv)
  }
}
