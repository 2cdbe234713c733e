extension Item {
  /// A wording that the body may take for its comments on an item that others must act on first.
  ///
  /// It explains why no action is proposed, section 55 (5B)(b), and names the addressees. It is an offer: a person has to
  /// accept it. `nil` for an item that does not await others.
  package var stockComment: String? {
    guard status == .awaitingNPCC else { return nil }
    return
      "This \(kind.title.lowercased()) is addressed to \(addresseesInWords), who must act first. No action by the force "
      + "is proposed until they have; the item stays under review and will be commented on again then."
  }

  /// `a`, `a and b`, `a, b and c`.
  private var addresseesInWords: String {
    guard let last = addressees.last else { return "a national body" }
    return addressees.count == 1 ? last : addressees.dropLast().joined(separator: ", ") + " and " + last
  }
}
