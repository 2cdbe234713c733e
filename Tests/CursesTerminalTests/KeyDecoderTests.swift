import CursesTerminal
import ScreenGrid
import Testing

/// What a terminal sends, and the keys that it stands for.
struct Typed: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: String
  let keys: [Key]
  var testDescription: String { name }

  init(_ name: String, _ bytes: String, _ keys: Key...) {
    self.name = name
    self.bytes = bytes
    self.keys = keys
  }
}

@Suite struct KeyDecoderTests {
  static let typed: [Typed] = [
    Typed("letters", "jK", .character("j"), .character("K")),
    Typed("space", " ", .character(" ")),
    Typed("letters beyond ASCII", "é日😀", .character("é"), .character("日"), .character("😀")),
    Typed("Enter", "\r\n", .enter, .enter),
    Typed("Tab and Backspace", "\t\u{7F}\u{08}", .tab, .backspace, .backspace),
    Typed("Control and letter", "\u{03}\u{04}\u{1A}", .ctrl("c"), .ctrl("d"), .ctrl("z")),
    Typed("Control and sign", "\0\u{1C}\u{1F}", .ctrl(" "), .ctrl("\\"), .ctrl("_")),
    Typed("Escape alone", "\u{1B}", .escape),
    Typed("Escape twice", "\u{1B}\u{1B}", .escape, .escape),
    Typed("Escape, then Enter", "\u{1B}\r", .escape, .enter),
    Typed("Alt", "\u{1B}x\u{1B}é", .alt("x"), .alt("é")),
    Typed("Alt and bracket", "\u{1B}[", .alt("[")),
    Typed("Alt and O", "\u{1B}O", .alt("O")),
    Typed("arrows", "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", .up, .down, .right, .left),
    Typed("arrows in application mode", "\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", .up, .down, .right, .left),
    Typed(
      "Shift and arrows", "\u{1B}[1;2A\u{1B}[1;2B\u{1B}[1;2C\u{1B}[1;2D", .shiftUp, .shiftDown, .shiftRight, .shiftLeft),
    Typed("Shift and arrows of rxvt", "\u{1B}[a\u{1B}[d", .shiftUp, .shiftLeft),
    Typed("Control and arrow is the arrow", "\u{1B}[1;5C", .right),
    Typed(
      "Home and End", "\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", .home, .end, .home, .end,
      .home, .end, .home, .end),
    Typed("pages", "\u{1B}[5~\u{1B}[6~", .pageUp, .pageDown),
    Typed("Insert and Delete", "\u{1B}[2~\u{1B}[3~", .insert, .delete),
    Typed("Shift and Tab", "\u{1B}[Z", .backTab),
    Typed(
      "function keys", "\u{1B}OP\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[24~", .function(1), .function(1), .function(5),
      .function(6), .function(12)),
    Typed("function keys of the Linux console", "\u{1B}[[A\u{1B}[[E", .function(1), .function(5)),
    Typed("keypad", "\u{1B}Op\u{1B}Oy\u{1B}OM\u{1B}Ok", .character("0"), .character("9"), .enter, .character("+")),
    Typed("keys named by their character", "\u{1B}[27u\u{1B}[99;5u\u{1B}[27;3;120~", .escape, .ctrl("c"), .alt("x")),
    Typed("mouse", "\u{1B}[<0;3;5M\u{1B}[<0;3;5m", .mouse(Mouse(.click, at: Position(column: 2, row: 4)))),
    Typed(
      "wheel", "\u{1B}[<64;1;1M\u{1B}[<65;200;1M", .mouse(Mouse(.wheelUp, at: Position(column: 0, row: 0))),
      .mouse(Mouse(.wheelDown, at: Position(column: 199, row: 0)))),
    Typed(
      "mouse of old terminals", "\u{1B}[M !\"x", .mouse(Mouse(.click, at: Position(column: 0, row: 1))), .character("x")
    ),
    Typed("other mouse buttons are left out", "\u{1B}[<2;1;1Mx", .character("x")),
    Typed("unknown sequence is left out", "\u{1B}[?1;2cx\u{1B}[99~y", .character("x"), .character("y")),
    Typed("focus reports are left out", "\u{1B}[I\u{1B}[Ox", .character("x")),
    Typed("a sequence broken off by another", "\u{1B}[1;\u{1B}[A", .up),
    Typed("a huge number does no harm", "\u{1B}[99999999999999999999~x", .character("x")),
    Typed("paste", "\u{1B}[200~a\u{1B}[31m\rb\u{1B}[201~x", .paste("a\u{1B}[31m\nb"), .character("x")),
    Typed("paste with CR LF", "\u{1B}[200~a\r\nb\nc\u{1B}[201~", .paste("a\nb\nc")),
    Typed("empty paste", "\u{1B}[200~\u{1B}[201~", .paste("")),
  ]

