internal import Commands
internal import ScreenGrid

extension Key {
  /// The key's name in the key table; `nil` for what is no key of a keyboard.
  var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .ctrl(let letter): "C-\(letter)"
    case .alt(let character): "M-\(character)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .shiftUp: "S-Up"
    case .shiftDown: "S-Down"
    case .shiftLeft: "S-Left"
    case .shiftRight: "S-Right"
    case .function(let number): "F\(number)"
    case .paste, .mouse, .resize, .hangup: nil
    }
  }
}

/// The key table turned round: from a key to what it does.
enum KeyMap {
  /// What a key does in a view; `nil` when it means nothing there.
  static func action(of key: Key, in view: KeyView) -> KeyAction? {
    key.name.flatMap { actions[view]?[$0] }
  }

  private static let actions: [KeyView: [String: KeyAction]] = Dictionary(
    uniqueKeysWithValues: KeyView.allCases.map { view in
      let pairs = KeyTable.bindings(of: view).flatMap { binding in binding.keys.map { ($0, binding.action) } }
      return (view, Dictionary(pairs) { first, _ in first })
    })
}
