extension Item {
  /// A wording that the body may take for its comments on an item that others must act on first.
  ///
  /// It explains why no action is proposed, section 55 (5B)(b), and names the addressees. It is an offer: a person has to
  /// accept it. `nil` for an item that does not await others.
  package var stockComment: String? {
    guard status == .awaitingNPCC else { return nil }
    let kind = kind.title.lowercased()
    let first =
      switch addressees.count {
      case 0: "A national body must act first on this \(kind)."
      case 1: "The addressee of this \(kind) (\(addressees[0])) must act first."
      default: "The addressees of this \(kind) (\(addressees.joined(separator: "; "))) must act first."
      }
    return
      "\(first) No action by the force is proposed until then; the item stays under review and will be commented on again."
  }
}
