import Glibc
import InertText
import Testing

@Suite struct CharacterWidthTests {
  @Test(
    "Letters take one column, wide ones two, marks none",
    arguments: [
      ("a", 1), ("é", 1), ("日", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("✓", 1), ("\u{301}", 0), ("ᆨ", 0),
      ("░", 1),
    ] as [(Unicode.Scalar, Int)])
  func widths(scalar: Unicode.Scalar, columns: Int) {
    #expect(CharacterWidth.columns(of: scalar) == columns)
  }

  @Test("Every width given is the one that the C library gives")
  func agreesWithCLibrary() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    let wcwidth = unsafeBitCast(
      try #require(dlsym(nil, "wcwidth")), to: (@convention(c) (Int32) -> Int32).self)
    var differing: [String] = []
    for value in UInt32(0)...0x1FFFFF {
      guard let scalar = Unicode.Scalar(value), let columns = CharacterWidth.columns(of: scalar) else { continue }
      if Int(wcwidth(Int32(value))) != columns {
        differing.append(String(value, radix: 16) + ":\(wcwidth(Int32(value)))/\(columns)")
      }
    }
    #expect(differing == [])
  }
}
