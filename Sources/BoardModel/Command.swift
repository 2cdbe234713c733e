/// What a person wants done, from whichever face; ``Board/plan(_:as:)`` turns it into operations.
package enum Command: Hashable, Sendable {
  /// A report as read from a paper, with the items that are not on the board yet.
  case importPaper(report: String, fields: [Field: String], items: [NewItem])
  /// A new report entered by hand; `title` among the fields.
  case addReport(key: String, fields: [Field: String])
  /// Fields of a report; `nil` clears one.
  case editReport(String, fields: [Field: String?])
  /// A new item entered by hand.
  case addItem(NewItem)
  /// Fields of an item; `nil` clears one.
  case editItem(ItemReference, fields: [Field: String?])
  /// A change of status of one or several items.
  case move([ItemReference], to: Status, closing: ClosingWords?, reason: String?)
  /// An item taken off the board, kept in history.
  case withdraw(ItemReference, reason: String)
  /// One of the three texts of section 55 (5), for an item or a report as a whole.
  case comment(Field, on: EntityReference, text: String)
  /// The (5B) position of an item, with the body's comments when given.
  case position(ItemReference, ResponsePosition, text: String?)
  /// The owner of items; `nil` for awaiting allocation.
  case assign([ItemReference], owner: String?)
  /// A new due date with its reason.
  case due([ItemReference], CalendarDay, reason: String)
  /// A note.
  case note(ItemReference, text: String, isPrivate: Bool)
  /// A piece of evidence.
  case evidence(ItemReference, text: String)
  /// The mark that somebody checked that it is done.
  case verify(ItemReference, on: CalendarDay)
  /// A recorded step of a report's section 55 response: `publishedOn`, `sentToInspectorsOn`, `sentToSecretaryOfStateOn`.
  case record(report: String, step: Field, on: CalendarDay)
  /// A finished report leaves screens and clocks from a day on; what is still open wants a reason.
  case closeReport(String, on: CalendarDay, reason: String?)
  /// A closed report comes back.
  case reopenReport(String, reason: String?)
  /// The rank of items within their columns; `nil` takes it away.
  case rank([ItemReference: Int?])
  /// Several commands about different registers, recorded as one change: one undo step; the first one names its kind.
  case together([Command])
  /// What is done at a meeting, or with the action log.
  case meeting(MeetingCommand)
  /// A field that two copies set without seeing each other: its present value is acknowledged.
  case settle(EntityReference, Field)

  /// The words a rule asks for before an item is complete.
  package struct ClosingWords: Hashable, Sendable {
    /// Why it can be closed.
    package var ground: ClosureGround?
    /// What was done, or why nothing is.
    package var reason: String?
    /// Evidence.
    package var evidence: String?
    /// Why there is no evidence.
    package var noEvidence: String?
    /// Whether the national part is still open.
    package var nationalOpen: Bool

    /// Closing words from their parts.
    package init(
      ground: ClosureGround? = nil, reason: String? = nil, evidence: String? = nil, noEvidence: String? = nil,
      nationalOpen: Bool = false
    ) {
      self.ground = ground
      self.reason = reason
      self.evidence = evidence
      self.noEvidence = noEvidence
      self.nationalOpen = nationalOpen
    }
  }

  /// An item to be added: its name and the fields it starts with (`status` and `text` at least).
  package struct NewItem: Hashable, Sendable {
    /// Its name.
    package var reference: ItemReference
    /// Its fields.
    package var fields: [Field: String]
    /// Closing words when it is complete from the start.
    package var closing: ClosingWords?

    /// A new item from its parts.
    package init(reference: ItemReference, fields: [Field: String], closing: ClosingWords? = nil) {
      self.reference = reference
      self.fields = fields
      self.closing = closing
    }
  }
}
