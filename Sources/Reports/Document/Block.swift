/// A piece of a section.
enum Block: Hashable, Sendable {
  case sentence(Sentence)
  case list([Sentence])
  /// What there is to know of one thing, each with its name.
  case particulars([Particular])
  case keyFigures([KeyFigure])
  case table(Table)
  /// Charts are never without the table they are drawn from.
  case charts([Chart], Table)
  case callout(Callout)
  case links([Link])
  /// Lists of pages to look one up in.
  case finder([LinkGroup])
}

/// Links of a kind under a name.
struct LinkGroup: Hashable, Sendable {
  var name: String
  var links: [Link]
}

/// A sentence and the observations it rests on.
struct Sentence: Hashable, Sendable {
  var text: String
  var observations: [String]
  /// Words of who delivered them that it quotes: Italian in whichever language the page is.
  var delivered: [String]

  init(_ text: String, _ observations: [String] = [], quoting delivered: [String] = []) {
    self.text = text
    self.observations = observations
    self.delivered = delivered
  }

  /// The two in one paragraph, an observation both rest on named once.
  func followed(by other: Sentence) -> Sentence {
    Sentence(
      text + " " + other.text,
      observations + other.observations.filter { !observations.contains($0) },
      quoting: delivered + other.delivered)
  }
}

/// One thing that is said of another: `Unità`, `giorni`.
struct Particular: Hashable, Sendable {
  var label: String
  var text: String
}

/// A number large enough to be read across a room, with the sentence that keeps it honest.
struct KeyFigure: Hashable, Sendable {
  var label: String
  var cell: Cell
  /// After the number: `giorni`, `per 1.000 residenti`.
  var unit: String
  /// Said where the number does not stand beside it: in a workbook.
  var sentence: Sentence
  /// Said under the number, whose name and value are already there.
  var caption: Sentence
}

/// A box that stands out by its heading and border, not by its colour alone.
struct Callout: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case information, caution }

  var kind: Kind
  var title: String
  var sentences: [Sentence]
}

struct Link: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    /// A file of the edition, by its path from the edition's root.
    case page(String)
    /// An anchor of the same page.
    case anchor(String)
  }

  var text: String
  var target: Target
  /// What is behind the link, in a few words.
  var description: String

  init(_ text: String, _ target: Target, description: String = "") {
    self.text = text
    self.target = target
    self.description = description
  }
}
