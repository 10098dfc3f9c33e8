import Warehouse

/// What the conditions of a declared indicator pick out by itself: a few delicate codes need the stricter
/// threshold, as their own modality does, and services whose users nobody may know are counted of the
/// whole territory only. An organisation or an offer may be one of those services.
struct DelicateCodes {
  private let byField: [FactField: (name: String, codes: FactNames.Codes)]
  /// By field, the names of those that say who answers.
  private let answering: [FactField: String]

  init(_ names: FieldNames) {
    var all: [FactField: (name: String, codes: FactNames.Codes)] = [:]
    for (name, field) in names.dataset.fields.sorted(by: { $0.key < $1.key }) {
      if case .code(let codes) = field.kind, !codes.sensitive.isEmpty || !codes.secret.isEmpty {
        all[field.field] = (name, codes)
      }
    }
    byField = all
    var fields: [FactField] = [
      .provider, .offerID, .organisations, .fromProvider, .toProvider, .sentBy, .sentTo,
    ]
    // A desk; elsewhere a Punto di Prossimità, which is nobody's secret.
    if names.dataset.table == .contact { fields.append(.pointID) }
    answering = names.dataset.fields.reduce(into: [:]) { found, named in
      if fields.contains(named.value.field) { found[named.value.field] = named.key }
    }
  }

  func check(_ counting: Counting, minimumCell: String) throws(DeclarationError) {
    for condition in counting.filters + counting.measure.conditions {
      guard case .isOne(let field, let words) = condition.positive else { continue }
      if let name = answering[field], counting.levels != .whole || minimumCell != "K10" {
        throw DeclarationError(
          "una condizione su «\(name)» può distinguere un centro di cui nessuno deve sapere chi vi si "
            + "rivolge: «livello» deve essere «totale» e «cella_minima» «K10»")
      }
      guard let (name, codes) = byField[field] else { continue }
      if counting.levels != .whole, let code = secret(in: Set(words), of: codes) {
        throw DeclarationError(
          "una condizione su «\(name)» lascerebbe dire dove vive chi si rivolge a «\(code)»: "
            + "«livello» deve essere «totale»")
      }
      if minimumCell != "K10", let code = delicate(in: Set(words), of: codes) {
        throw DeclarationError(
          "una condizione su «\(name)» distingue «\(code)», che è sensibile: «cella_minima» deve "
            + "essere «K10»")
      }
    }
  }

  /// A code picked out, or left out, with none but other sensitive ones beside it.
  private func delicate(in words: Set<String>, of codes: FactNames.Codes) -> String? {
    if let code = words.intersection(codes.sensitive).sorted().first { return code }
    let others = Set(codes.all).subtracting(words)
    return others.isSubset(of: codes.sensitive) ? others.sorted().first : nil
  }

  /// A secret service told apart from the others of its heading, which the tables show with it.
  private func secret(in words: Set<String>, of codes: FactNames.Codes) -> String? {
    codes.secret.sorted().first { secret in
      let heading = Set(
        codes.all.filter {
          $0.count > 1
            && Counting.Breakdown.heading($0) == Counting.Breakdown.heading(secret)
        })
      let picked = heading.intersection(words)
      return !picked.isEmpty && picked != heading
    }
  }
}

extension Condition {
  /// The codes it tells apart from the others, whichever of the two it keeps.
  var positive: Condition {
    if case .isNone(let field, let codes) = self { return .isOne(field, codes) }
    return self
  }
}

extension Measure {
  var conditions: [Condition] {
    switch self {
    case .share(let conditions), .shareOfDistinct(_, let conditions): conditions
    default: []
    }
  }
}
