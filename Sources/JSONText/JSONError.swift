/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What can be wrong.
  package enum Fault: Hashable, Sendable {
    /// The text ends too early.
    case unexpectedEnd
    /// A byte stands where none of its kind may.
    case unexpectedByte(UInt8)
    /// A control character stands unescaped in a string.
    case controlCharacter(UInt8)
    /// A backslash is followed by something that is no escape.
    case badEscape
    /// A `\u` surrogate stands without its other half.
    case loneSurrogate
    /// The bytes of a string are not UTF-8.
    case notUTF8
    /// A number is written in a way JSON does not know, such as `01` or `1.`.
    case badNumber
    /// A whole number does not fit 64 bits where one must.
    case numberOutOfRange
    /// An object has two members of this name.
    case duplicateName(String)
    /// Arrays and objects are nested deeper than 64.
    case tooDeep
    /// Something follows the value.
    case trailingBytes
    /// A value is of another kind than its place asks for.
    case wrongKind
  }

  /// What is wrong.
  package let fault: Fault
  /// The place, in bytes from the start of the buffer, first byte 0.
  package let offset: Int

  /// States a fault.
  package init(_ fault: Fault, at offset: Int) {
    self.fault = fault
    self.offset = offset
  }
}
