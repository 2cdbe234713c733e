internal import BoardModel
internal import ScreenGrid

/// What others did to a card.
struct RecentChange: Equatable, Sendable {
  /// What kind of change it was, the weightiest last.
  private enum Kind: Int, Sendable { case edited, moved, new }

  private let kind: Kind
  /// The status that the card came from; `nil` where it did not move.
  private let from: Status?
  /// The fields that were changed, in words; empty for a card that moved or is new.
  private let fields: [String]
  /// Who did it; `nil` where officers are not named.
  let actor: String?
  /// The local time of day, `14:02`; `nil` where it is not known.
  let time: String?
  /// What is said instead of all that, of a mark that comes of no single change.
  private let said: Saying?

  /// A mark in its short form and in words.
  private struct Saying: Equatable, Sendable {
    let short: String
    let words: String
  }

  /// What a change did to one card.
  ///
  /// - Parameters:
  ///   - namesActor: Whether officers are named.
  ///   - time: When it was done, as a local time of day.
  init(_ change: Change, on reference: ItemReference, namesActor: Bool = true, time: String? = nil) {
    let own = change.operations.filter { $0.entity == .item(reference) }
    let move = own.first { $0.key.field == .status }
    if own.contains(where: { $0.key.field == .kind && $0.new != nil }) {
      kind = .new
    } else {
      kind = move == nil ? .edited : .moved
    }
    from = kind == .moved ? move?.old.flatMap(Status.init(rawValue:)) : nil
    var seen: Set<Field> = []
    fields = kind == .edited ? own.map(\.key.field).filter { seen.insert($0).inserted }.map(\.words) : []
    actor = namesActor ? change.actor : nil
    self.time = time
    said = nil
  }

  /// A mark in its short form and in words.
  init(short: String, words: String) {
    (kind, from, fields, actor, time) = (.edited, nil, [], nil, nil)
    said = Saying(short: short, words: words)
  }

  /// This change, unless a weightier one was not looked at yet: a card that moved and was then edited has moved.
  func after(_ earlier: RecentChange?) -> RecentChange {
    if let earlier, earlier.kind.rawValue > kind.rawValue { return earlier }
    return self
  }

  /// NEW, MOVED or EDITED.
  var word: String {
    if let said { return said.short }
    return switch kind {
    case .new: "NEW"
    case .moved: "MOVED"
    case .edited: "EDITED"
    }
  }

  /// What was done, for a narrow place: `MOVED ←NPCC`, `EDITED due date`.
  func shortWords(_ glyphs: GlyphSet) -> String {
    if let said { return said.short }
    return words(what: from.map { "\(glyphs.left)\($0.shortTitle)" } ?? fieldWords)
  }

  /// What was done, by whom and when: `MOVED ←Awaiting NPCC by K. Ali 14:02`, `EDITED due date by K. Ali 14:02`.
  func words(_ glyphs: GlyphSet) -> String {
    if let said { return said.words }
    let what = words(what: from.map { "\(glyphs.left)\($0.title)" } ?? fieldWords)
    return [what, actor.map { "by \($0)" }, time].compactMap { $0 }.joined(separator: " ")
  }

  private func words(what: String) -> String { what.isEmpty ? word : "\(word) \(what)" }

  private var fieldWords: String {
    fields.prefix(2).joined(separator: ", ") + (fields.count > 2 ? " and \(fields.count - 2) more" : "")
  }
}
