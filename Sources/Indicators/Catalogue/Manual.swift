extension Catalogue {
  /// `docs/indicators.md`, generated: the catalogue as a manual. A test keeps the file fresh.
  public static var manual: String {
    var text = """
      # Indicatori

      Pagina generata da `tavolo docs`: non si modifica a mano. Ogni scheda viene dal catalogo, che è \
      anche quello che calcola.


      """
    for d in definitions {
      text += """
        ## \(d.name.it) (`\(d.slug)`)

        *\(d.name.en)*

        | | |
        |---|---|
        | Codice | \(d.code.isEmpty ? "–" : d.code) |
        | Famiglia | \(d.family) |
        | Unità | \(d.unit.rawValue) |
        | Direzione | \(d.direction.rawValue) |
        | Cella minima | \(d.minimumCell.isEmpty ? "fatti pubblici" : d.minimumCell) |
        | Fonte | \(d.source) |

        **Formula.** \(d.formula.it)

        **Avvertenze.** \(d.caveats.it)


        """
      if !d.inputs.isEmpty { text += "**Dati.** \(d.inputs.joined(separator: ", "))\n\n" }
      if !d.breakdowns.isEmpty {
        text += "**Scomposizioni.** \(d.breakdowns.joined(separator: ", "))\n\n"
      }
      for part in d.parts {
        text += "- `\(d.slug).\(part.suffix)`: \(part.name.it) (\(part.unit.rawValue))\n"
      }
      if !d.parts.isEmpty { text += "\n" }
      if let example = d.example { text += "**Esempio.** \(example.it)\n\n" }
    }
    return text
  }
}
