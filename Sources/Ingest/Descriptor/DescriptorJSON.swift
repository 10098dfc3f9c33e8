import Foundation

/// A JSON object that somebody wrote by hand: what is wrong with it is told with its place.
enum DescriptorJSON {
  /// - Throws: `DescriptorError`, also for a key that is there twice: nobody knows which counts.
  static func object(_ json: Data, file: String) throws -> [String: Any] {
    guard String(validating: json, as: UTF8.self) != nil else {
      throw DescriptorError(
        file: file, message: "il file non è scritto in UTF-8: salvarlo con la codifica UTF-8")
    }
    let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any]
    let problem = problem(in: [UInt8](json))
    if let object, problem?.code != JSONRecordParser.duplicateCode { return object }
    // Nobody exported it.
    let message = problem?.message.replacing(/: (ripetere|correggere) l'esportazione\.$/, with: "")
    throw DescriptorError(
      file: file, line: problem?.line,
      message: "non è un oggetto JSON valido" + (message.map { ": \($0)" } ?? ""))
  }

  /// Where the parser of delivered objects stops, which tells the place.
  private static func problem(in json: [UInt8]) -> UnreadableFile? {
    let isMarked = json.starts(with: [0xEF, 0xBB, 0xBF])
    let text = (isMarked ? Array(json.dropFirst(3)) : json)
    let padded = text + Array(repeating: 0, count: TextWindow.padding)
    var out = [UInt8](repeating: 0, count: padded.count)
    return padded.withUnsafeBufferPointer { bytes in
      out.withUnsafeMutableBufferPointer { room in
        let start = bytes.baseAddress!
        var cursor = JSONCursor(
          p: start, end: start + text.count, isLast: true, out: room.baseAddress!, line: 1)
        var parser = JSONRecordParser()
        parser.base = room.baseAddress!
        do throws(JSONStop) {
          try cursor.skipSpace()
          guard cursor.p.pointee == UInt8(ascii: "{") else { throw cursor.unexpected("«{»") }
          _ = try parser.record(&cursor)
          try cursor.skipSpace()
          if cursor.p < cursor.end { throw cursor.unexpected("la fine del file") }
          return nil
        } catch {
          guard case .failed(let problem) = error else { return nil }
          let place = JSONPlace(
            cursor.p, from: start, isLineStart: true, to: cursor.end,
            columns: SourceSettings.keys)
          return problem.located(at: place)
        }
      }
    }
  }
}
