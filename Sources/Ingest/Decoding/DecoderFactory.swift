import Warehouse

/// Chooses the decoder of a field: the one place where a field's kind becomes code.
struct DecoderFactory {
  let reference: ReferenceFolder
  let values: ValueLookup
  let conventions: Conventions
  let tokenizer: PersonTokenizer
  let dictionary: (CodeListName?) -> CodeDictionary
  let salt: String
  let assumesUTC: Bool
  /// The rows are numbers of a place, and are added up.
  let isAddedUp: Bool
  /// Cells have their places in the lines of the file.
  let isFixedWidth: Bool

  func decoder(for field: Field) -> any FieldDecoder {
    let numbers = conventions.numbers(of: field)
    let power = conventions.power(of: field)
    switch field.kind {
    case .text: return TextDecoder(.text, tokenizer: tokenizer)
    case .ownWord: return OwnWordDecoder(values: values)
    case .identifier: return TextDecoder(.identifier, tokenizer: tokenizer)
    case .organisation: return TextDecoder(.organisation, tokenizer: tokenizer)
    case .organisations:
      let tokenizer = tokenizer
      return ListDecoder(values: values, unknown: .invalidOrganisation) {
        tokenizer.organisation($0)
      }
    case .cup: return TextDecoder(.cup, tokenizer: tokenizer)
    case .code(let list, let keepsUnknown):
      return CodeDecoder(
        field: field, list: reference.lists[list]!, keepsUnknown: keepsUnknown, values: values,
        dictionary: dictionary(list))
    case .codes(let list):
      let words = reference.lists[list]!
      return ListDecoder(values: values, unknown: .unknownCode) { words.resolve($0) }
    case .comune:
      return ComuneDecoder(
        field: field, resolver: reference.resolver, isAddedUp: isAddedUp && field.isRequired,
        values: values, dictionary: dictionary(nil))
    case .place:
      return ComuneDecoder(
        field: field, resolver: reference.resolver, districts: reference.lists[.ats]!,
        isAddedUp: isAddedUp && field.isRequired, values: values, dictionary: dictionary(nil))
    case .comuni:
      let resolver = reference.resolver
      return ListDecoder(values: values, unknown: .unknownComune) { word in
        if SpecialPlace.named(Folding.fold(word)) == .wholeTerritory { return "tutti" }
        if case .resolved(let code, _) = resolver.resolve(word) { return "\(code)" }
        return nil
      }
    case .date:
      return DateDecoder(
        order: conventions.dates(of: field), assumesUTC: assumesUTC,
        readsMonths: conventions.readsMonths(field),
        isShownAsMonths: conventions.isShownAsMonths(field),
        serials: conventions.serials(of: field),
        isFixedWidth: isFixedWidth)
    case .month:
      return DateDecoder(
        order: conventions.dates(of: field), assumesUTC: assumesUTC, readsMonths: true,
        serials: conventions.serials(of: field), isFixedWidth: isFixedWidth)
    case .integer(let range):
      let meaning: IntegerDecoder.Meaning =
        field.column == "birth_year"
        ? .yearOfBirth(range)
        : field.countsMinutes
          ? .minutes(range, clocksAreHours: conventions.hours(of: field) == .minutes)
          : .whole(range)
      return IntegerDecoder(meaning, convention: numbers, power: power)
    case .euro: return IntegerDecoder(.cents, convention: numbers, power: power)
    case .decimal(let range):
      return DecimalDecoder(
        range: range, convention: numbers, power: power,
        unit: field.countsHours ? .hours : field.countsMinutes ? .minutes : .none,
        hours: conventions.hours(of: field))
    case .quantity:
      return DecimalDecoder(
        range: 0...1e9, convention: numbers, power: power, unit: .told,
        hours: conventions.hours(of: field))
    case .yesNo:
      return
        YesNoDecoder(values: values, readsLetters: conventions.readsLetters(field))
    case .person: return PersonDecoder(tokenizer: tokenizer, snapshotSalt: salt)
    case .ageBand(let column2):
      return AgeBandDecoder(values: values, isText: column2 == nil)
    }
  }
}
