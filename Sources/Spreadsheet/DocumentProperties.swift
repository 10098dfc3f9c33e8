/// What the file says about itself. The author is an office, never a person.
public struct DocumentProperties: Sendable {
  public var title: String
  public var subject: String
  public var author: String
  public var company: String
  public var keywords: String
  public var comments: String
  /// Days from 1970-01-01; fixed, so that the same input gives the same bytes.
  public var created: Int
  /// Free properties, `CUP` or `Lingua`; names and values at most 255 characters.
  public var custom: [(name: String, value: String)]

  public init(
    title: String, subject: String = "", author: String = "", company: String = "",
    keywords: String = "", comments: String = "", created: Int,
    custom: [(name: String, value: String)] = []
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.keywords = keywords
    self.comments = comments
    self.created = created
    self.custom = custom
  }

}
