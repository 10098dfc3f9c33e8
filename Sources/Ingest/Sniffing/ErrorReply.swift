import Foundation

/// What a service answers when it does not give the file that was asked of it, saved as if it were the file.
enum ErrorReply {
  /// Longer ones are data.
  private static let longest = 4096
  private static let signs: Set = ["error", "errors", "fault", "exception"]
  private static let words: Set = ["message", "detail"]
  private static let codes: Set = ["status", "statuscode", "status_code", "code", "errorcode"]
  private static let others: Set = [
    "title", "error_description", "error_code", "error_uri", "messages", "details", "type",
    "instance",
    "timestamp", "path", "trace", "traceid", "requestid", "request_id", "reason", "success", "ok",
  ]

  /// `{"error": "Unauthorized", "status": 401}`: an object of nothing else.
  static func isObject(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.count <= longest,
      let object = try? JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
    else { return false }
    let keys = Set(object.keys.map { $0.lowercased() })
    guard keys.isSubset(of: signs.union(words).union(codes).union(others)) else { return false }
    return !keys.isDisjoint(with: signs)
      || (!keys.isDisjoint(with: words) && !keys.isDisjoint(with: codes))
  }

  /// `<Error><Code>AccessDenied</Code>…`, an exception report, a SOAP fault.
  ///
  /// - Parameter opening: the beginning of the text, in lower case.
  static func isDocument(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ opening: String) -> Bool {
    guard text.count <= longest else { return false }
    var rest = opening[...]
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      rest = rest.drop { $0 != ">" }.dropFirst().drop(while: \.isWhitespace)
    }
    let root = rest.dropFirst().prefix { $0.isLetter || $0 == ":" }
    switch root.split(separator: ":").last {
    case "error", "errors", "fault", "exceptionreport", "serviceexceptionreport": return true
    case "envelope": return opening.contains("fault>")
    default: return false
    }
  }
}
