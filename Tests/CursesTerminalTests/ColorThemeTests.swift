import CursesTerminal
import ScreenGrid
import Testing

@Suite struct ColorThemeTests {
  @Test("Without colours a theme is attributes only", arguments: ColorTheme.allCases)
  func withoutColors(theme: ColorTheme) {
    for role in Role.allCases {
      let look = theme.look(of: role, colors: 0)
      #expect(look.foreground == -1 && look.background == -1)
      #expect(look == ColorTheme.monochrome.look(of: role, colors: 256))
    }
  }

  @Test("A theme asks for no colour that the terminal lacks", arguments: ColorTheme.allCases, [8, 16, 88, 256])
  func withinPalette(theme: ColorTheme, colors: Int) {
    for role in Role.allCases {
      let look = theme.look(of: role, colors: colors)
      #expect((-1..<colors).contains(look.foreground))
      #expect((-1..<colors).contains(look.background))
    }
  }

  @Test("What must not be missed differs from plain text without colour")
  func meaningWithoutColor() {
    let plain = ColorTheme.monochrome.look(of: .plain, colors: 0)
    for role in [Role.selection, .match, .overdue, .warning, .refusal, .banner, .title, .key, .input, .dim] {
      #expect(ColorTheme.monochrome.look(of: role, colors: 0) != plain)
    }
    #expect(ColorTheme.monochrome.look(of: .banner, colors: 0).attributes.contains(.reverse))
  }

  @Test("The three statuses have three colours, of which no two are a red and a green", arguments: [8, 16, 256])
  func statusesDiffer(colors: Int) {
    for theme in [ColorTheme.standard, .light] {
      let roles: [Role] = [.awaitingNPCC, .forceAction, .complete, .overdue]
      #expect(Set(roles.map { theme.look(of: $0, colors: colors).foreground }).count == roles.count)
    }
  }

  @Test("Themes are found by the names that settings use")
  func names() {
    #expect(ColorTheme(rawValue: "default") == .standard)
    #expect(ColorTheme(rawValue: "light") == .light)
    #expect(ColorTheme(rawValue: "mono") == .monochrome)
    #expect(ColorTheme(rawValue: "rainbow") == nil)
  }
}
