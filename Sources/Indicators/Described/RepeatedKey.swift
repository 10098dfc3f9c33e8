/// A key that a JSON object has twice: a decoder takes one of the two and says nothing.
public enum RepeatedKey {
  /// The first there is, as it is written; nil in a text whose objects name each key once.
  public static func first(in json: some Sequence<UInt8>) -> String? {
    /// Keys of the objects that are open; nil for an array.
    var open: [Set<String>?] = []
    var (text, isInText, isEscaped, isKeyNext) = ([UInt8](), false, false, false)
    for byte in json {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
          guard isKeyNext, !open.isEmpty else { continue }
          isKeyNext = false
          let key = String(decoding: text, as: UTF8.self)
          if open[open.count - 1]?.insert(key).inserted == false { return key }
          continue
        }
        text.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): (text, isInText) = ([], true)
      case UInt8(ascii: "{"):
        open.append([])
        isKeyNext = true
      case UInt8(ascii: "["):
        open.append(nil)
        isKeyNext = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = open.popLast()
        isKeyNext = false
      case UInt8(ascii: ","): isKeyNext = (open.last ?? nil) != nil
      default: break
      }
    }
    return nil
  }
}
