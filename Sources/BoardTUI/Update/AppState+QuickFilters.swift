internal import BoardModel

extension AppState {
  /// Offers the filters that are wanted most, with how many cards each lets through.
  mutating func openQuickFilters() {
    var filters: [(name: String, query: String)] = [
      ("overdue", "overdue"), ("due within 30 days", "due:30d"), ("no owner", "no-owner"),
      ("no comment", "no-comment"), ("reopened", "reopened"), ("owned by \(actor)", "owner:\"\(actor)\""),
    ]
    filters += Status.allCases.map { ("status \($0.title)", "status:\($0.rawValue)") }
    filters += board.reports.filter { !$0.isClosed }.map { ("report \($0.key)", "report:\($0.key)") }
    var options: [(String, Picker.Choice)] = []
    for filter in filters {
      // An actor's name may hold a quote, and then there is no such query.
      guard let query = try? Query(parsing: filter.query) else { continue }
      let test = query.test(on: board, today: today)
      let count = order.all.reduce(0) { $0 + $1.count(where: test) }
      options.append(("\(filter.name)  \(count)", .filter(filter.query)))
    }
    options.append(("all cards  \(order.total)", .filter("")))
    overlays.append(.picker(Picker(title: "Show only", options: options, selected: 0)))
  }
}
