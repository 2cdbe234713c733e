package import BoardModel

/// What is wrong, or merely remarkable, with the journals of a board.
package struct StoreHealth: Sendable, Hashable {
  /// One line, or one place between lines, that is not as it should be.
  package struct Finding: Sendable, Hashable {
    /// What was found.
    package let kind: Kind
    /// The file, by its path within the board directory.
    package let file: String
    /// The line, from 1; 0 when the finding is about the file as a whole.
    package let line: Int
    /// Where the line starts, in bytes from the start of the file.
    package let offset: Int
    /// How long it is, in bytes, without its LF.
    package let length: Int
  }

  /// What can be found.
  package enum Kind: Sendable, Hashable {
    /// A line whose bytes do not match their checksum, or that has none.
    case damaged
    /// A line whose checksum is right and that is no change all the same.
    case malformed
    /// A line longer than 32 MiB.
    case tooLong
    /// Numbers are missing in a stream, and no damaged line accounts for them.
    case gap(from: UInt32, through: UInt32)
    /// A change that the same stream holds already, byte by byte.
    case duplicate(ChangeID)
    /// A change with the number of another one in the same stream, and other bytes.
    case clash(ChangeID)
    /// A change of another copy's stream.
    case foreign(ChangeID)
    /// A change whose clock is not after that of the one before it in its stream.
    case clockWentBack(ChangeID)
    /// A change whose clock is more than 2^32 ahead of all before it.
    case clockJumped(ChangeID)
    /// A file in the journal directory that is no stream.
    case foreignFile
    /// A torn tail that a later writer sealed; no damage.
    case sealed
    /// Bytes after the last LF: a write that did not end, or one that is under way; no damage.
    case torn
  }

  /// All findings, in the order of files and lines.
  package internal(set) var findings: [Finding] = []
  /// How many changes a newer version wrote that this one does not show, or shows only in part.
  package internal(set) var newerChanges = 0
  /// Features that this version lacks and that forbid it to write.
  package internal(set) var missingFeatures: [String] = []

  /// The findings that are damage: `check` exits 1 for them.
  package var damage: [Finding] { findings.filter(\.kind.isDamage) }

  /// The sealed and torn tails, which only a strict check minds.
  package var tails: [Finding] { findings.filter { !$0.kind.isDamage } }

  /// Whether nothing is damaged.
  package var isSound: Bool { !findings.contains { $0.kind.isDamage } }
}

extension StoreHealth.Kind {
  /// Whether it is damage; a tail is none.
  package var isDamage: Bool {
    switch self {
    case .sealed, .torn: false
    default: true
    }
  }
}
