/// Splits what a program sends to a terminal into characters and sequences.
struct VirtualScreenParser {
  /// A piece of output that means something as a whole.
  enum Command: Equatable {
    case character(Unicode.Scalar)
    case control(UInt8)
    /// ESC and what follows, of the short kind.
    case escape(String)
    /// ESC [ : the private prefix if any, the numbers, the final letter with what stands before it.
    case sequence(prefix: Character?, numbers: [Int], final: String)
    /// ESC ] … BEL or ESC \ : titles and palettes.
    case message(String)
  }

  private enum State { case ground, escape, charset, sequence, message, messageEscape }

  private var state = State.ground
  private var collected: [UInt8] = []
  private var character: [UInt8] = []
  private var missing = 0

  /// Takes one byte; returns what it completes.
  mutating func take(_ byte: UInt8) -> Command? {
    switch state {
    case .ground: return takeGround(byte)
    case .escape: return takeEscape(byte)
    case .charset:
      state = .ground
      return .escape(String(decoding: collected + [byte], as: UTF8.self))
    case .sequence: return takeSequence(byte)
    case .message: return takeMessage(byte)
    case .messageEscape:
      state = .ground
      return .message(String(decoding: collected, as: UTF8.self))
    }
  }

  private mutating func takeGround(_ byte: UInt8) -> Command? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .character(Unicode.Scalar(byte)) }
    if byte >= 0xC0 {
      character = [byte]
      missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      return nil
    }
    character.append(byte)
    missing -= 1
    guard missing <= 0 else { return nil }
    return .character(String(decoding: character, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}")
  }

  private mutating func takeEscape(_ byte: UInt8) -> Command? {
    collected = []
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "]"): state = .message
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      collected = [byte]
      state = .charset
    default:
      state = .ground
      return .escape(String(Unicode.Scalar(byte)))
    }
    return nil
  }

  private mutating func takeSequence(_ byte: UInt8) -> Command? {
    guard byte >= 0x40, byte < 0x7F else {
      collected.append(byte)
      return nil
    }
    state = .ground
    var text = String(decoding: collected, as: UTF8.self)[...]
    var prefix: Character?
    if let first = text.first, "<=>?".contains(first) { prefix = text.removeFirst() }
    let between = String(text.filter { "!\"#$%&'*+,-./ ".contains($0) })
    let numbers = text.filter { $0.isNumber || $0 == ";" || $0 == ":" }
      .split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Int($0) ?? 0 }
    return .sequence(prefix: prefix, numbers: numbers, final: between + String(Unicode.Scalar(byte)))
  }

  private mutating func takeMessage(_ byte: UInt8) -> Command? {
    if byte == 0x07 {
      state = .ground
      return .message(String(decoding: collected, as: UTF8.self))
    }
    if byte == 0x1B { state = .messageEscape } else { collected.append(byte) }
    return nil
  }
}
