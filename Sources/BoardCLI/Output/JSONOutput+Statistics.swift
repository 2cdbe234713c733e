internal import BoardModel
internal import JSONText

extension JSONOutput {
  /// Writes the members of statistics; days are whole days.
  static func statistics(
    _ figures: Statistics, _ months: [StatusHistory.Point], on board: Board, to writer: inout JSONWriter
  ) {
    writer.member("items", figures.all.total)
    writer.member("open", figures.all.open)
    writer.member("overdue", figures.all.overdue)
    writer.member("withoutDate", figures.withoutDate)
    writer.member("withoutOwner", figures.withoutOwner)
    writer.object("statuses", figures.all) { statuses($1, to: &$0) }
    groups("reports", figures.reports, "key", to: &writer)
    groups("owners", figures.owners, "owner", to: &writer)
    groups("kinds", figures.kinds, "kind", to: &writer)
    writer.object("ages", figures.ages) { writer, ages in
      writer.member("medianDays", ages.median)
      writer.member("longestDays", ages.longest)
      writer.member("oldest", ages.oldest.description)
    }
    writer.object("daysInStatus", figures.daysIn) { writer, days in
      for status in Status.allCases { writer.member(status.rawValue, days[status] ?? 0) }
    }
    writer.array("holders", of: figures.held) { writer, held in
      writer.beginObject()
      writer.member("holder", held.holder.name)
      writer.member("status", held.holder == .national ? Status.awaitingNPCC.rawValue : Status.forceAction.rawValue)
      writer.member("days", held.days)
      writer.member("items", held.items)
      writer.endObject()
    }
    counts("slips", figures.slips, to: &writer)
    counts("reopened", figures.reopened, to: &writer)
    writer.array("months", of: months) { writer, month in
      writer.beginObject()
      writer.member("month", month.month)
      writer.member("on", month.day)
      writer.object("statuses", month.counts) { writer, counts in
        for status in Status.allCases { writer.member(status.rawValue, counts[status.column]) }
      }
      writer.endObject()
    }
  }

  private static func statuses(_ count: Statistics.Count, to writer: inout JSONWriter) {
    for status in Status.allCases { writer.member(status.rawValue, count.statuses[status] ?? 0) }
  }

  private static func groups(
    _ name: String, _ counts: [Statistics.Count], _ key: String, to writer: inout JSONWriter
  ) {
    writer.array(name, of: counts) { writer, count in
      writer.beginObject()
      writer.member(key, count.name)
      writer.member("items", count.total)
      writer.member("open", count.open)
      writer.member("overdue", count.overdue)
      writer.object("statuses", count) { statuses($1, to: &$0) }
      writer.endObject()
    }
  }

  private static func counts(
    _ name: String, _ counts: [(reference: ItemReference, count: Int)], to writer: inout JSONWriter
  ) {
    writer.array(name, of: counts) { writer, entry in
      writer.beginObject()
      writer.member("ref", entry.reference.description)
      writer.member("count", entry.count)
      writer.endObject()
    }
  }
}
