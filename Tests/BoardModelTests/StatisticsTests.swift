import BoardModel
import TestSupport
import Testing

@Suite("Figures, and what changed since")
struct StatisticsTests {
  private func item(_ number: Int) -> ItemReference {
    ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(number))
  }
  private func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(daysSinceEpoch: 0) }

  private let done = Command.ClosingWords(ground: .done, reason: "ok", noEvidence: "later")

  @Test("Waiting for the NPCC is nobody's time in the force; a complete item is in nobody's hands")
  func holders() throws {
    var recorder = try BoardRecorder.stalking(today: "2019-04-10")
    recorder.today = day("2019-04-20")
    try recorder.run(.move([item(1)], to: .awaitingNPCC, closing: nil, reason: nil))
    recorder.today = day("2019-05-20")
    try recorder.run(.move([item(1)], to: .forceAction, closing: nil, reason: nil))
    recorder.today = day("2019-05-25")
    try recorder.run(.assign([item(1)], owner: "DCI Hale"))
    recorder.today = day("2019-06-01")
    try recorder.run(.move([item(1)], to: .complete, closing: done, reason: nil))
    let one = try #require(recorder.board.item(item(1)))
    let figures = Statistics(of: [one], today: day("2019-07-01"))
    #expect(figures.daysIn == [.forceAction: 22, .awaitingNPCC: 30, .complete: 30])
    #expect(figures.held.map(\.holder) == [.national, .unallocated, .owner("DCI Hale")])
    #expect(figures.held.map(\.days) == [30, 15, 7])
    #expect(figures.ages == nil)
    #expect(Spell.of(one, until: day("2019-07-01")).map(\.days) == [10, 30, 5, 7, 30])
  }

  @Test("An undone move leaves no time behind, and a clock that went back takes none away")
  func undoneTime() throws {
    var recorder = try BoardRecorder.stalking(today: "2019-04-10")
    recorder.today = day("2019-05-01")
    try recorder.run(.move([item(1)], to: .awaitingNPCC, closing: nil, reason: nil))
    try recorder.undo()
    recorder.today = day("2019-04-01")
    try recorder.run(.assign([item(1)], owner: "Sgt Ali"))
    let figures = Statistics(of: [try #require(recorder.board.item(item(1)))], today: day("2019-05-10"))
    #expect(figures.daysIn == [.forceAction: 30])
    #expect(figures.held.map(\.days) == [30, 0])
  }

  @Test("Counts by status, report, owner and kind add up; slips and reopened items are named")
  func counts() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.assign([item(1), item(2)], owner: "DCI Hale"))
    try recorder.run(.due([item(1)], day("2019-11-30"), reason: "r"))
    try recorder.run(.due([item(2)], day("2019-05-01"), reason: "r"))
    try recorder.run(.move([item(3)], to: .complete, closing: done, reason: nil))
    try recorder.run(.move([item(4)], to: .complete, closing: done, reason: nil))
    try recorder.run(.move([item(4)], to: .forceAction, closing: nil, reason: "too early"))
    let figures = Statistics(of: recorder.board.items, today: day("2019-06-05"))
    #expect(figures.all.total == 8 && figures.all.open == 7 && figures.all.overdue == 1)
    #expect(figures.reports.map(\.name) == ["stalking-2019"] && figures.reports.map(\.total) == [8])
    #expect(figures.owners.map(\.name) == [nil, "DCI Hale"] && figures.owners.map(\.total) == [6, 2])
    #expect(figures.kinds.map(\.name) == ["recommendation", "area-for-improvement"])
    #expect(figures.withoutOwner == 5 && figures.withoutDate == 0)
    #expect(figures.slips.map(\.reference) == [item(1)] && figures.reopened.map(\.reference) == [item(4)])
    #expect(figures.ages?.median == 20 && figures.ages?.longest == 20 && figures.ages?.oldest == item(1))
  }

  @Test("Since the last meeting: new, moved with the status before, edited, withdrawn; what was undone is unchanged")
  func since() throws {
    var recorder = try BoardRecorder.stalking(today: "2019-05-01")
    try recorder.run(.note(item(6), text: "before", isPrivate: false))
    try recorder.run(.meeting(.start(id: "2019-05-16", title: "May", on: day("2019-05-16"))))
    #expect(recorder.board.changesSinceLastMeeting.entries.count == 9)
    try recorder.run(.move([item(5)], to: .awaitingNPCC, closing: nil, reason: nil))
    try recorder.run(.meeting(.end(id: "2019-05-16", on: day("2019-05-16"))))
    #expect(recorder.board.changesSinceLastMeeting.entries.isEmpty)
    recorder.today = day("2019-05-20")
    try recorder.run(.move([item(1)], to: .awaitingNPCC, closing: nil, reason: nil))
    try recorder.run(.move([item(1)], to: .complete, closing: done, reason: nil))
    try recorder.run(.note(item(2), text: "after", isPrivate: false))
    try recorder.run(.withdraw(item(3), reason: "read twice"))
    try recorder.run(.assign([item(4)], owner: "A"))
    try recorder.undo()
    try recorder.run(.addItem(BoardRecorder.item("stalking-2019", .recommendation, 8)))
    try recorder.undo(try #require(recorder.changes.first { $0.kind == .note }).id)
    let entries = recorder.board.changesSinceLastMeeting.entries
    #expect(entries.map(\.entity) == [1, 2, 3, 6, 8].map { .item(item($0)) })
    #expect(
      entries.map(\.mark.words) == ["MOVED ←Force action", "EDITED", "WITHDRAWN", "EDITED", "NEW"])
    #expect(entries[1].fields == [.note])
    #expect(recorder.board.changes(since: day("2019-05-20")).entries == entries)
    #expect(recorder.board.meetingsUnchanged(.item(item(7))) == 1)
    #expect(recorder.board.meetingsUnchanged(.item(item(1))) == 0)
  }
}
