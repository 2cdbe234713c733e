/// A JSON value as a tree, for files of unknown shape.
package indirect enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number without fraction and exponent that fits 64 bits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// A text.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)

  /// The text, if this is one.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The whole number, if this is one.
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The truth, if this is one.
  package var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }

  /// The elements, if this is an array.
  package var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// The object, if this is one.
  package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// Whether this is `null`.
  package var isNull: Bool { if case .null = self { true } else { false } }

  /// The member of that name, if this is an object that has it.
  package subscript(name: String) -> JSONValue? { object?[name] }
}

/// A JSON object: its members in the order of the text, each name once.
package struct JSONObject: Sendable {
  /// The members in the order of the text.
  package let members: [(name: String, value: JSONValue)]

  /// Wraps members whose names differ.
  package init(_ members: [(name: String, value: JSONValue)]) { self.members = members }

  /// The value of a member; O(*n*) in the members.
  ///
  /// Names are compared scalar by scalar: names that are only canonically equal differ.
  package subscript(name: String) -> JSONValue? {
    members.first { member in member.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The names in the order of the text.
  package var names: [String] { members.map(\.name) }
}
