/// The upper half of a single-byte encoding, ready to be written as UTF-8.
struct CodePage: Sendable {
  /// For bytes 0x80…0xFF, the Unicode scalar.
  let scalars: [UInt32]
  /// For every byte, up to three UTF-8 bytes in the low 24 bits (first byte lowest) and their
  /// number in the high 8.
  let packed: [UInt32]

  private init(upperHalf: String) {
    let scalars = upperHalf.unicodeScalars.map(\.value)
    self.scalars = scalars
    precondition(scalars.count == 128, "a code page has 128 upper characters")
    packed = (0..<256).map { byte in
      let scalar = byte < 0x80 ? UInt32(byte) : scalars[byte - 0x80]
      let units = Array(String(Unicode.Scalar(scalar)!).utf8)
      return units.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        | UInt32(units.count) << 24
    }
  }

  /// The code page of a single-byte encoding; nil for the Unicode ones.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .windows1252: self = .windows1252
    case .latin1: self = .latin1
    case .latin9: self = .latin9
    case .ibm850: self = .ibm850
    case .macRoman: self = .macRoman
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .mixed: return nil
    }
  }

  private static let upperLatin1 = String(
    String.UnicodeScalarView((0xA0...0xFF).map { Unicode.Scalar($0 as UInt8) }))

  static let latin1 = CodePage(
    upperHalf: String(String.UnicodeScalarView((0x80...0x9F).map { Unicode.Scalar($0 as UInt8) }))
      + upperLatin1)

  /// The five bytes Microsoft leaves undefined map to the C1 controls, as the WHATWG standard says.
  static let windows1252 = CodePage(
    upperHalf:
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ" + upperLatin1)

  static let latin9: CodePage = {
    var upper = latin1.scalars
    let changes: [(Int, UInt32)] = [
      (0xA4, 0x20AC), (0xA6, 0x160), (0xA8, 0x161), (0xB4, 0x17D), (0xB8, 0x17E), (0xBC, 0x152),
      (0xBD, 0x153), (0xBE, 0x178),
    ]
    for (byte, scalar) in changes { upper[byte - 0x80] = scalar }
    return CodePage(
      upperHalf: String(String.UnicodeScalarView(upper.map { Unicode.Scalar($0)! })))
  }()

  static let ibm850 = CodePage(
    upperHalf:
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»"
      + "░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
      + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")

  /// With the euro where it has been since 1998.
  static let macRoman = CodePage(
    upperHalf:
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™"
      + "´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’"
      + "÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
}
