internal import BoardModel
internal import Commands

extension AppState {
  /// Offers the fields that can be changed by hand, with their values.
  mutating func openFieldPicker() {
    guard let item = itemToChange() else { return }
    let options = FieldRule.ofItems.map { field -> (String, Picker.Choice) in
      let value = field.words(for: item.record[field])
      return ("\(field.words): \(value.prefix(60))", .field(field))
    }
    overlays.append(.picker(Picker(title: "Edit \(item.reference)", options: options, selected: 0)))
  }

  /// Opens the form that suits a field.
  mutating func edit(_ field: Field) {
    guard let item = itemToChange() else { return }
    switch field {
    case .owner: open(form(.owner, for: [item]))
    case .due: open(form(.due, for: [item]))
    case .position: open(form(.position, for: [item]))
    default: open(form(.field(field), for: [item]))
    }
  }

  /// Offers the long texts for an editor.
  mutating func openEditorPicker() {
    guard let item = itemToChange() else { return }
    let options = [Field.text, .chiefOfficerComments, .bodyComments, .bodyReply].map {
      field -> (String, Picker.Choice) in
      let value = field.words(for: item.record[field])
      return ("\(field.words): \(value.prefix(50))", .editor(field))
    }
    overlays.append(.picker(Picker(title: "In the editor: \(item.reference)", options: options, selected: 0)))
  }

  /// Sends a text to an editor.
  mutating func openEditor(_ field: Field) -> [Effect] {
    guard let item = itemToChange() else { return [] }
    return [.editText(.item(item.reference), field, text: item.record[field] ?? "", before: item.record[field])]
  }

  /// A text is back from the editor: it is recorded, unless others changed the field meanwhile.
  mutating func take(_ edited: EditedText) -> [Effect] {
    let now = board.record(edited.entity)?[edited.field]
    let mine = AppState.trimmed(edited.after)
    if mine == AppState.trimmed(edited.before ?? "") {
      say("the text was not changed")
      return []
    }
    let seen = EditedText(entity: edited.entity, field: edited.field, before: now, after: edited.after)
    guard now != edited.before, AppState.trimmed(now ?? "") != mine else { return record(seen) }
    let name = "\(edited.field.words) of \(edited.entity.name)"
    let options: [(String, Picker.Choice)] = [
      ("keep mine: \(mine.prefix(40))", .keepMine(seen)),
      ("keep theirs: \((now ?? "none").prefix(40))", .keepTheirs(edited)),
      ("edit again, with both texts", .editAgain(edited)),
    ]
    overlays.append(.picker(Picker(title: "Changed meanwhile: \(name)", options: options, selected: 2)))
    keepDraft(edited)
    return []
  }

  /// Records a text as it came from the editor; where that is refused, a form shows it again.
  mutating func record(_ edited: EditedText) -> [Effect] {
    guard canChange() else {
      keepDraft(edited)
      return []
    }
    guard var form = textForm(edited) else {
      refuse("\(edited.entity.name) is no longer on the board")
      return []
    }
    form.questions[0].answer = .text(TextInput(AppState.trimmed(edited.after), isMultiline: true))
    drafts[form.draftKey] = nil
    do {
      let result = try form.result(on: board, today: today)
      guard let command = result.command else { return [] }
      // This board may be behind by a moment; the last word has the store, inside its lock.
      return commit(
        command, items: form.items, form: form,
        expecting: [.value(edited.entity, FieldKey(edited.field), is: edited.before)])
    } catch {
      form.complaint = error.sentence
      overlays.append(.form(form))
      return []
    }
  }

  /// Keeps the edited text as the draft of the form for its field, so that no answer loses it.
  mutating func keepDraft(_ edited: EditedText) {
    guard var form = textForm(edited) else { return }
    form.questions[0].answer = .text(TextInput(AppState.trimmed(edited.after), isMultiline: true))
    drafts[form.draftKey] = form.questions
  }

  /// The form that edits the same text.
  private func textForm(_ edited: EditedText) -> Form? {
    guard case .item(let reference) = edited.entity, let item = board.item(reference) else { return nil }
    return form(.field(edited.field), for: [item])
  }

  /// Sends both texts to the editor; what comes back is recorded unless the field changes once more.
  mutating func editAgain(_ edited: EditedText) -> [Effect] {
    let now = board.record(edited.entity)?[edited.field]
    let text = "\(AppState.trimmed(edited.after))\n\n--- on the board now, written meanwhile ---\n\(now ?? "")"
    return [.editText(edited.entity, edited.field, text: text, before: now)]
  }

  /// A text without the white space around it, as it would be recorded.
  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
