package import ScreenGrid

extension CursesTerminal {
  /// What a terminal is opened with.
  package struct Options: Sendable {
    /// The terminal's name in the terminal database.
    package var terminalName: String?
    package var theme: ColorTheme
    /// Whether colours may be used; bold, dim, reverse and underline always may.
    package var allowsColor: Bool
    /// The marks to draw with; `nil` for those that suit locale and terminal.
    package var glyphs: GlyphSet?
    /// The descriptors of the terminal; they stay open when it is closed.
    package var input: Int32
    package var output: Int32

    package init(
      terminalName: String?, theme: ColorTheme = .standard, allowsColor: Bool = true, glyphs: GlyphSet? = nil,
      input: Int32 = 0, output: Int32 = 1
    ) {
      self.terminalName = terminalName
      self.theme = theme
      self.allowsColor = allowsColor
      self.glyphs = glyphs
      self.input = input
      self.output = output
    }

    /// The options that the environment asks for: `$TERM`, and `$NO_COLOR` when it is not empty.
    ///
    /// Source: no-color.org.
    package init(environment: (String) -> String?) {
      self.init(terminalName: environment("TERM"), allowsColor: (environment("NO_COLOR") ?? "").isEmpty)
    }
  }
}
