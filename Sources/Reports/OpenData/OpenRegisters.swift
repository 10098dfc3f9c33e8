import Indicators
import Warehouse

/// The registers an edition opens beside its numbers: organisations and what they offer (never natural
/// persons), Punti di Prossimità, steps of programmes, results of projects.
enum OpenRegisters {
  static func all(_ evidence: Evidence) -> [OpenTable] {
    [
      organisations(evidence), offers(evidence), points(evidence), milestones(evidence),
      results(evidence),
    ]
  }

  private static func organisations(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "enti", title: Text(it: "Enti", en: "Organisations"),
      columns: [
        .init("codice_fiscale", it: "Codice fiscale dell'ente", en: "Fiscal code"),
        .init("denominazione", it: "Denominazione", en: "Name"),
        .init("tipo", it: "Tipo di ente, come nel tracciato", en: "Kind, as in the contract"),
        .init(
          "comune", it: "Comune della sede, codice ISTAT; vuoto se il luogo è riservato",
          en: "Seat, ISTAT code; empty where the place is confidential",
          vocabulary: ControlledVocabulary.comuni),
        .init(
          "comuni_serviti", it: "Codici ISTAT separati da |; vuoto se il luogo è riservato",
          en: "ISTAT codes separated by |; empty where the place is confidential",
          vocabulary: ControlledVocabulary.comuni),
        .init(
          "attivita_art5", it: "Lettere dell'art. 5 separate da |",
          en: "Letters of art. 5 separated by |"),
        .init("volontari", .number, it: "Volontari dichiarati", en: "Declared volunteers"),
        .init(
          "candidatura", it: "Esito dell'ultima candidatura", en: "Outcome of the last application"),
      ], key: ["codice_fiscale"],
      rows: evidence.providers.map { one in
        [
          one.fiscalCode, one.name, one.kind, one.seat.map { "\($0)" } ?? "",
          one.served.map { "\($0)" }.joined(separator: "|"), one.activities.joined(separator: "|"),
          one.volunteers.map(plainNumber) ?? "", one.application?.outcome ?? "",
        ]
      })
  }

  private static func offers(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "servizi", title: Text(it: "Servizi offerti", en: "Services on offer"),
      columns: [
        .init("ente", it: "Codice fiscale di chi offre", en: "Fiscal code of who offers"),
        .init("servizio", it: "Codice del servizio", en: "Code of the service"),
        .init(
          "comuni",
          it:
            "Codici ISTAT separati da |, o tutti; vuoto per centri antiviolenza e rifugi, il cui luogo è "
            + "riservato",
          en:
            "ISTAT codes separated by |, or tutti; empty for anti-violence centres and shelters, whose "
            + "place is confidential"),
        .init("capacita", .number, it: "Capacità dichiarata", en: "Declared capacity"),
        .init("unita_capacita", it: "Unità della capacità", en: "Unit of the capacity"),
      ], key: [],
      rows: evidence.providers.flatMap { one in
        one.offers.map { offer in
          [
            one.fiscalCode, offer.service,
            offer.isPlaceWithheld
              ? ""
              : offer.comuni.isEmpty
                ? "tutti" : offer.comuni.map { "\($0)" }.joined(separator: "|"),
            offer.capacity.map(plainNumber) ?? "", offer.capacityUnit ?? "",
          ]
        }
      })
  }

  private static func points(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "punti_prossimita", title: OpenDataPhrases.points,
      columns: [
        .init("id_punto", it: "Identificativo del punto", en: "Id of the point"),
        .init("denominazione", it: "Denominazione", en: "Name"),
        .init(
          "comune", it: "Codice ISTAT del comune", en: "ISTAT code of the municipality",
          vocabulary: ControlledVocabulary.comuni),
        .init(
          "lat", .number, it: "Latitudine in gradi (WGS 84); vuota se non consegnata",
          en: "Latitude in degrees (WGS 84); empty where not delivered"),
        .init(
          "lon", .number, it: "Longitudine in gradi (WGS 84); vuota se non consegnata",
          en: "Longitude in degrees (WGS 84); empty where not delivered"),
        .init("struttura", it: "Struttura ospitante", en: "Building it is in"),
        .init(
          "ente_gestore", it: "Codice fiscale dell'ente che lo gestisce",
          en: "Fiscal code of the organisation that runs it"),
        .init("data_apertura", .date, it: "Aperto il", en: "Opened on"),
        .init(
          "data_chiusura", .date, it: "Chiuso il; vuota se è aperto",
          en: "Closed on; empty while it is open"),
        .init(
          "ore_settimanali", .number, it: "Ore di apertura a settimana",
          en: "Opening hours in a week"),
      ], key: [],
      rows: evidence.points.map { one in
        [
          one.pointID, one.name, one.comune, one.latitude.map(plainNumber) ?? "",
          one.longitude.map(plainNumber) ?? "", one.venue ?? "", one.organisation ?? "",
          "\(one.openedOn)", one.closedOn.map { "\($0)" } ?? "",
          one.weeklyHours.map(plainNumber) ?? "",
        ]
      })
  }

  private static func milestones(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "programmi_traguardi",
      title: Text(it: "Programmi: traguardi", en: "Programmes: milestones"),
      columns: [
        .init("cup", it: "Codice unico di progetto", en: "Project code"),
        .init("codice", it: "Codice del traguardo", en: "Code of the milestone"),
        .init("descrizione", it: "Descrizione", en: "Description"),
        .init("data_prevista", .date, it: "Previsto il", en: "Planned for"),
        .init("data_effettiva", .date, it: "Raggiunto il", en: "Reached on"),
      ], key: ["cup", "codice"],
      rows: evidence.programmes.flatMap { programme in
        programme.milestones.map {
          [programme.cup, $0.code, $0.name, "\($0.planned)", $0.actual.map { "\($0)" } ?? ""]
        }
      })
  }

  private static func results(_ evidence: Evidence) -> OpenTable {
    OpenTable(
      "progetti_risultati",
      title: Text(it: "Progetti: risultati e obiettivi", en: "Projects: results and targets"),
      columns: [
        .init("id_progetto", it: "Codice del progetto", en: "Project id"),
        .init("titolo", it: "Titolo", en: "Title"),
        .init("indicatore", it: "Indicatore del progetto", en: "Indicator of the project"),
        .init("unita", it: "Unità di misura", en: "Unit"),
        .init("data", .date, it: "A quando si riferisce", en: "Reference date"),
        .init("obiettivo", .number, it: "Obiettivo cumulato", en: "Cumulated target"),
        .init(
          "valore", .number, it: "Valore cumulato; vuoto se soppresso",
          en: "Cumulated value; empty when suppressed"),
        .init(
          "stato", it: "Stato del valore", en: "State of the value",
          values: [
            Observation.Status.published.rawValue, Observation.Status.suppressed.rawValue,
          ]),
      ], key: ["id_progetto", "indicatore", "data"],
      rows: evidence.projects.flatMap { project in
        project.results.flatMap { result in
          result.points.map { point in
            let status: Observation.Status = point.value == nil ? .suppressed : .published
            return [
              project.id, project.title, result.name, result.unit, "\(point.day)",
              plainNumber(point.target), point.value.map(plainNumber) ?? "", status.rawValue,
            ]
          }
        }
      })
  }
}
