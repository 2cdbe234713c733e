/// What a change takes for granted of the board; the store looks whether it holds inside the lock, just before writing.
package enum Precondition: Hashable, Sendable {
  /// A field still has the value that was seen; `nil` for none.
  case value(EntityReference, FieldKey, is: String?)
  /// An entity was not touched by any change that comes after one in the history.
  case untouched(EntityReference, since: ChangeID)

  /// A precondition that does not hold, and how it is instead.
  package struct Unmet: Hashable, Sendable {
    /// What was taken for granted.
    package let precondition: Precondition
    /// The present value of the field; `nil` for none, and where it is about no field.
    package let value: String?
    /// The change that made it so; `nil` if it is not in the history.
    package let by: ChangeSummary?
    /// Who made that change; empty if it is not in the history.
    package let actor: String

    /// States what does not hold.
    package init(precondition: Precondition, value: String?, by: ChangeSummary?, actor: String) {
      self.precondition = precondition
      self.value = value
      self.by = by
      self.actor = actor
    }
  }
}

extension Board {
  /// The first of some preconditions that does not hold on this board; `nil` if all do.
  ///
  /// A change that the history does not have was not seen by anybody: nothing is untouched since.
  package func firstUnmet(of preconditions: [Precondition]) -> Precondition.Unmet? {
    // Many preconditions name one change, which is looked for once.
    var places: [ChangeID: Int] = [:]
    for precondition in preconditions {
      if case .untouched(_, let change) = precondition, places[change] == nil {
        places[change] = place(of: change) ?? -1
      }
      if let unmet = unmet(precondition, places) { return unmet }
    }
    return nil
  }

  private func unmet(_ precondition: Precondition, _ places: [ChangeID: Int]) -> Precondition.Unmet? {
    switch precondition {
    case .value(let entity, let key, let wanted):
      let register = record(entity)?.register(key)
      if register?.value == wanted { return nil }
      return unmet(precondition, value: register?.value, by: register.flatMap { place(of: $0.writer) })
    case .untouched(let entity, let change):
      guard let last = record(entity)?.changes.last.map(Int.init) else { return nil }
      if let seen = places[change], last <= seen { return nil }
      return unmet(precondition, value: nil, by: last)
    }
  }

  private func unmet(_ precondition: Precondition, value: String?, by place: Int?) -> Precondition.Unmet {
    let summary = place.map { history[$0] }
    return Precondition.Unmet(
      precondition: precondition, value: value, by: summary, actor: summary.map { actor(of: $0) } ?? "")
  }
}

extension Precondition.Unmet {
  /// What is otherwise than was taken for granted, who made it so and when, as one sentence without its full stop.
  package var sentence: String {
    let maker = by.map { "by \(actor) on \($0.on.inWords) (\($0.id.short))" }
    switch precondition {
    case .value(let entity, let key, let wanted):
      let now = value.map { "“\($0.prefix(60))”" } ?? "empty"
      let then = wanted.map { "“\($0.prefix(60))”" } ?? "empty"
      let change = maker.map { ", set \($0)" } ?? ""
      return "the \(key.field.words) of \(entity.name) is \(now)\(change), no longer \(then)"
    case .untouched(let entity, let change):
      return "\(entity.name) was changed \(maker ?? "") after \(change.short)"
    }
  }
}
