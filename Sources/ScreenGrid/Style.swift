/// What a piece of the screen is for; the terminal's theme decides what that looks like.
package enum Role: UInt8, Sendable, CaseIterable {
  case plain, title, header, footer, key, dim, selection, match
  /// The three statuses of the board, for the headings of their columns.
  case awaitingNPCC, forceAction, complete
  case overdue, dueSoon, mark
  /// What happened, what needs care, and what was refused and why.
  case notice, warning, refusal
  /// A line across the screen that must not be missed, shown in reverse.
  case banner
  case border, field, input
}

/// How a cell looks: its role, and what is added to what the theme gives that role.
package struct Style: Hashable, Sendable {
  /// Attributes that do not depend on colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let reverse = Attributes(rawValue: 2)
    package static let dim = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
  }

  package var role: Role
  package var attributes: Attributes

  package init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// The same style in bold.
  package var bold: Style { Style(role, attributes.union(.bold)) }
  /// The same style with text and background exchanged.
  package var reversed: Style { Style(role, attributes.union(.reverse)) }
  /// The same style, fainter.
  package var dimmed: Style { Style(role, attributes.union(.dim)) }
  /// The same style, underlined.
  package var underlined: Style { Style(role, attributes.union(.underline)) }
}

/// Styles that add nothing to their role, so that a call reads `style: .title`.
extension Style {
  package static let plain = Style(.plain)
  package static let title = Style(.title)
  package static let header = Style(.header)
  package static let footer = Style(.footer)
  package static let key = Style(.key)
  package static let dim = Style(.dim)
  package static let selection = Style(.selection)
  package static let match = Style(.match)
  package static let awaitingNPCC = Style(.awaitingNPCC)
  package static let forceAction = Style(.forceAction)
  package static let complete = Style(.complete)
  package static let overdue = Style(.overdue)
  package static let dueSoon = Style(.dueSoon)
  package static let mark = Style(.mark)
  package static let notice = Style(.notice)
  package static let warning = Style(.warning)
  package static let refusal = Style(.refusal)
  package static let banner = Style(.banner)
  package static let border = Style(.border)
  package static let field = Style(.field)
  package static let input = Style(.input)
}
