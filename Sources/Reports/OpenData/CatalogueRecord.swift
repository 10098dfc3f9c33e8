import Foundation
import Indicators
import Warehouse

/// `dati/dcat.ttl`: the record of the edition for catalogues of open data, in the Italian profile
/// (DCAT-AP_IT). Addresses are relative: they are those of the place where the folder is published. The
/// identifier is that of every edition, by which a catalogue knows that this one takes the place of the one
/// before; the day is in the version. When the first was issued no edition knows.
/// The contact is the office that who publishes declares, with its mailbox: without one there is none, as
/// the profile wants an address of every contact.
enum CatalogueRecord {
  static func bytes(
    _ frame: EditionFrame, _ tables: [OpenTable], _ maps: [OpenMap], of territory: TerritoryAtlas,
    since firstDay: Day?
  ) -> [UInt8] {
    let language = frame.language
    let title = OpenDataPhrases.catalogue(language, frame.territoryName)
    let holder = territory.ipaCode ?? slug(frame.territoryName)
    let tongue = authority + "language/" + (language == .it ? "ITA" : "ENG")
    let description =
      PortalPhrases.subtitle[language]
      + (frame.isSynthetic
        ? " " + Phrases.syntheticTitle[language] + ". " + Phrases.syntheticText[language] : "")
    let files =
      tables.map { ($0.name + ".csv", $0.title[language], "CSV", $0.bytes.count) }
      + maps.map { ($0.file, $0.title[language], "GEOJSON", $0.bytes.count) }
    let distributions = files.map { "<#\($0.0)>" }.joined(separator: ", ")
    let day = "\"\(frame.asOf)\"^^xsd:date"
    var text = prefixes
    text += """
      <#catalogo> a dcatapit:Catalog, dcat:Catalog ;
        dct:title \(literal(title, language)) ;
        dct:description \(literal(description, language)) ;
        dct:publisher <#titolare> ;
        dct:language <\(tongue)> ;
        dct:issued \(day) ;
        dct:modified \(day) ;
        foaf:homepage <../index.html> ;
        dcat:themeTaxonomy <\(authority)data-theme> ;
        dcat:dataset <#dataset> .

      <#titolare> a dcatapit:Agent, foaf:Agent ;
        dct:identifier \(quoted(holder)) ;
        foaf:name \(literal(frame.territoryName, language)) .

      <#dataset> a dcatapit:Dataset, dcat:Dataset ;
        dct:identifier \(quoted(holder + ":tavolo")) ;
        dct:title \(literal(title, language)) ;
        dct:description \(literal(description, language)) ;
        dct:modified \(day) ;
        dcat:theme <\(authority)data-theme/SOCI> ;
        dct:subject <http://eurovoc.europa.eu/2836> ;
        dct:rightsHolder <#titolare> ;
        dct:publisher <#titolare> ;
        dct:accrualPeriodicity <\(authority)frequency/IRREG> ;
        dct:language <\(tongue)> ;
        dcat:landingPage <../index.html> ;
      \(territory.office == nil ? "" : "  dcat:contactPoint <#contatto> ;\n")\
        dcat:keyword \(keywords(language)) ;
        dct:accessRights <\(authority)access-right/PUBLIC> ;
        dct:spatial <#territorio> ;
      \(firstDay == nil ? "" : "  dct:temporal <#periodo> ;\n")\
        owl:versionInfo \(quoted("\(frame.asOf)")) ;
        dcat:distribution \(distributions) .

      <#territorio> a dct:Location ;
        rdfs:label \(literal(frame.territoryName, language)) .

      <\(licence)> a dcatapit:LicenseDocument, dct:LicenseDocument ;
        dct:type <http://purl.org/adms/licencetype/Attribution> ;
        owl:versionInfo "4.0" ;
        foaf:name "Creative Commons Attribution 4.0 International (CC BY 4.0)"@en .

      <../index.html> a foaf:Document .
      <\(authority)data-theme/SOCI> a skos:Concept .
      <http://eurovoc.europa.eu/2836> a skos:Concept .
      <\(authority)frequency/IRREG> a dct:Frequency .
      <\(authority)access-right/PUBLIC> a dct:RightsStatement .
      <\(authority)file-type/CSV> a dct:MediaTypeOrExtent .
      <\(authority)file-type/GEOJSON> a dct:MediaTypeOrExtent .
      <\(tongue)> a dct:LinguisticSystem .


      """
    if let office = territory.office { text += contact(office, language) }
    if let firstDay { text += period(firstDay, frame.asOf) }
    for (file, title, format, size) in files {
      text += """
        <#\(file)> a dcatapit:Distribution, dcat:Distribution ;
          dct:title \(literal(title, language)) ;
          dct:description \(literal(OpenDataPhrases.distribution(language, title, file), language)) ;
          dct:format <\(authority)file-type/\(format)> ;
          dcat:accessURL <\(file)> ;
          dcat:downloadURL <\(file)> ;
          dct:modified \(day) ;
          dcat:byteSize "\(size)"^^xsd:decimal ;
          dct:license <\(licence)> .


        """
    }
    return Array(text.utf8)
  }

  private static func contact(_ office: TerritoryAtlas.Office, _ language: Language) -> String {
    """
    <#contatto> a dcatapit:Organization, vcard:Kind, vcard:Organization ;
      vcard:fn \(literal(office.name, language)) ;
      vcard:hasEmail <mailto:\(office.mailbox)> ;
      vcard:hasURL <../index.html> .


    """
  }

  /// The profile's own properties beside those they derive from, which harvesters read.
  private static func period(_ first: Day, _ last: Day) -> String {
    """
    <#periodo> a dct:PeriodOfTime ;
      dcatapit:startDate "\(first)"^^xsd:date ;
      dcatapit:endDate "\(last)"^^xsd:date ;
      schema:startDate "\(first)"^^xsd:date ;
      schema:endDate "\(last)"^^xsd:date .


    """
  }

  private static let authority = "http://publications.europa.eu/resource/authority/"
  private static let licence = ControlledVocabulary.licence
  private static let prefixes = """
    @prefix dcat: <http://www.w3.org/ns/dcat#> .
    @prefix dcatapit: <http://dati.gov.it/onto/dcatapit#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix foaf: <http://xmlns.com/foaf/0.1/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix schema: <http://schema.org/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .


    """

  private static func keywords(_ language: Language) -> String {
    OpenDataPhrases.keywords.map { literal($0[language], language) }.joined(separator: ", ")
  }

  private static func literal(_ text: String, _ language: Language) -> String {
    quoted(text) + "@" + language.rawValue
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n") + "\""
  }

  /// Letters and digits of a name, for want of the code of the public index (IPA): "Forlì-Cesena" is
  /// `forli-cesena`.
  static func slug(_ name: String) -> String {
    name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
      .split { !$0.isASCII || !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
  }
}
