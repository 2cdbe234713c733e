package import ScreenGrid

/// Which colours a role has; what cannot be told without them is also said in words and attributes.
package enum ColorTheme: String, Sendable, CaseIterable {
  /// For dark and ordinary terminals, in hues that stay apart with any form of colour blindness.
  case standard = "default"
  /// Dark on white whatever the terminal's own background, for projectors, which wash out pale colours.
  case light
  /// Only blue, orange, yellow and white, which nobody confuses.
  case colorBlind = "colour-blind"
  /// Only bold, dim, reverse and underline.
  case monochrome = "mono"

  /// What a role looks like on a terminal.
  package struct Look: Hashable, Sendable {
    /// A colour of the terminal's palette; -1 is its own.
    package var foreground: Int
    package var background: Int
    package var attributes: Style.Attributes

    package init(_ foreground: Int = -1, on background: Int = -1, _ attributes: Style.Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// The look of a role on a terminal with so many colours; below 8 only attributes are used.
  package func look(of role: Role, colors: Int) -> Look {
    var look = Look()
    look.attributes = Self.attributes(of: role)
    guard colors >= 8, self != .monochrome else { return look }
    if self == .light { (look.foreground, look.background) = colors >= 256 ? (16, 231) : (0, 7) }
    if let hue = hue(of: role) { look.foreground = shade(of: hue, colors: colors) }
    return look
  }

  /// What a role has on every terminal, so that nothing hangs on colour alone.
  private static func attributes(of role: Role) -> Style.Attributes {
    switch role {
    case .plain, .footer, .border, .field, .notice, .dueSoon, .mark: []
    case .title, .header, .key, .awaitingNPCC, .forceAction, .complete, .overdue, .warning: .bold
    case .match: [.bold, .underline]
    case .dim: .dim
    case .selection: .reverse
    case .refusal, .banner: [.bold, .reverse]
    case .input: .underline
    }
  }

  /// Hues that people with red-green and blue-yellow blindness tell apart.
  ///
  /// Source: Okabe and Ito, Color Universal Design, 2008.
  private enum Hue {
    case orange, skyBlue, green, yellow, vermilion, purple, grey
  }

  private func hue(of role: Role) -> Hue? {
    let hue = Self.hue(of: role)
    guard self == .colorBlind else { return hue }
    // What is right is blue, what is wrong or wanted orange, and what was found yellow; attributes and words say the rest.
    switch hue {
    case .green: return .skyBlue
    case .vermilion, .purple: return .orange
    default: return hue
    }
  }

  private static func hue(of role: Role) -> Hue? {
    switch role {
    case .plain, .title, .field, .input, .dim, .selection: nil
    case .header, .awaitingNPCC, .key: .skyBlue
    case .forceAction, .dueSoon, .warning: .orange
    case .complete, .notice: .green
    case .overdue, .refusal, .banner: .vermilion
    case .match: .yellow
    case .mark: .purple
    case .border, .footer: .grey
    }
  }

  private func shade(of hue: Hue, colors: Int) -> Int {
    let shades = Self.shades(of: hue)
    if colors >= 256 { return self == .light ? shades.light256 : shades.dark256 }
    if self == .light { return Self.darkShade(of: hue) }
    return colors >= 16 ? shades.bright16 : shades.basic
  }

  /// Numbers of the palette of 8 colours that can be read on white.
  private static func darkShade(of hue: Hue) -> Int {
    switch hue {
    case .vermilion: 1
    case .skyBlue: 4
    case .green: 2
    case .orange, .yellow, .purple: 5
    case .grey: 0
    }
  }

  private struct Shades {
    let basic: Int
    let bright16: Int
    let dark256: Int
    let light256: Int

    init(_ basic: Int, _ bright16: Int, _ dark256: Int, _ light256: Int) {
      self.basic = basic
      self.bright16 = bright16
      self.dark256 = dark256
      self.light256 = light256
    }
  }

  /// Numbers of the palette of 8, 16 and 256 colours, the last for a dark and for a light background.
  private static func shades(of hue: Hue) -> Shades {
    switch hue {
    case .orange: Shades(3, 3, 214, 130)
    case .skyBlue: Shades(6, 14, 74, 25)
    case .green: Shades(2, 10, 36, 29)
    case .yellow: Shades(3, 11, 227, 94)
    case .vermilion: Shades(1, 9, 209, 160)
    case .purple: Shades(5, 13, 175, 90)
    case .grey: Shades(-1, -1, 246, 240)
    }
  }
}
