import Warehouse

extension Contract {
  /// `docs/data-dictionary.md`, generated: every contract with its fields. A test keeps the file fresh.
  public static var dictionary: String {
    var text = """
      # Dizionario dei dati

      Pagina generata da `tavolo docs`: non si modifica a mano. Un campo con «!» è obbligatorio: se non si \
      può leggere la riga è rifiutata. Gli altri, se non si possono leggere, sono vuotati e la riga resta. Una \
      «voce propria» è una parola di un elenco di chi consegna: si carica il codice che le dà `values.csv`; \
      ciò che non vi è scritto può essere una nota su una persona e non è mai caricato.


      """
    for contract in all {
      text += "## `\(contract.dataset)`: \(contract.title)\n\n\(contract.meaning)\n\n"
      text += "| Campo | Tipo | Significato | Esempio |\n|---|---|---|---|\n"
      for field in contract.fields {
        text +=
          "| `\(field.name)`\(field.isRequired ? " !" : "") | \(field.kind.label) | \(field.meaning) | "
          + "\(field.example) |\n"
      }
      text += "\n"
    }
    text += "## Rilievi\n\n| Codice | Gravità | Che cosa | Che cosa fare |\n|---|---|---|---|\n"
    for kind in FindingKind.all {
      text +=
        "| `\(kind.code)` | \(kind.severity.rawValue) | \(kind.message.it) | \(kind.expected) |\n"
    }
    return text
  }
}

extension Field.Kind {
  /// In the words of the exchange documentation.
  var label: String {
    switch self {
    case .text: "testo"
    case .ownWord: "voce propria"
    case .identifier: "codice"
    case .code(let list, _): "codice (\(list.rawValue))"
    case .codes(let list): "lista (\(list.rawValue))"
    case .comune: "codice (comune)"
    case .comuni: "lista (comuni)"
    case .place: "codice (comune o ATS)"
    case .date: "data"
    case .month: "mese"
    case .integer: "numero intero"
    case .decimal: "numero"
    case .euro: "euro"
    case .yesNo: "si_no"
    case .person: "persona"
    case .organisation: "codice (ente)"
    case .organisations: "lista (enti)"
    case .cup: "codice (CUP)"
    case .ageBand: "età o fascia"
    case .quantity: "quantità"
    }
  }
}
