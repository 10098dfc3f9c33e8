/// What whoever receives a request notes of it beyond its course, and what the person says afterwards.
struct Remarks {
  /// Not asked of everybody.
  var isFirst: Bool?
  var frailties: [String]
  /// From 1 to 5, once the service is over; most do not say.
  var rating: Int?

  private static let frailties = [
    "solitudine", "digitale", "non_autosufficienza", "isolamento", "cronicita", "economica",
  ]

  init(_ need: Need, seed: UInt64) {
    var random = RandomStream(seed: seed, .remark, -1 - need.index)
    isFirst = random.chance(0.8) ? random.chance(0.55) : nil
    frailties = Remarks.frailties.filter { _ in random.chance(0.15) }
    rating = random.chance(0.45) ? 5 - random.below(3) * random.below(3) : nil
  }

  /// Members of the platform's object, each with its comma.
  func write(isClosed: Bool, to out: inout ByteWriter) {
    if let isFirst { out.text(isFirst ? "\"prima_volta\":true," : "\"prima_volta\":false,") }
    for (i, frailty) in frailties.enumerated() {
      out.text(i == 0 ? "\"fragilita\":\"" : "|")
      out.text(frailty)
    }
    if !frailties.isEmpty { out.text("\",") }
    if isClosed, let rating {
      out.text("\"voto\":")
      out.number(rating)
      out.text(",")
    }
  }
}
