package import BoardModel

/// A text that comes back from an editor.
package struct EditedText: Equatable, Sendable {
  package let entity: EntityReference
  package let field: Field
  /// What the board held when the editor was opened; `nil` for nothing.
  package let before: String?
  /// What the person left.
  package let after: String

  package init(entity: EntityReference, field: Field, before: String?, after: String) {
    self.entity = entity
    self.field = field
    self.before = before
    self.after = after
  }
}
