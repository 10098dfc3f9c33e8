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
    }
    return text
  }
}
