package import BoardModel

extension Board {
  /// A digest of the board's state: equal for boards that hold the same settings and values, whatever their history.
  ///
  /// SHA-256 in hexadecimal over the settings and every value that stands, by entity and field; each text is led by its
  /// length, so that no two states write the same bytes.
  ///
  /// - Complexity: O(*n* log *n*) in the entities, linear in their texts.
  package var stateDigest: String {
    var hash = SHA256()
    func add(_ text: String) {
      hash.add("\(text.utf8.count):".utf8)
      hash.add(text.utf8)
    }
    for text in [
      settings.name, settings.body ?? "", settings.force ?? "", settings.countingRule.rawValue,
      String(settings.responseDays),
    ] { add(text) }
    for record in records.sorted(by: { $0.entity.description < $1.entity.description }) {
      let standing = record.registers.compactMap { register in
        register.value.map { (key: register.key.description, value: $0) }
      }
      if standing.isEmpty { continue }
      add(record.entity.description)
      for (key, value) in standing.sorted(by: { $0.key < $1.key }) {
        add(key)
        add(value)
      }
    }
    return hash.finish().map { ChangeID.hex(UInt64($0), digits: 2) }.joined()
  }
}
