import BoardModel

extension LineReader {
  /// The change that a line taken apart holds.
  func change(_ line: ScannedLine, _ buffer: Span<UInt8>) -> Change {
    var operations: [Operation] = []
    operations.reserveCapacity(line.operations.count)
    for operation in line.operations {
      operations.append(
        Operation(
          entity: entities[operation.entity], key: operation.key, old: Self.text(operation.old, buffer),
          new: Self.text(operation.new, buffer), from: operation.from, restores: operation.restores))
    }
    return Change(
      id: line.id, lamport: line.lamport, at: line.at, on: line.on, actor: actors[line.actor],
      login: Self.text(line.login, buffer) ?? "", meeting: Self.text(line.meeting, buffer), kind: line.kind,
      reason: Self.text(line.reason, buffer), reverses: line.reverses, operations: operations)
  }

  /// A text of a scanned line, which the scan has found to be valid; nil for one that is left out.
  static func text(_ place: TextPlace?, _ buffer: Span<UInt8>) -> String? {
    guard let place else { return nil }
    if place.isEscaped { return EscapedText.decode(place, buffer) }
    return unsafe buffer.extracting(place.range).withUnsafeBufferPointer { bytes in
      unsafe String(decoding: bytes, as: UTF8.self)
    }
  }
}
