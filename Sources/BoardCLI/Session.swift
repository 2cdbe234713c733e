internal import BoardModel
internal import BoardStore
internal import SystemCalls

/// A board opened by one verb: for reading, or for one change.
final class Session {
  private let store: Store
  private let shell: Shell
  /// The board as it was, with `--as-at`; `nil` for the board as it is.
  private let past: (board: Board, asOf: String, changes: Int)?
  /// Whether the verb reports the store's health itself.
  var isChecked = false

  private init(_ store: Store, _ shell: Shell, past: (board: Board, asOf: String, changes: Int)? = nil) {
    self.store = store
    self.shell = shell
    self.past = past
    shell.session = self
  }

  /// Opens the board for reading.
  ///
  /// - Parameter usesSnapshot: Whether a snapshot may stand for lines that were not written to since.
  static func reading(_ shell: Shell, usesSnapshot: Bool = true) throws(Failure) -> Session {
    Session(try open(shell, .readOnly, usesSnapshot: usesSnapshot), shell)
  }

  /// Opens the board for a change, or with `--dry-run` for reading only.
  static func writing(_ shell: Shell) throws(Failure) -> Session {
    Session(try open(shell, shell.invocation.has("dry-run") ? .readOnly : .readWrite), shell)
  }

  /// Opens the board as it was at the end of a day, or right after a change.
  static func reading(_ shell: Shell, asAt moment: String) throws(Failure) -> Session {
    let store = try open(shell, .readOnly)
    let board = store.board
    let count: Int
    if let day = CalendarDay(moment) {
      // The actor's day decides; a change of a copy that was ahead does not hide what came before it.
      count = (board.history.lastIndex { $0.on <= day } ?? -1) + 1
    } else {
      let summary: ChangeSummary
      do throws(BoardError) { summary = try board.resolveChange(moment) } catch { throw .board(error) }
      count = (board.place(of: summary.id) ?? -1) + 1
    }
    do throws(StoreError) {
      return Session(store, shell, past: (try store.board(upTo: count), moment, count))
    } catch {
      throw .store(error)
    }
  }

  /// Keeps the snapshot fresh, after everything was said.
  func tendSnapshot() { store.tendSnapshot() }

  private static func open(
    _ shell: Shell, _ mode: Store.Mode, usesSnapshot: Bool = true
  ) throws(Failure) -> Store {
    let path = try shell.boardPath()
    do throws(StoreError) {
      return try Store.open(at: path, mode: mode, usesSnapshot: usesSnapshot, seam: shell.world.system)
    } catch {
      throw .store(error)
    }
  }

  /// The board, after a commit with the new change in it.
  var board: Board { past?.board ?? store.board }
  /// The moment that `--as-at` named; `nil` for now.
  var asOf: String? { past?.asOf }
  /// What is wrong with the journals.
  var health: StoreHealth { store.health }
  /// How many changes the board consists of.
  var changeCount: Int { past?.changes ?? store.changeCount }
  /// Where the board is.
  var path: String { store.path }
  /// The board's own number, the same in every copy.
  var storeID: UInt64 { store.storeID }

  /// A name for the entries of a change that is only planned.
  static let provisionalID = ChangeID(replica: 0, sequence: 1, nonce: 0)

  /// Records what is wanted as one change, if the board is as expected; `nil` when there is nothing to change.
  func commit(_ wanted: Wanted, expecting preconditions: [Precondition] = []) throws(Failure) -> Change? {
    let author = Author(
      actor: shell.actor, login: shell.world.system.loginName(), today: shell.today, meeting: board.openMeeting?.id)
    do throws(StoreError) {
      return try store.commit(by: author, expecting: preconditions) { (board, id) throws(BoardError) in
        try wanted.plan(on: board, as: id)
      }
    } catch {
      if case .refused(let refusal) = error { throw .board(refusal) }
      throw .store(error)
    }
  }

  /// Erases texts for good; see ``Store/redact(_:of:reason:by:)``.
  func redact(_ part: RedactedPart, of entity: EntityReference, reason: String) throws(Failure) -> RedactionOutcome {
    let author = Author(
      actor: shell.actor, login: shell.world.system.loginName(), today: shell.today, meeting: board.openMeeting?.id)
    do throws(StoreError) {
      return try store.redact(part, of: entity, reason: reason, by: author)
    } catch {
      if case .refused(let refusal) = error { throw .board(refusal) }
      throw .store(error)
    }
  }

  /// What an erasure would change.
  func redactionPreview(_ part: RedactedPart, of entity: EntityReference) throws(Failure) -> RedactionOutcome {
    do throws(StoreError) { return try store.redactionPreview(part, of: entity) } catch { throw .store(error) }
  }

  /// Replaces the board's own settings.
  func save(_ settings: BoardSettings) throws(Failure) {
    do throws(StoreError) { try store.save(settings) } catch { throw .store(error) }
  }

  /// A change as a whole.
  func change(_ id: ChangeID) throws(Failure) -> Change {
    do throws(StoreError) { return try store.change(id) } catch { throw .store(error) }
  }

  /// The changes that touched an entity, all without one, oldest first.
  func changes(touching entity: EntityReference?) throws(Failure) -> [Change] {
    do throws(StoreError) {
      if let entity {
        let changes = try store.changes(touching: entity)
        guard let past else { return changes }
        return changes.filter { past.board.place(of: $0.id) != nil }
      }
      return try store.changes(in: 0..<changeCount)
    } catch {
      throw .store(error)
    }
  }

  /// Whether a change is taken back at present.
  func isUndone(_ change: Change) -> Bool {
    board.place(of: change.id).map { board.history[$0].undone } ?? false
  }

  /// What a person should know of the store beside the answer; empty when all is well.
  var warnings: [String] {
    guard !isChecked else { return [] }
    var warnings: [String] = []
    let damage = health.damage.count
    if damage > 0 {
      warnings.append("\(damage) damaged \(damage == 1 ? "line" : "lines") in the journal: run `board check`")
    }
    if health.newerChanges > 0 {
      let count = health.newerChanges
      warnings.append(
        "\(count) newer \(count == 1 ? "change is" : "changes are") not shown: a newer version wrote them")
    }
    return warnings
  }
}
