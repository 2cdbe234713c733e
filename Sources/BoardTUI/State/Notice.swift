/// A line that says what happened, until the next key.
package struct Notice: Equatable, Sendable {
  /// What kind of news it is.
  package enum Kind: Sendable { case done, news, refusal }

  package let kind: Kind
  package let text: String
  /// The key that takes it back, in words; `nil` where there is none.
  package let wayBack: String?

  init(kind: Kind, text: String, wayBack: String? = nil) {
    self.kind = kind
    self.text = text
    self.wayBack = wayBack
  }
}
