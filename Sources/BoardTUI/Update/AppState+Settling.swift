internal import BoardModel

extension AppState {
  /// The contested fields of some cards, each once.
  static func contested(_ items: [Item]) -> [Field] {
    var fields: [Field] = []
    for field in items.flatMap(\.record.contestedFields).map(\.field) where !fields.contains(field) {
      fields.append(field)
    }
    return fields
  }

  /// Keeps what stands in one contested field of some cards, or in all of them.
  mutating func settle(_ items: [Item], _ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    let names = AppState.contested(items).map(\.rawValue)
    let wanted = command.operands.first?.lowercased()
    if names.isEmpty { throw PaletteComplaint(sentence: "nothing is contested here") }
    if let wanted, !names.contains(where: { $0.lowercased() == wanted }) {
      throw PaletteComplaint.unknown(command.operands[0], what: "contested field", among: names)
    }
    let commands = items.flatMap { item in
      item.record.contestedFields.map(\.field)
        .filter { wanted == nil || $0.rawValue.lowercased() == wanted }
        .map { Command.settle(.item(item.reference), $0) }
    }
    return commit(commands.count == 1 ? commands[0] : .together(commands), items: items.map(\.reference))
  }
}
