import Warehouse

/// The source a new workspace comes with: a small invented export of a municipality, with headers and
/// words of its own, so that every file of a source has something in it to look at.
struct ExampleSource {
  let territory: NewTerritory
  /// Day of the delivery; every date of the example comes before it.
  let day: Day

  var files: [(name: String, text: String)] {
    [
      (
        "source.json",
        """
        {
          "editore": "Comune di esempio (dati inventati)",
          "titolo": "Richieste di esempio",
          "dataset": "richieste",
          "licenza": "CC0-1.0",
          "politica": "cumulativa",
          "sintetico": true
        }

        """
      ),
      (
        "columns.csv",
        """
        campo,2000-01-01,nota
        id_richiesta,N. prot.,
        comune,Residenza,
        data_richiesta,Data domanda,
        canale,Canale,
        servizio,Prestazione,
        area_utenza,Area,
        data_avvio,Avvio,
        -,Ufficio,non serve: non si legge

        """
      ),
      (
        "values.csv",
        """
        campo,valore,codice,motivo,deciso_da,deciso_il
        servizio,SAD di zona,C1,nome locale dell'assistenza domiciliare,,
        canale,front office,sportello,così nel gestionale,,
        area_utenza,Anziani,ANZ,così nel gestionale,,

        """
      ),
      ("deliveries/\(day).csv", delivery),
    ]
  }

  private var delivery: String {
    let places = territory.largest(4)
    var text = "N. prot.;Residenza;Data domanda;Canale;Prestazione;Area;Avvio;Ufficio\n"
    for i in 0..<24 {
      let asked = Day(number: day.number - 500 + Int32(i) * 20)
      let started = i % 4 == 3 ? "" : ExampleSource.italian(asked + (7 + i % 5 * 6))
      let cells = [
        "\(asked.year)/\(100 + i)", places[i % places.count], ExampleSource.italian(asked),
        i % 3 == 0 ? "telefono" : "front office", "SAD di zona", "Anziani", started, "",
      ]
      text += cells.joined(separator: ";") + "\n"
    }
    return text
  }

  private static func italian(_ day: Day) -> String {
    let (y, m, d) = day.civil
    return "\(d < 10 ? "0" : "")\(d)/\(m < 10 ? "0" : "")\(m)/\(y)"
  }
}
