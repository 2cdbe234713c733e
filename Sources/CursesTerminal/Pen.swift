internal import ScreenGrid

/// Turns cells into those of curses, in the colours of a theme.
struct Pen {
  private(set) var theme: ColorTheme
  private let colors: Int
  /// The attributes and the colour pair of each role, by its number.
  private var looks: [(attributes: Style.Attributes, pair: Int16)] = []

  init(theme: ColorTheme, colors: Int, on screen: borrowing CursesScreen) {
    self.theme = theme
    self.colors = colors
    setTheme(theme, on: screen)
  }

  mutating func setTheme(_ theme: ColorTheme, on screen: borrowing CursesScreen) {
    self.theme = theme
    looks = []
    for role in Role.allCases {
      let look = theme.look(of: role, colors: colors)
      let pair = colors == 0 ? 0 : Int16(role.rawValue) + 1
      if pair > 0 { screen.setPair(pair, foreground: look.foreground, background: look.background) }
      looks.append((look.attributes, pair))
    }
  }

  /// The characters of a run of cells; the second halves of wide ones are not among them.
  func cells(for cells: ArraySlice<Cell>) -> [CursesScreen.Cell] {
    var result: [CursesScreen.Cell] = []
    result.reserveCapacity(cells.count)
    var scalars: [UInt32] = []
    for cell in cells where cell.shape != .wideEnd {
      let look = looks[Int(cell.style.role.rawValue)]
      let attributes = look.attributes.union(cell.style.attributes).rawValue
      let isWide = cell.shape == .wideStart
      if isKnown(cell.scalar, width: isWide ? 2 : 1) {
        scalars.removeAll(keepingCapacity: true)
        scalars.append(cell.scalar.value)
        cell.marks.forEach { scalars.append($0.value) }
        scalars.append(0)
        result.append(CursesScreen.cell(scalars, attributes: attributes, pair: look.pair))
      } else {
        result.append(CursesScreen.cell([0xFFFD, 0], attributes: attributes, pair: look.pair))
        if isWide { result.append(CursesScreen.cell([0x20, 0], attributes: attributes, pair: look.pair)) }
      }
    }
    return result
  }

  /// Whether curses gives a character as many columns as the grid did; if not, the rest of the row would be displaced.
  private func isKnown(_ scalar: Unicode.Scalar, width: Int) -> Bool {
    scalar.isASCII || CursesScreen.width(of: scalar) == width
  }
}
