extension JSONScanner {
  /// Reads a text.
  package mutating func string() throws(JSONError) -> String {
    let found = try stringRange()
    return try text(at: found.range, escaped: found.escaped)
  }

  /// Reads a text or `null`.
  package mutating func optionalString() throws(JSONError) -> String? {
    if try peek() == .null {
      try null()
      return nil
    }
    return try string()
  }

  /// Reads a text that is often the same as one read before, and gives that one again if it is.
  ///
  /// It saves an allocation per line for actors, logins and the like.
  package mutating func string(likely known: String) throws(JSONError) -> String {
    let found = try stringRange()
    if !found.escaped, isEqual(found.range, known) { return known }
    return try text(at: found.range, escaped: found.escaped)
  }

  /// Reads the quotes of a text and finds what is between them, escapes as written.
  ///
  /// - Returns: The place between the quotes, and whether there are escapes in it.
  package mutating func stringRange() throws(JSONError) -> (range: Range<Int>, escaped: Bool) {
    try expect(UInt8(ascii: "\""))
    let start = position
    let found = endOfString(from: start)
    guard found.place < end else { throw JSONError(.unexpectedEnd, at: end) }
    let byte = bytes[found.place]
    guard byte == UInt8(ascii: "\"") else { throw JSONError(.controlCharacter(byte), at: found.place) }
    advance(to: found.place + 1)
    return (start..<found.place, found.escaped)
  }

  /// The place of the quote, or of the bad byte, that ends a text; ``end`` or more if nothing does.
  private func endOfString(from start: Int) -> (place: Int, escaped: Bool) {
    let buffer = bytes.span
    var escaped = false
    var place = start
    while place < end {
      let byte = buffer[place]
      if byte == UInt8(ascii: "\"") || byte < 0x20 { break }
      if byte == UInt8(ascii: "\\") {
        escaped = true
        place += 1
      }
      place += 1
    }
    return (place, escaped)
  }

  /// Reads a whole number that fits 64 bits.
  package mutating func integer() throws(JSONError) -> Int {
    let (range, isWhole) = try numberRange()
    guard isWhole else { throw JSONError(.wrongKind, at: range.lowerBound) }
    guard let value = integerValue(at: range) else { throw JSONError(.numberOutOfRange, at: range.lowerBound) }
    return value
  }

  /// Reads `true` or `false`.
  package mutating func boolean() throws(JSONError) -> Bool {
    let isTrue = try nextByte() == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads `null`.
  package mutating func null() throws(JSONError) { try word("null") }

  /// Reads over a value of any kind and shape.
  ///
  /// Its grammar is checked; its texts are not decoded, and its names not compared.
  package mutating func skip() throws(JSONError) {
    switch try peek() {
    case .string: _ = try stringRange()
    case .number: _ = try numberRange()
    case .boolean: _ = try boolean()
    case .null: try null()
    case .array:
      try beginArray()
      var first = true
      while try nextElement(first: &first) { try skip() }
    case .object:
      try beginObject()
      var first = true
      while try nextName(first: &first) != nil { try skip() }
    }
  }

  /// The place of a number, and whether it has neither fraction nor exponent.
  mutating func numberRange() throws(JSONError) -> (range: Range<Int>, isWhole: Bool) {
    _ = try nextByte()
    let start = position
    var place = start
    func digits() -> Int {
      let first = place
      while place < end, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
      return place - first
    }
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let whole = place
    let count = digits()
    guard count > 0, count == 1 || bytes[whole] != 0x30 else { throw JSONError(.badNumber, at: start) }
    var isWhole = true
    if place < end, bytes[place] == UInt8(ascii: ".") {
      isWhole = false
      place += 1
      guard digits() > 0 else { throw JSONError(.badNumber, at: start) }
    }
    if place < end, bytes[place] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      place += 1
      if place < end, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      guard digits() > 0 else { throw JSONError(.badNumber, at: start) }
    }
    advance(to: place)
    return (start..<place, isWhole)
  }

  /// The value of a whole number's digits; nil if it does not fit.
  func integerValue(at range: Range<Int>) -> Int? {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    var value = 0
    for place in (isNegative ? range.dropFirst() : range) {
      let digit = Int(bytes[place] & 0xF)
      let (shifted, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) =
        isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      if over || more { return nil }
      value = sum
    }
    return value
  }

  private mutating func word(_ wanted: StaticString) throws(JSONError) {
    let first = try nextByte()
    let stop = position + wanted.utf8CodeUnitCount
    guard stop <= end else { throw JSONError(.unexpectedEnd, at: end) }
    guard matches(position..<stop, wanted) else { throw JSONError(.unexpectedByte(first), at: position) }
    advance(to: stop)
  }
}
