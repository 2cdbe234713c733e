/// What puts a text into the clipboard of a terminal.
enum Clipboard {
  /// The beginnings of the names of terminals that do not know operating system commands.
  static let terminalsWithout = ["vt1", "vt2", "linux", "dumb", "ansi"]

  /// The sequence OSC 52 with the text in base 64, as xterm defines it.
  static func sequence(for text: String) -> String {
    "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}"
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// Bytes in base 64 with padding (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
