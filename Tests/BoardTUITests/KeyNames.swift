import ScreenGrid

extension Key {
  /// The key that the key table names so; `nil` for a name that is none.
  static func named(_ name: String) -> Key? {
    if let special = special[name] { return special }
    if name.hasPrefix("C-"), name.count == 3, let letter = name.last { return .ctrl(letter) }
    return name.count == 1 ? name.first.map { .character($0) } : nil
  }

  static let special: [String: Key] = [
    "Space": .character(" "), "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab,
    "Backspace": .backspace, "Delete": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
    "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown, "S-Up": .shiftUp, "S-Down": .shiftDown,
    "S-Left": .shiftLeft, "S-Right": .shiftRight, "F5": .function(5),
  ]

  /// Every key that the screens know, for random tests.
  static let all: [Key] =
    special.values.sorted { "\($0)" < "\($1)" }
    + "abcdefghijklmnopqrstuvwxyzAEFHJKLNGMRUVDOX01235.$/?:é語\u{301}\u{1B}".map { .character($0) }
    + "abcdehklnoprtuwz".map { .ctrl($0) } + [.paste("two\nlines\t\u{202E}x"), .function(1), .alt("x"), .resize]
    + [
      .mouse(Mouse(.click, at: Position(column: 30, row: 4))),
      .mouse(Mouse(.doubleClick, at: Position(column: 3, row: 5))),
      .mouse(Mouse(.wheelDown, at: Position(column: 0, row: 0))),
    ]
}
