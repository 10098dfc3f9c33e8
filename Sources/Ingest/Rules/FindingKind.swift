public import Warehouse

/// What can be found wrong, doubtful or worth knowing: a stable code with its words.
///
/// A kind is declared beside the check that reports it. A finding stores the code and the cell; the
/// words are joined to it where somebody reads them.
public struct FindingKind: Sendable {
  public let code: String
  public let severity: Finding.Severity
  /// What is wrong, in Italian and English.
  public let message: (it: String, en: String)
  /// What was expected and what to do, in Italian.
  public let expected: String

  init(
    _ code: String, _ severity: Finding.Severity, it: String, en: String, expected: String
  ) {
    self.code = code
    self.severity = severity
    message = (it, en)
    self.expected = expected
  }

  /// Every kind, in the order of the manual.
  public static let all: [FindingKind] = [
    .missingValue, .invalidDate, .futureDate, .datesOutOfOrder, .partialDate, .zeroDate, .oldDate,
    .invalidNumber,
    .spanForNumber,
    .outOfRange, .unknownCode, .untoldWord, .unknownComune, .postcodeForComune, .outsideComune,
    .mostlyOutside,
    .ceasedComune,
    .otherProvince, .widerTerritory,
    .specialComune,
    .invalidIdentifier, .maskedIdentifier, .personsByName, .invalidOrganisation, .invalidCUP,
    .personalData,
    .needlessPersonalColumn,
    .invalidYesNo, .invalidAge, .unsaidAge, .invalidQuantity, .errorCell, .shiftedRow, .unevenRow,
    .looseQuotes, .brokenRecord, .cutFile, .otherLength, .swallowedRows, .otherTable,
    .totalRow, .totalAmongCodes, .repeatedID, .equalRows, .forgottenPerson,
    .bornAfterAsking, .answerAfterDeath, .aboveCapacity, .partsAboveWhole, .outsideInterval,
    .nothingTold, .samePerson, .beforeTheRequest, .servedAfterDeath, .outsideOpening,
    .unqualifiedOffer, .paymentsAboveFunding, .agesCountedTwice, .toldTwice,
    .unlikeOrigin,
    .unknownOrganisation,
    .unknownReference,
    .staleCorrection, .unusedCorrection, .twinDelivery, .unmappedColumn, .unmappedColumns,
    .unmetColumn,
    .unusedMapping,
    .undecidedDates, .undecidedNumbers, .undecidedHours, .unsaidDuration, .ambiguousDate,
    .ambiguousNumber,
    .roundedAmount,
    .mixedEncoding, .uncertainEncoding, .noRows, .shrunkDelivery, .restartedIDs,
    .partialExport,
    .repairedText, .unescapedText, .lostLetters, .repeatedHeader, .totalMismatch, .noteRow,
    .ruleRow, .scaleInNote,
    .mergedCells, .groupLabels, .filledDown, .joinedSheets, .sameSheets, .otherSheets, .hiddenParts,
    .formulaWithoutValue, .formulaToCalculate, .scientificID, .dateID, .decimalID,
    .originGone, .excludedRows, .cancellingRows,
    .monthOnly, .serialDates, .swappedDates,
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  public static func named(_ code: String) -> FindingKind? { byCode[code] }

  static func finding(
    _ kind: FindingKind, line: Int32, header: String = "", cell: String = "", detail: String = "",
    refuses: Bool = false
  ) -> Finding {
    Finding(
      line: line, header: header, code: kind.code, severity: refuses ? .error : kind.severity,
      cell: cell, detail: Masking.sentence(detail))
  }
}
