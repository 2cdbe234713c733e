internal import BoardModel

/// What others did to a card.
struct RecentChange: Equatable, Sendable {
  /// NEW, MOVED or EDITED.
  let word: String
  /// Who did it; `nil` where officers are not named.
  let actor: String?

  /// What a change did to one card.
  init(_ change: Change, on reference: ItemReference, namesActor: Bool = true) {
    let own = change.operations.filter { $0.entity == .item(reference) }
    if own.contains(where: { $0.key.field == .kind && $0.new != nil }) {
      word = "NEW"
    } else {
      word = own.contains { $0.key.field == .status } ? "MOVED" : "EDITED"
    }
    actor = namesActor ? change.actor : nil
  }

  /// `MOVED by K. Ali`.
  var words: String { actor.map { "\(word) by \($0)" } ?? word }
}
