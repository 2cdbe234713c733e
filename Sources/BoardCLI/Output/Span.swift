/// A piece of a line and how it looks on a terminal.
struct Span: Hashable, Sendable {
  /// What a piece of text is, from which its look follows; words always carry the meaning as well.
  enum Role: Hashable, Sendable {
    case plain, strong, faint, warning, good
  }

  let text: String
  let role: Role
  /// What stands for the text where there is little room; `nil` for the text itself.
  let short: String?

  init(_ text: String, _ role: Role = .plain, short: String? = nil) {
    self.text = text
    self.role = role
    self.short = short
  }

  /// The text, or its short form.
  func text(short isShort: Bool) -> String { isShort ? short ?? text : text }

  static func strong(_ text: String) -> Span { Span(text, .strong) }
  static func faint(_ text: String) -> Span { Span(text, .faint) }
  static func warning(_ text: String) -> Span { Span(text, .warning) }
  static func good(_ text: String) -> Span { Span(text, .good) }
}
