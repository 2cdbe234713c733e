// Enumerations as bytes: the place of a case among all cases. A snapshot says which cases there are, so that a version
// with others does not read it.

extension Field {
  /// All fields, in their order.
  static let all = allCases

  /// The place of the field among all fields, below 255.
  var ordinal: UInt8 {
    // An enumeration of fewer than 256 cases without payloads is one byte that counts them.
    unsafe unsafeBitCast(self, to: UInt8.self)
  }
}

extension ChangeKind {
  /// All kinds, in their order.
  static let all = allCases

  /// The place of the kind among all kinds, below 255.
  var ordinal: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }
}

extension ItemKind {
  /// All kinds, in their order.
  static let all = allCases

  /// The place of the kind among all kinds.
  var ordinal: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }
}

extension PackedBoard {
  /// The names behind the bytes of a packed board; a board packed under other names means something else.
  package static var vocabulary: String {
    let fields = Field.all.map(\.rawValue)
    let kinds = ChangeKind.all.map(\.rawValue)
    return (fields + kinds + ItemKind.all.map(\.rawValue)).joined(separator: " ")
  }
}
