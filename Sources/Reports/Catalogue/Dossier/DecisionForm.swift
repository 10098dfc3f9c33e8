import Indicators

/// The blank sheet for the decisions of the table: filled in at the meeting and put among the
/// deliveries, it is read as `esiti_tavolo` and followed up in the next dossier.
enum DecisionForm {
  static let dataset = "esiti_tavolo"
  static let statuses = ["da_avviare", "in_corso", "conclusa", "abbandonata"]

  static func form(_ dossier: Dossier) -> Form {
    let language = dossier.language
    let words = DecisionPhrases.self
    let evidence = dossier.context.evidence
    func free(
      _ field: String, _ prompt: Text, _ width: Double, _ kind: Form.Column.Kind = .text
    ) -> Form.Column {
      Form.Column(field: field, prompt: prompt[language], width: width, kind: kind)
    }
    let definitions = evidence.definitions
    return Form(
      sheetName: dataset, caption: words.formCaption[language],
      columns: [
        TableForms.procedure(dossier), free("numero", words.number, 10),
        free("bisogno", words.need, 44),
        free("decisione", words.decision, 44), free("data_decisione", words.decided, 16, .day),
        free("peso", words.weight, 10, .number),
        free("responsabile", words.responsible, 30),
        Form.Column(
          field: "servizio", prompt: words.service[language], width: 14,
          choices: evidence.services.map(\.code),
          meanings: evidence.services.map { $0.name[language] }),
        Form.Column(
          field: "comuni", prompt: words.comuni[language], width: 30,
          choices: dossier.scope.comuni.map(\.name), isStrict: false),
        Form.Column(
          field: "indicatore", prompt: words.indicator[language], width: 30,
          choices: definitions.map(\.slug), isStrict: false,
          meanings: definitions.map { $0.name[language] }),
        free("valore_obiettivo", words.target, 16, .number), free("entro_il", words.due, 14, .day),
        free("risorse", words.resources, 16, .euro),
        Form.Column(
          field: "stato", prompt: words.status[language], width: 14, choices: statuses,
          meanings: statuses.map { words.name(ofStatus: $0)[language] }),
      ], blankRows: TableForms.blankRows)
  }
}
