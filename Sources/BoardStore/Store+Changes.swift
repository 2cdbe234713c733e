package import BoardModel
import SystemCalls

extension Store {
  /// A change as a whole, read again from its line.
  ///
  /// - Throws: ``StoreError/refused(_:)`` with ``BoardError/unknownChange(_:)`` if the board has none of that id;
  ///   ``StoreError/changedUnderYou(path:)`` if its line is no longer there.
  /// - Complexity: Linear in the changes after it, and one read.
  package func change(_ id: ChangeID) throws(StoreError) -> Change {
    guard let place = fold.board.place(of: id) else {
      throw .refused(.unknownChange(id.description))
    }
    return try change(at: place)
  }

  /// The changes that touched a report, an item or a meeting, oldest first.
  package func changes(touching entity: EntityReference) throws(StoreError) -> [Change] {
    var changes: [Change] = []
    for place in fold.board.record(entity)?.changes ?? [] {
      changes.append(try change(at: Int(place)))
    }
    return changes
  }

  /// The changes at a range of places in the board's history, oldest first.
  package func changes(in places: Range<Int>) throws(StoreError) -> [Change] {
    let wanted = places.clamped(to: 0..<fold.places.count)
    var changes: [Change] = []
    changes.reserveCapacity(wanted.count)
    var windows = LineWindows(fold.segments)
    for place in wanted {
      let found: Change?
      do throws(SystemError) { found = try windows.change(at: fold.places[place]) } catch { throw .reading(error) }
      guard let found else {
        needsReload = true
        throw .changedUnderYou(path: fold.segments[Int(fold.places[place].segment)].path)
      }
      changes.append(found)
    }
    return changes
  }

  /// All changes, oldest first.
  ///
  /// - Complexity: One pass over the bytes of all journals.
  package func allChanges() throws(StoreError) -> [Change] {
    try changes(in: 0..<fold.places.count)
  }

  private func change(at place: Int) throws(StoreError) -> Change {
    // The one case without a place: written a moment ago to a new file that could not be opened for reading.
    guard place < fold.places.count else { throw .changedUnderYou(path: directory.journal) }
    do throws(SystemError) {
      if let change = try fold.change(at: fold.places[place]) { return change }
    } catch {
      throw .reading(error)
    }
    needsReload = true
    throw .changedUnderYou(path: fold.segments[Int(fold.places[place].segment)].path)
  }
}
