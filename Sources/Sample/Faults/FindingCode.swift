/// The findings a fault must produce, in its row or in the rows that name it: the fixed vocabulary of the
/// receipts.
enum FindingCode: String, CaseIterable {
  case missingValue = "valore-mancante"
  case invalidDate = "data-non-valida"
  case futureDate = "data-futura"
  case datesOutOfOrder = "date-in-disordine"
  case invalidNumber = "numero-non-valido"
  case outOfRange = "fuori-intervallo"
  case unknownCode = "codice-sconosciuto"
  case unknownComune = "comune-non-riconosciuto"
  case comuneOutside = "comune-fuori-territorio"
  case invalidIdentifier = "identificativo-non-valido"
  case maskedIdentifier = "identificativo-mascherato"
  case repeatedID = "id-ripetuto"
  case totalRow = "riga-totale"
  case errorCell = "cella-errore"
  case shiftedRow = "riga-spostata"
  case unknownReference = "riferimento-sconosciuto"
  case unqualifiedOffer = "ente-non-qualificato"
}
