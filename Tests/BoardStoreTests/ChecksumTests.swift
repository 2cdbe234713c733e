import BoardStore
import TestSupport
import Testing

@Suite struct ChecksumTests {
  @Test("The checksum is CRC-32C, by the examples of RFC 3720 and the usual check value")
  func knownValues() {
    func sum(_ bytes: [UInt8]) -> UInt32 { Checksum.crc32c(bytes.span) }
    #expect(sum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(sum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(sum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(sum(Array(0..<32)) == 0x46DD_794E)
    #expect(sum([]) == 0)
  }

  @Test("Eight bytes at a time give what one bit at a time gives", arguments: 0..<64)
  func bitwise(length: Int) {
    var random = SeededRandom(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0x82F6_3B78 : sum >> 1 }
    }
    #expect(Checksum.crc32c(bytes.span) == ~sum)
  }
}
