import Foundation
import JSONText
import Testing

@Suite struct JSONWriterTests {
  @Test("Commas stand between values and nowhere else")
  func commas() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.integer(1)
    writer.integer(-20)
    writer.beginArray()
    writer.endArray()
    writer.boolean(true)
    writer.endArray()
    writer.key("b")
    writer.string(nil as String?)
    writer.key("c")
    writer.number(.infinity)
    writer.key("d")
    writer.number(0.5)
    writer.endObject()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":[1,-20,[],true],"b":null,"c":null,"d":0.5}"#)
  }

  @Test("A text is one line, and what acts on a terminal is escaped")
  func inert() {
    var writer = JSONWriter()
    writer.string("a\"\\\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{202E}\u{200B}\u{E0041}é😀")
    let expected = #""a\"\\\n\r\t\u0000\u001b\u007f\u009b\u202e\u200b\udb40\udc41é😀""#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test("What is written is read back, by this reader and by another", arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: UInt32) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<random(40) {
        let bound: UInt32 = [0x80, 0x900, 0x1_0000, 0x11_0000][Int(random(4))]
        if let scalar = Unicode.Scalar(random(bound)) { text.unicodeScalars.append(scalar) }
      }
      var writer = JSONWriter()
      writer.beginArray()
      writer.string(text)
      writer.endArray()
      #expect(!writer.bytes.contains(0x0A))
      let ours = try JSONValue(parsing: writer.bytes).array?.first?.string
      #expect(ours.map { Array($0.utf8) } == Array(text.utf8))
      let theirs = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
      #expect(theirs.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }
}
