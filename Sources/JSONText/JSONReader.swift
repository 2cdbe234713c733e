extension JSONValue {
  /// Reads one whole JSON text, strictly by RFC 8259.
  ///
  /// Two members of one name, depth over 64, bytes that are not UTF-8 and anything behind the value are errors.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    self = try scanner.value()
    try scanner.finish()
  }
}

extension JSONScanner {
  /// Reads a value of any kind as a tree.
  package mutating func value() throws(JSONError) -> JSONValue {
    switch try peek() {
    case .null:
      try null()
      return .null
    case .boolean: return .boolean(try boolean())
    case .string: return .string(try string())
    case .number: return try number()
    case .array: return .array(try elements())
    case .object: return .object(try members())
    }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let (range, isWhole) = try numberRange()
    if isWhole, let value = integerValue(at: range) { return .integer(value) }
    guard let value = Double(try text(at: range, escaped: false)), value.isFinite else {
      throw JSONError(.numberOutOfRange, at: range.lowerBound)
    }
    return .number(value)
  }

  private mutating func elements() throws(JSONError) -> [JSONValue] {
    try beginArray()
    var elements: [JSONValue] = []
    var first = true
    while try nextElement(first: &first) { elements.append(try value()) }
    return elements
  }

  private mutating func members() throws(JSONError) -> JSONObject {
    try beginObject()
    var members: [(name: String, value: JSONValue)] = []
    // Names are told apart by their bytes: as Swift strings, canonically equal ones would collide.
    var seen: Set<[UInt8]> = []
    var first = true
    while let range = try nextName(first: &first) {
      let name = try text(at: range, escaped: bytes[range].contains(UInt8(ascii: "\\")))
      guard seen.insert(Array(name.utf8)).inserted else {
        throw JSONError(.duplicateName(name), at: range.lowerBound)
      }
      members.append((name, try value()))
    }
    return JSONObject(members)
  }
}
