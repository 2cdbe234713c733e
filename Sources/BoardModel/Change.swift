/// The unique name of a change: the copy of the store that made it, its number there, and random bits.
///
/// As text: 16 hexadecimal digits, the number in decimal, 8 hexadecimal digits, joined by hyphens.
package struct ChangeID: Hashable, Sendable, CustomStringConvertible {
  /// The copy of the store that recorded the change.
  package let replica: UInt64
  /// The change's number in that copy's stream, from 1, without gaps.
  package let sequence: UInt32
  /// Random bits, so that a copied stream that went its own way is told apart.
  package let nonce: UInt32

  /// The id that no change has: "nobody wrote this field".
  package static let none = ChangeID(replica: 0, sequence: 0, nonce: 0)

  /// An id from its parts.
  package init(replica: UInt64, sequence: UInt32, nonce: UInt32) {
    self.replica = replica
    self.sequence = sequence
    self.nonce = nonce
  }

  /// Reads the text form; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 16, parts[2].utf8.count == 8,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) } }),
      let replica = UInt64(parts[0], radix: 16), let sequence = UInt32(parts[1]),
      let nonce = UInt32(parts[2], radix: 16)
    else { return nil }
    self.init(replica: replica, sequence: sequence, nonce: nonce)
  }

  package var description: String {
    "\(ChangeID.hex(replica, digits: 16))-\(sequence)-\(ChangeID.hex(UInt64(nonce), digits: 8))"
  }

  /// The part that people type: the number and the first four random digits, `17-8c1d`.
  package var short: String {
    "\(sequence)-\(ChangeID.hex(UInt64(nonce), digits: 8).prefix(4))"
  }

  /// A number in lower-case hexadecimal with leading zeros.
  package static func hex(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

/// What kind of command made a change; the raw value stands in the journal.
package enum ChangeKind: String, CaseIterable, Hashable, Sendable {
  case `import`, add, edit, move, withdraw, respond, comment, reply, record, assign, due, note, evidence, verify, rank
  case reportAdd = "report-add"
  case reportEdit = "report-edit"
  case reportClose = "report-close"
  case reportReopen = "report-reopen"
  case meeting, decide, action, settle, redact
  case undo, redo

  /// Whether a change of this kind takes back or puts back another one.
  package var isReversal: Bool { self == .undo || self == .redo }

  /// Whether a change of this kind can be taken back: what was erased is gone, and a reversal is put back by redo.
  package var isUndoable: Bool { !isReversal && self != .redact }
}

/// One register set to a new value.
package struct Operation: Hashable, Sendable {
  /// What is changed.
  package let entity: EntityReference
  /// Which register of it.
  package let key: FieldKey
  /// The value before; `nil` for none.
  package let old: String?
  /// The value after; `nil` for none.
  package let new: String?
  /// The change that the old value came from: the register's effective writer before.
  package let from: ChangeID
  /// In an undo or redo, the effective writer afterwards; `nil` in every other change (then it is the change itself).
  package let restores: ChangeID?

  /// An operation from its parts.
  package init(
    entity: EntityReference, key: FieldKey, old: String?, new: String?, from: ChangeID, restores: ChangeID? = nil
  ) {
    self.entity = entity
    self.key = key
    self.old = old
    self.new = new
    self.from = from
    self.restores = restores
  }
}

/// One user command, recorded: one line of a journal, one unit of undo.
package struct Change: Hashable, Sendable {
  /// Its unique name.
  package let id: ChangeID
  /// The Lamport clock: one more than the largest the recording copy had seen.
  package let lamport: UInt64
  /// Wall time in milliseconds since 1970-01-01 UTC, for display only.
  package let at: Int64
  /// The actor's day (`--today`, else the local date): what every question about dates is answered from.
  package let on: CalendarDay
  /// Who acted, as they name themselves.
  package let actor: String
  /// The login name.
  package let login: String
  /// The id of the meeting that was on; `nil` for none.
  package let meeting: String?
  /// The kind of command.
  package let kind: ChangeKind
  /// The reason given; `nil` for none.
  package let reason: String?
  /// For an undo the change taken back; for a redo the undo that is taken back; else `nil`.
  package let reverses: ChangeID?
  /// What it did, in order.
  package let operations: [Operation]

  /// A change from its parts.
  package init(
    id: ChangeID, lamport: UInt64, at: Int64, on: CalendarDay, actor: String, login: String, meeting: String?,
    kind: ChangeKind, reason: String?, reverses: ChangeID?, operations: [Operation]
  ) {
    self.id = id
    self.lamport = lamport
    self.at = at
    self.on = on
    self.actor = actor
    self.login = login
    self.meeting = meeting
    self.kind = kind
    self.reason = reason
    self.reverses = reverses
    self.operations = operations
  }

  /// The place of a change in the one order that every copy agrees on.
  package struct OrderKey: Comparable, Hashable, Sendable {
    /// The Lamport clock.
    package let lamport: UInt64
    /// The recording copy.
    package let replica: UInt64
    /// The number in that copy's stream.
    package let sequence: UInt32

    /// A key from its parts.
    package init(lamport: UInt64, replica: UInt64, sequence: UInt32) {
      self.lamport = lamport
      self.replica = replica
      self.sequence = sequence
    }

    package static func < (left: OrderKey, right: OrderKey) -> Bool {
      (left.lamport, left.replica, left.sequence) < (right.lamport, right.replica, right.sequence)
    }
  }

  /// This change's place in the order.
  package var order: OrderKey { OrderKey(lamport: lamport, replica: id.replica, sequence: id.sequence) }
}

/// A change before it is recorded: what the store fills in (id, clock, time) is missing.
package struct ChangeDraft: Hashable, Sendable {
  /// The kind of command.
  package var kind: ChangeKind
  /// The reason given; `nil` for none.
  package var reason: String?
  /// For an undo the change taken back; for a redo the undo taken back; else `nil`.
  package var reverses: ChangeID?
  /// What to do; empty when everything is already as asked.
  package var operations: [Operation]

  /// A draft from its parts.
  package init(kind: ChangeKind, reason: String? = nil, reverses: ChangeID? = nil, operations: [Operation] = []) {
    self.kind = kind
    self.reason = reason
    self.reverses = reverses
    self.operations = operations
  }
}
