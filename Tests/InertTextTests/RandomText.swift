/// A small generator whose numbers depend on its seed alone.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Up to 60 scalars: letters, spaces, line ends, marks, controls, wide characters, and any others.
func randomText(_ numbers: inout SplitMix) -> String {
  var scalars = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...60, using: &numbers) {
    let range: ClosedRange<UInt32> =
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0, 1, 2: 0x20...0x7E
      case 3: 0x00...0x20
      case 4: 0x0300...0x036F
      case 5: 0x2000...0x206F
      case 6: 0x4E00...0x4E40
      default: 0x00...0x1FFFF
      }
    if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &numbers)) { scalars.append(scalar) }
  }
  return String(scalars)
}
