import ScreenGrid

/// The inside of ESC [ … letter, and the key it stands for.
struct ControlSequence {
  private let prefix: UInt8?
  private let numbers: [Int]
  private let final: UInt8

  /// - Parameters:
  ///   - parameters: The bytes between ESC [ and the final letter.
  ///   - final: The letter.
  init(parameters: ArraySlice<UInt8>, final: UInt8) {
    let isPrivate = parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
    prefix = isPrivate ? parameters.first : nil
    numbers = parameters.dropFirst(isPrivate ? 1 : 0)
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { digits in digits.reduce(0) { min($0 * 10 + max(0, Int($1) - 48), 1 << 21) } }
    self.final = final
  }

  private func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

  /// The modifier of xterm: 1 plus 1 for Shift, 2 for Alt, 4 for Control.
  private var modifiers: Int { max(0, number(1) - 1) }

  var isPasteStart: Bool { prefix == nil && final == UInt8(ascii: "~") && number(0) == 200 }

  /// The key, or `nil` for a sequence that is none of ours.
  var key: Key? {
    if prefix == UInt8(ascii: "<") { return mouseKey }
    guard prefix == nil else { return nil }
    let isShifted = modifiers & 1 != 0
    switch final {
    case UInt8(ascii: "A"): return isShifted ? .shiftUp : .up
    case UInt8(ascii: "B"): return isShifted ? .shiftDown : .down
    case UInt8(ascii: "C"): return isShifted ? .shiftRight : .right
    case UInt8(ascii: "D"): return isShifted ? .shiftLeft : .left
    case UInt8(ascii: "a"): return .shiftUp
    case UInt8(ascii: "b"): return .shiftDown
    case UInt8(ascii: "c"): return .shiftRight
    case UInt8(ascii: "d"): return .shiftLeft
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return .function(Int(final - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "~"): return numberedKey
    case UInt8(ascii: "u"): return Self.key(scalar: number(0), modifiers: modifiers)
    default: return nil
    }
  }

  /// ESC [ number ~, from the VT220.
  private var numberedKey: Key? {
    switch number(0) {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number(0) - 10)
    case 17...21: .function(number(0) - 11)
    case 23...24: .function(number(0) - 12)
    case 27: Self.key(scalar: number(2), modifiers: modifiers)
    default: nil
    }
  }

  /// A key that the terminal names by its character, as xterm and kitty do when asked to.
  private static func key(scalar value: Int, modifiers: Int) -> Key? {
    switch value {
    case 9: return modifiers & 1 != 0 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    default: break
    }
    guard value >= 0x20, let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    if modifiers & 4 != 0 { return scalar.properties.lowercaseMapping.first.map { .ctrl($0) } }
    return modifiers & 2 != 0 ? .alt(Character(scalar)) : .character(Character(scalar))
  }

  /// ESC [ < button ; column ; row, then M for press or m for release.
  private var mouseKey: Key? {
    guard final == UInt8(ascii: "M") else { return nil }
    return Self.mouse(button: number(0), column: number(1), row: number(2)).map { .mouse($0) }
  }

  /// What a mouse report means: the left button and the wheel count, places from 1 as terminals count them.
  static func mouse(button: Int, column: Int, row: Int) -> Mouse? {
    guard column > 0, row > 0 else { return nil }
    let position = Position(column: column - 1, row: row - 1)
    switch button {
    case 0: return Mouse(.click, at: position)
    case 64: return Mouse(.wheelUp, at: position)
    case 65: return Mouse(.wheelDown, at: position)
    default: return nil
    }
  }
}
