import ScreenGrid

/// A screen as text: each row between bars, then for each row a letter a column that says what its cells are for.
///
/// The letters are those of ``letter(of:)``. A wide character stands once in its row of text and has two letters below.
package func picture(of frame: Frame) -> String {
  picture(of: frame.grid)
}

/// A grid as text: each row between bars, then a row of letters for each.
package func picture(of grid: Grid) -> String {
  var lines = rows(of: grid).map { "│\($0)│" }
  for row in 0..<grid.rows {
    lines.append("│" + String(grid.row(row).map { letter(of: $0.style.role) }) + "│")
  }
  return lines.joined(separator: "\n")
}

/// The rows of a grid as plain text, without bars and styles.
package func rows(of grid: Grid) -> [String] {
  (0..<grid.rows).map { row in grid.row(row).map(\.text).joined() }
}

/// The attributes of a grid: `b` bold, `r` reverse, `d` dim, `u` underlined, `#` several, `.` none.
package func attributePicture(of grid: Grid) -> String {
  (0..<grid.rows).map { row in
    "│" + String(grid.row(row).map { letter(of: $0.style.attributes) }) + "│"
  }.joined(separator: "\n")
}

/// The letter that stands for a role in pictures.
package func letter(of role: Role) -> Character {
  switch role {
  case .plain: "."
  case .title: "T"
  case .header: "H"
  case .footer: "F"
  case .key: "K"
  case .dim: "D"
  case .selection: "S"
  case .match: "M"
  case .awaitingNPCC: "P"
  case .forceAction: "A"
  case .complete: "C"
  case .overdue: "O"
  case .dueSoon: "s"
  case .mark: "m"
  case .notice: "N"
  case .warning: "W"
  case .refusal: "R"
  case .banner: "B"
  case .border: "-"
  case .field: "f"
  case .input: "I"
  }
}

private func letter(of attributes: Style.Attributes) -> Character {
  switch attributes {
  case []: "."
  case .bold: "b"
  case .reverse: "r"
  case .dim: "d"
  case .underline: "u"
  default: "#"
  }
}
