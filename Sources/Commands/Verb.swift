/// One verb of the shell as data: what feeds the parser, help, completions, the manual page and docs/commands.md.
package struct Verb: Sendable {
  /// What a verb does to the board.
  package enum Effect: String, Sendable {
    /// It only reads.
    case reads
    /// It changes the board, or makes one.
    case writes
    /// It opens a screen.
    case opensScreen
    /// It needs no board.
    case needsNoBoard
  }

  /// Its name; empty for `board` alone, the chair's screen.
  package let name: String
  /// What it does, in one line without a full stop.
  package let summary: String
  /// Its forms, without `board` in front: `move REF… STATUS [--reason WORDS]`.
  package let synopsis: [String]
  /// What it does to the board.
  package let effect: Effect
  /// What stands behind the verb, in order.
  package let operands: [Operand]
  /// Its own flags; the global ones work everywhere.
  package let flags: [Flag]
  /// What else a person should know, a paragraph each.
  package let notes: [String]
  /// Lines to copy.
  package let examples: [Example]
  /// Exit statuses with a meaning of their own here.
  package let exits: [Exit]
  /// Whether words with one hyphen are operands: `-overdue` in a query excludes.
  package let takesQuery: Bool

  /// A verb from its parts.
  package init(
    _ name: String, _ summary: String, synopsis: [String], effect: Effect, operands: [Operand] = [],
    flags: [Flag] = [], notes: [String] = [], examples: [Example], exits: [Exit] = [], takesQuery: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.synopsis = synopsis
    self.effect = effect
    self.operands = operands
    self.flags = flags
    self.notes = notes
    self.examples = examples
    self.exits = exits
    self.takesQuery = takesQuery
  }

  /// The verb as it is typed: `board move`.
  package var invocation: String { name.isEmpty ? "board" : "board \(name)" }
}

extension Verb {
  /// What stands behind a verb.
  package struct Operand: Sendable {
    /// What kind of word is expected, for completions.
    package enum Kind: Sendable {
      /// An item's reference.
      case reference
      /// An item's reference or a report's key.
      case target
      /// A report's key.
      case report
      /// A file or directory.
      case file
      /// An owner of an item.
      case owner
      /// Words and terms of a query.
      case query
      /// An action of the action log.
      case action
      /// A meeting's id.
      case meeting
      /// A change as the log names it.
      case change
      /// One of fixed words.
      case oneOf([String])
      /// Anything else.
      case words
    }

    /// Its placeholder: `REF`.
    package let name: String
    /// What it means.
    package let meaning: String
    /// What kind of word it is.
    package let kind: Kind

    /// An operand from its parts.
    package init(_ name: String, _ meaning: String, _ kind: Kind = .words) {
      self.name = name
      self.meaning = meaning
      self.kind = kind
    }
  }

  /// A flag: `--reason WORDS`, or `--yes` without a value.
  package struct Flag: Sendable {
    /// Its name without hyphens.
    package let name: String
    /// The placeholder of its value; `nil` for a flag without one.
    package let value: String?
    /// What it does.
    package let meaning: String
    /// The values it takes; empty for any.
    package let allowed: [String]
    /// The letter that stands for it behind one hyphen; `nil` for none.
    package let letter: Character?

    /// A flag from its parts.
    package init(
      _ name: String, _ value: String? = nil, _ meaning: String, allowed: [String] = [], letter: Character? = nil
    ) {
      self.name = name
      self.value = value
      self.meaning = meaning
      self.allowed = allowed
      self.letter = letter
    }

    /// The flag as it is typed: `--reason WORDS`, `-o, --output FILE`.
    package var usage: String {
      (letter.map { "-\($0), " } ?? "") + "--\(name)" + (value.map { " \($0)" } ?? "")
    }
  }

  /// A line to copy and what it does.
  package struct Example: Sendable {
    /// The line, with `board` in front.
    package let line: String
    /// What it does.
    package let meaning: String

    /// An example from its parts.
    package init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// An exit status and what it means.
  package struct Exit: Sendable {
    /// The status, 0 to 255.
    package let status: Int
    /// When it comes.
    package let meaning: String

    /// An exit status from its parts.
    package init(_ status: Int, _ meaning: String) {
      self.status = status
      self.meaning = meaning
    }
  }
}
