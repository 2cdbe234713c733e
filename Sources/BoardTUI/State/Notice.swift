/// A line that says what happened, until the next key.
package struct Notice: Equatable, Sendable {
  /// What kind of news it is.
  package enum Kind: Sendable { case done, news, refusal }

  package let kind: Kind
  package let text: String
}
