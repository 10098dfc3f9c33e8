public import Warehouse

extension TerritoryResolver {
  /// A comune of the reference territory.
  public struct Comune: Sendable {
    public var istat: ComuneCode
    public var name: String
    /// Empty when there is none.
    public var alternativeName: String
    public var belfiore: String

    public init(
      istat: ComuneCode, name: String, alternativeName: String = "", belfiore: String = ""
    ) {
      self.istat = istat
      self.name = name
      self.alternativeName = alternativeName
      self.belfiore = belfiore
    }
  }

  /// Another name that leads to a comune of the territory: a spelling, a hamlet, an old name.
  public struct Alias: Sendable {
    public var name: String
    public var istat: ComuneCode
    /// `cessato` marks the name of a comune that is no more; every other kind is a plain alias.
    public var kind: String

    public init(name: String, istat: ComuneCode, kind: String = "grafia") {
      self.name = name
      self.istat = istat
      self.kind = kind
    }
  }

  /// A comune of the country, in force or ceased.
  public struct ItalianComune: Sendable {
    public var istat: ComuneCode
    public var name: String
    /// In the other official language (`Bozen`); empty when there is none.
    public var alternativeName: String
    public var belfiore: String
    /// Letters of the province, `RC`.
    public var province: String
    public var isCeased: Bool
    /// Nil for a comune in force, and for a ceased one whose successor is not known.
    public var successor: ComuneCode?

    public init(
      istat: ComuneCode, name: String, alternativeName: String = "", belfiore: String,
      province: String, isCeased: Bool = false, successor: ComuneCode? = nil
    ) {
      self.istat = istat
      self.name = name
      self.alternativeName = alternativeName
      self.belfiore = belfiore
      self.province = province
      self.isCeased = isCeased
      self.successor = successor
    }
  }
}
