extension Catalogue {
  /// `docs/indicators.md`, generated: the catalogue as a manual. A test keeps the file fresh.
  public static var manual: String {
    var text = """
      # Indicatori

      Pagina generata da `tavolo docs`: non si modifica a mano. Ogni scheda viene dal catalogo, che è \
      anche quello che calcola.

      \(conventions)

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
        | Fonte | \(d.source.it) |

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

  /// What holds for every entry and is not said again in each.
  private static let conventions = """
    ## Convenzioni comuni

    - **Che cosa è contato.** Le righe correnti: di una fonte cumulativa l'ultima consegna, di una \
    incrementale tutte, e di un id ripetuto la versione più recente. Due esportazioni della stessa richiesta \
    (`id_origine`) sono una. Ciò che accade dopo la data di riferimento non è accaduto.
    - **Periodi.** Anni, semestri e trimestri finiti alla data di riferimento, dell'anno di quella e dei due \
    prima, secondo il giorno della richiesta o del fatto contato; per la copertura secondo il giorno \
    dell'avvio o della prestazione. «Ultimi 12 mesi» sono i 365 giorni che finiscono alla data di \
    riferimento; 180 e 90 giorni si contano allo stesso modo. Un periodo di cui nessuna consegna parla è non \
    pervenuto, non zero; così un indicatore che poggia su un campo che nessuna consegna ha mai compilato.
    - **Territori.** Un fatto è del comune che porta, anche cessato, ed è contato in quello di oggi. Il \
    comune `ND` è contato solo nel totale; un comune fuori dal territorio in nulla. Le classi E e F sono una.
    - **Servizi.** La voce di primo livello; di un servizio `ND` si conta solo il totale.
    - **Persone.** Chiavi diverse, nelle fonti che collegano le persone; chi non ha identificativo conta come \
    uno a sé per la riservatezza e non è fra le persone distinte; chi vi è scritto come anonimo («ANONIMO») è \
    una persona per riga.
    - **Residenti.** Dell'anno del periodo; se non sono stati consegnati, dell'ultimo anno prima, o del primo \
    dopo; senza alcuna consegna, della tabella di riferimento. Una fascia d'età che ne attraversa il confine \
    rende il dato non pervenuto.
    - **Osservazione.** Di una riga si sa fino all'ultima consegna della sua fonte (ciò che una fonte \
    incrementale non riporta non è cambiato; le righe corrette di una consegna non la prolungano), mai \
    dopo la data di riferimento: lì è censurata. Una durata è in giorni di calendario; lo stesso giorno \
    è zero; un evento precede una censura dello stesso giorno.
    - **Intervalli.** Sempre al 95 %, bilaterali. Quote: Wilson senza correzione di continuità. Conteggi e \
    tassi: Garwood (Poisson esatto); O/E e persone su attesi: gli stessi limiti divisi per gli attesi. \
    Differenze di quote: Newcombe 10. Kaplan–Meier: trasformata log(−log) della quota che resta, varianza \
    di Greenwood. Aalen–Johansen: trasformata log(−log) dell'incidenza, varianza del metodo delta. I limiti \
    di una mediana sono i giorni in cui i due limiti della curva arrivano alla quota, e uno può mancare. \
    Medie: normale; quelle di un'attesa («.media-…») e i loro limiti sono dati al decimo di giorno. Gini, \
    concentrazione e variabilità fra comuni: bootstrap dei comuni, percentili di 2.000 estrazioni con seme \
    fisso.
    - **Celle minime.** `K5`: meno di 5 persone; `K10`: meno di 10; `KP`: persone nel numeratore e fuori; \
    `KO`: organizzazioni; `KS`: sessioni; `KM`: almeno 5 eventi, e la curva finché ne restano in osservazione \
    almeno 10. Con una cella sono riservate quelle da cui si ricaverebbe.
    - **Edizioni successive.** Un numero che dall'edizione precedente, anche della stessa data, si è \
    mosso di meno persone della sua cella minima resta quello di allora, segnato provvisorio; ciò che era \
    riservato lo resta finché i totali di cui fa parte non si sono mossi di altrettanto.
    """
}
