import JSONText
import Testing

@Suite struct JSONReaderTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let fault: JSONError.Fault
    let offset: Int
    var testDescription: String { name }
  }

  static let refused = [
    Row(name: "nothing at all", text: "", fault: .unexpectedEnd, offset: 0),
    Row(name: "a comma before the end of an array", text: "[1,]", fault: .unexpectedByte(0x5D), offset: 3),
    Row(name: "a comma before the end of an object", text: #"{"a":1,}"#, fault: .unexpectedByte(0x7D), offset: 7),
    Row(name: "two members of one name", text: #"{"a":1,"a":2}"#, fault: .duplicateName("a"), offset: 8),
    Row(name: "one name written in two ways", text: #"{"a":1,"\u0061":2}"#, fault: .duplicateName("a"), offset: 8),
    Row(name: "a second value", text: "1 2", fault: .trailingBytes, offset: 2),
    Row(name: "a leading zero", text: "[01]", fault: .badNumber, offset: 1),
    Row(name: "a point without digits", text: "1.", fault: .badNumber, offset: 0),
    Row(name: "a plus sign", text: "+1", fault: .unexpectedByte(0x2B), offset: 0),
    Row(name: "a number beyond all", text: "1e999", fault: .numberOutOfRange, offset: 0),
    Row(name: "a LF in a text", text: "\"a\nb\"", fault: .controlCharacter(0x0A), offset: 2),
    Row(name: "a text without end", text: #""abc"#, fault: .unexpectedEnd, offset: 4),
    Row(name: "a text that ends in a backslash", text: #""abc\"#, fault: .unexpectedEnd, offset: 5),
    Row(name: "an unknown escape", text: #""\x""#, fault: .badEscape, offset: 1),
    Row(name: "an escape cut short", text: #""\u12""#, fault: .badEscape, offset: 1),
    Row(name: "half a surrogate pair", text: #""\ud800""#, fault: .loneSurrogate, offset: 1),
    Row(name: "the wrong half first", text: #""\udc00\ud800""#, fault: .loneSurrogate, offset: 1),
    Row(name: "a word cut short", text: "tru", fault: .unexpectedEnd, offset: 3),
    Row(name: "a wrong word", text: "nulL", fault: .unexpectedByte(0x6E), offset: 0),
    Row(name: "a single quote", text: "'a'", fault: .unexpectedByte(0x27), offset: 0),
    Row(name: "a missing colon", text: #"{"a" 1}"#, fault: .unexpectedByte(0x31), offset: 5),
  ]

  @Test("What RFC 8259 does not allow is refused with its offset", arguments: refused)
  func refusal(row: Row) {
    #expect(throws: JSONError(row.fault, at: row.offset)) { try JSONValue(parsing: Array(row.text.utf8)) }
  }

  @Test("64 open arrays are read, 65 are refused")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONValue(parsing: nested(64))
    #expect(throws: JSONError(.tooDeep, at: 64)) { try JSONValue(parsing: nested(65)) }
  }

  @Test("Bytes that are not UTF-8 are refused")
  func notUTF8() {
    #expect(throws: JSONError(.notUTF8, at: 1)) { try JSONValue(parsing: [0x22, 0xC0, 0x80, 0x22]) }
    #expect(throws: JSONError(.notUTF8, at: 1)) { try JSONValue(parsing: [0x22, 0x5C, 0x6E, 0xFF, 0x22]) }
  }

  @Test("Members keep their order, and names that only look equal stay apart")
  func members() throws {
    let text = "{\"b\":1,\"\u{E9}\":2,\"e\u{301}\":3,\"a\":null}"
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.object?.members.compactMap(\.value.integer) == [1, 2, 3])
    #expect(value["e\u{301}"]?.integer == 3)
    #expect(value["a"]?.isNull == true)
    #expect(value["c"] == nil)
  }

  @Test("Whole numbers keep all 64 bits; larger ones become approximate")
  func numbers() throws {
    let value = try JSONValue(parsing: Array("[-9223372036854775808,9223372036854775808,-0,1.5e2]".utf8))
    let elements = try #require(value.array)
    #expect(elements[0].integer == Int.min)
    #expect(elements[1].integer == nil)
    #expect(elements[2].integer == 0)
    if case .number(let number) = elements[3] { #expect(number == 150) } else { Issue.record("1.5e2 is a number") }
  }

  @Test("Escapes are resolved, pairs to one scalar")
  func escapes() throws {
    let value = try JSONValue(parsing: Array(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#.utf8))
    #expect(value.string == "\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}")
  }

  @Test("Cut after any byte, a text is refused, never misread")
  func everyPrefix() throws {
    let text = Array(#"{"a":[1,-2.5e3,true,null,"x\u0041\n"],"b":{"c":false}}"#.utf8)
    _ = try JSONValue(parsing: text)
    for length in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text[..<length])) }
    }
  }
}