  @Test("Every sequence is the key that was pressed", arguments: typed)
  func decoded(row: Typed) {
    var decoder = KeyDecoder()
    decoder.feed(row.bytes.utf8, at: 0)
    #expect(allKeys(&decoder) == row.keys)
  }

  @Test("Bytes that arrive one by one are the same keys", arguments: typed)
  func decodedByteByByte(row: Typed) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in row.bytes.utf8 {
      decoder.feed([byte], at: 0)
      while let key = decoder.next(isFinal: false) { keys.append(key) }
    }
    keys += allKeys(&decoder)
    #expect(keys == row.keys)
    #expect(!decoder.isIncomplete)
  }

  @Test("An ESC waits for the rest, and is the Escape key when nothing follows")
  func escapeWaits() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B], at: 0)
    #expect(decoder.next(isFinal: false) == nil)
    #expect(decoder.isIncomplete)
    #expect(decoder.next(isFinal: true) == .escape)
    #expect(!decoder.isIncomplete)
  }

  @Test("A paste that has not ended waits without a time limit")
  func pasteWaits() {
    var decoder = KeyDecoder()
    decoder.feed("\u{1B}[200~ab\u{1B}[20".utf8, at: 0)
    #expect(decoder.next(isFinal: true) == nil)
    #expect(!decoder.isIncomplete)
    decoder.feed("1~".utf8, at: 0)
    #expect(decoder.next(isFinal: false) == .paste("ab"))
  }

  @Test("Bytes that are no UTF-8 are left out, and what follows is read")
  func brokenUTF8() {
    var decoder = KeyDecoder()
    decoder.feed([0xE9, 0x61, 0xFF, 0xC0, 0x80, 0xF0, 0x9F, 0x62, 0xE6, 0x97], at: 0)
    #expect(allKeys(&decoder) == [.character("a"), .character("b")])
  }

  @Test("Two clicks at one place within 400 ms are a double click, and a third begins anew")
  func doubleClick() {
    let place = Position(column: 0, row: 0)
    func click(_ decoder: inout KeyDecoder, at time: Int, column: Int = 1) -> Key? {
      decoder.feed("\u{1B}[<0;\(column);1M".utf8, at: time)
      return decoder.next(isFinal: false)
    }
    var decoder = KeyDecoder()
    #expect(click(&decoder, at: 1000) == .mouse(Mouse(.click, at: place)))
    #expect(click(&decoder, at: 1400) == .mouse(Mouse(.doubleClick, at: place)))
    #expect(click(&decoder, at: 1500) == .mouse(Mouse(.click, at: place)))
    #expect(click(&decoder, at: 1901) == .mouse(Mouse(.click, at: place)))
    #expect(click(&decoder, at: 1950, column: 2) == .mouse(Mouse(.click, at: Position(column: 1, row: 0))))
  }

  @Test("What the terminal database says of a key comes first")
  func databaseSequences() {
    var decoder = KeyDecoder(sequences: [KeySequence("\u{1B}[25~", .shiftUp), KeySequence("\u{1B}[A", .home)])
    decoder.feed("\u{1B}[25~\u{1B}[A\u{1B}[B".utf8, at: 0)
    #expect(allKeys(&decoder) == [.shiftUp, .home, .down])
  }

  @Test("No bytes trap the decoder or keep it from the next key", arguments: 0..<300)
  func anyBytes(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    for _ in 0..<200 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let favoured: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x4D, 0x32, 0x7E]
      bytes.append(state % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 8) : favoured[Int(state >> 8) & 7])
    }
    var decoder = KeyDecoder()
    decoder.feed(bytes, at: 0)
    _ = allKeys(&decoder)
    decoder.feed("\u{1B}[201~q".utf8, at: 0)
    #expect(allKeys(&decoder).last == .character("q"))
  }

  private func allKeys(_ decoder: inout KeyDecoder) -> [Key] {
    var keys: [Key] = []
    while let key = decoder.next(isFinal: true) { keys.append(key) }
    return keys
  }
}
