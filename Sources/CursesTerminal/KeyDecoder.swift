package import ScreenGrid

/// Turns the bytes that a terminal sends into keys.
///
/// It knows the sequences that terminals share (xterm, tmux, the Linux console, rxvt, VT220) and those that the terminal
/// database adds. It never loses its place: what it does not know is read to its end and left out.
package struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  private let sequences: [KeySequence]
  /// The text of a paste that has begun and not ended; `nil` outside of one.
  private var paste: [UInt8]?
  private var lastClick: (position: Position, time: Int)?
  private var now = 0

  /// The longest time between two clicks that count as one double click, in milliseconds.
  private static let doubleClickTime = 400
  /// A sequence longer than this is none: no terminal sends one.
  private static let longestSequence = 64

  /// - Parameter sequences: What this terminal sends for keys besides what all do.
  package init(sequences: [KeySequence] = []) {
    self.sequences = sequences
  }

  /// Adds bytes as they arrived.
  ///
  /// - Parameter time: Now, in milliseconds on any clock that only goes forward; double clicks are told by it.
  package mutating func feed(_ arrived: some Sequence<UInt8>, at time: Int) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += arrived
    now = time
  }

  /// Whether bytes are left that may be the beginning of a key, so that it is worth waiting a moment for the rest.
  ///
  /// A paste that has not ended does not count: its end comes when it comes.
  package var isIncomplete: Bool { paste == nil && start < bytes.count }

  /// The next key, or `nil` when the bytes are used up or are the beginning of something longer.
  ///
  /// - Parameter isFinal: Nothing follows: an ESC is the Escape key then, and half a character is left out.
  package mutating func next(isFinal: Bool) -> Key? {
    while start < bytes.count {
      let step = paste == nil ? decode(isFinal: isFinal) : collectPaste()
      switch step {
      case .wait: return nil
      case .skip(let count): start += count
      case .key(let key, let count):
        start += count
        return withDoubleClick(key)
      case .beginPaste(let count):
        start += count
        paste = []
      }
    }
    return nil
  }

  /// Turns the second of two quick clicks at one place into a double click.
  private mutating func withDoubleClick(_ key: Key) -> Key {
    guard case .mouse(let mouse) = key, mouse.event == .click else { return key }
    if let last = lastClick, last.position == mouse.position, now - last.time <= Self.doubleClickTime {
      lastClick = nil
      return .mouse(Mouse(.doubleClick, at: mouse.position))
    }
    lastClick = (mouse.position, now)
    return key
  }

  /// What the bytes at the start mean, and how many they are.
  private enum Step {
    case key(Key, Int)
    case skip(Int)
    case wait
    case beginPaste(Int)
  }

  private func decode(isFinal: Bool) -> Step {
    switch bytes[start] {
    case 0x1B: decodeEscape(isFinal: isFinal)
    case 0x00...0x1F, 0x7F: .key(Self.control(bytes[start]), 1)
    case 0x20...0x7E: .key(.character(Character(Unicode.Scalar(bytes[start]))), 1)
    default: decodeCharacter(at: start, isFinal: isFinal) { .character($0) }
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .ctrl(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .ctrl(Character(Unicode.Scalar(byte + 0x60)))
    default: .ctrl(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// One character of UTF-8; `key` says what it is part of.
  private func decodeCharacter(at index: Int, isFinal: Bool, key: (Character) -> Key) -> Step {
    let before = index - start
    let length: Int
    switch bytes[index] {
    case 0x00..<0x80: length = 1
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return .skip(before + 1)
    }
    var end = index + 1
    while end < bytes.count, end < index + length, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if end < index + length {
      return end == bytes.count && !isFinal ? .wait : .skip(end - start)
    }
    guard let text = String(validating: bytes[index..<end], as: UTF8.self), let character = text.first else {
      return .skip(end - start)
    }
    return .key(key(character), before + length)
  }

  private func decodeEscape(isFinal: Bool) -> Step {
    if let step = decodeKnownSequence() { return step }
    guard start + 1 < bytes.count else { return isFinal ? .key(.escape, 1) : .wait }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return decodeControlSequence(isFinal: isFinal)
    case UInt8(ascii: "O"): return decodeSingleShift(isFinal: isFinal)
    case 0x1B: return .key(.escape, 1)
    case 0x00...0x1F, 0x7F: return .key(.escape, 1)
    default: return decodeCharacter(at: start + 1, isFinal: isFinal) { .alt($0) }
    }
  }

  /// The longest sequence of the terminal database that the bytes begin with.
  private func decodeKnownSequence() -> Step? {
    let rest = bytes[start...]
    let matches = sequences.filter { rest.starts(with: $0.bytes) }
    return matches.max { $0.bytes.count < $1.bytes.count }.map { .key($0.key, $0.bytes.count) }
  }

  /// ESC O and a letter, as sent by the keypad and by arrows in application mode.
  private func decodeSingleShift(isFinal: Bool) -> Step {
    guard start + 2 < bytes.count else { return isFinal ? .key(.alt("O"), 2) : .wait }
    guard let key = KeySequence.singleShift(bytes[start + 2]) else { return .skip(3) }
    return .key(key, 3)
  }

  /// ESC [ , parameters, and a final letter.
  private func decodeControlSequence(isFinal: Bool) -> Step {
    var end = start + 2
    if end < bytes.count, bytes[end] == UInt8(ascii: "[") { return decodeConsoleFunctionKey(isFinal: isFinal) }
    while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else {
      if end - start > Self.longestSequence { return .skip(end - start) }
      if !isFinal { return .wait }
      return end == start + 2 ? .key(.alt("["), 2) : .skip(end - start)
    }
    // A control in the middle begins something new.
    guard bytes[end] >= 0x40, bytes[end] < 0x7F else { return .skip(end - start) }
    let count = end + 1 - start
    if bytes[end] == UInt8(ascii: "M"), end == start + 2 { return decodeOldMouse(isFinal: isFinal) }
    let sequence = ControlSequence(parameters: bytes[start + 2..<end], final: bytes[end])
    if sequence.isPasteStart { return .beginPaste(count) }
    if let key = sequence.key { return .key(key, count) }
    return .skip(count)
  }

  /// ESC [ [ A to E: F1 to F5 of the Linux console.
  private func decodeConsoleFunctionKey(isFinal: Bool) -> Step {
    guard start + 3 < bytes.count else { return isFinal ? .skip(3) : .wait }
    let letter = bytes[start + 3]
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .skip(4) }
    return .key(.function(Int(letter - UInt8(ascii: "A")) + 1), 4)
  }

  /// ESC [ M and three bytes: a mouse report of terminals that know no other form.
  private func decodeOldMouse(isFinal: Bool) -> Step {
    guard start + 5 < bytes.count else { return isFinal ? .skip(bytes.count - start) : .wait }
    let report = bytes[start + 3..<start + 6].map { Int($0) - 32 }
    guard let mouse = ControlSequence.mouse(button: report[0], column: report[1], row: report[2]) else {
      return .skip(6)
    }
    return .key(.mouse(mouse), 6)
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Takes bytes into the paste, and ends it where its end mark stands.
  private mutating func collectPaste() -> Step {
    let mark = Self.pasteEnd
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x1B {
        let rest = bytes[index...].prefix(mark.count)
        if rest.elementsEqual(mark) {
          let text = (paste ?? []) + bytes[start..<index]
          paste = nil
          return .key(.paste(Self.pastedText(text)), index + mark.count - start)
        }
        if rest.count < mark.count, mark.starts(with: rest) { break }
      }
      index += 1
    }
    paste?.append(contentsOf: bytes[start..<index])
    if index == start { return .wait }
    return .skip(index - start)
  }

  /// The pasted text with LF at line ends: terminals send the CR of the Enter key for them.
  private static func pastedText(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      text.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
