import Warehouse

extension FindingKind {
  static let personsByName = FindingKind(
    "persone-per-nome", .warning,
    it:
      "identificativi di persone senza una cifra, come nomi o iniziali: chi ha lo stesso nome conta per una"
      + " persona sola, chi è scritto in due modi per due",
    en:
      "identifiers of persons without a digit, as names or initials are: people of one name count as one"
      + " person, and one written in two ways as two",
    expected: "un codice per persona, anche interno; oppure la colonna vuota")
}

/// What a delivery's columns of persons came to, for the columns it carries.
extension Pipeline {
  private var persons: [(header: String, field: String, decoder: PersonDecoder)] {
    decoders.compactMap { slot, decoder in
      (decoder as? PersonDecoder).map {
        (layout.slots[slot].header, layout.slots[slot].field.name, $0)
      }
    }
  }

  /// How persons were told, by field and class.
  var identifierCounts: [String: [String: Int]] {
    var all: [String: [String: Int]] = [:]
    for (_, field, decoder) in persons {
      for kind in IdentifierClass.allCases where decoder.counts[kind.place] > 0 {
        all[field, default: [:]][kind.rawValue] = decoder.counts[kind.place]
      }
    }
    return all
  }

  /// Persons who may be known under another identifier too.
  var uncertainPersons: Set<UncertainPerson> {
    // Of most deliveries one column says who asks: what it met is not copied.
    persons.dropFirst().reduce(into: persons.first?.decoder.uncertain ?? []) {
      $0.formUnion($1.decoder.uncertain)
    }
  }

  /// Columns whose identifiers are no codes.
  var personsByName: [Finding] {
    persons.filter { $0.decoder.names > 0 }.map {
      FindingKind.finding(
        .personsByName, line: 0, header: $0.header, detail: "celle: \($0.decoder.names)")
    }
  }
}
