internal import BoardModel
internal import BoardStore
internal import JSONText

/// `board check`: verifies the store; exits 1 on damage.
enum CheckVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(0)
    // What is to be verified is on the disk, every line of it.
    let session = try Session.reading(shell, usesSnapshot: false)
    session.isChecked = true
    let health = session.health
    let strict = shell.invocation.has("strict")
    let isBad = !health.isSound || (strict && (!health.tails.isEmpty || health.newerChanges > 0))
    if shell.json {
      shell.answer("store-check", session) { writer in
        writer.member("board", session.path)
        writer.member("sound", health.isSound)
        writer.member("changes", session.changeCount)
        findings("damage", health.damage, to: &writer)
        findings("tails", health.tails, to: &writer)
        writer.member("redactions", redactions(on: session))
        writer.member("newerChanges", health.newerChanges)
        writer.member("missingFeatures", health.missingFeatures)
      }
    } else {
      text(health, session, shell.console)
    }
    return isBad ? .no : .done
  }

  private static func findings(_ name: String, _ findings: [StoreHealth.Finding], to writer: inout JSONWriter) {
    writer.array(name, of: findings) { writer, finding in
      writer.beginObject()
      writer.member("file", finding.file)
      writer.member("line", finding.line)
      writer.member("offset", finding.offset)
      writer.member("length", finding.length)
      writer.member("what", words(finding.kind))
      writer.member("lost", lost(finding.kind))
      writer.member("todo", advice(finding.kind))
      writer.endObject()
    }
  }

  private static func text(_ health: StoreHealth, _ session: Session, _ console: Console) {
    let changes = session.changeCount
    if health.isSound {
      console.line(
        .good("Sound: "), Span("\(changes) \(changes == 1 ? "change" : "changes") verified in \(session.path)"))
    } else {
      let count = health.damage.count
      console.line(
        .warning("\(count) \(count == 1 ? "place is" : "places are") damaged in \(session.path); the rest works"))
    }
    for finding in health.damage {
      line(finding, .warning, console)
      console.paragraph("\(lost(finding.kind)); \(advice(finding.kind))", indent: 4)
    }
    for finding in health.tails { line(finding, .faint, console) }
    if health.newerChanges > 0 {
      console.line(
        "\(health.newerChanges) newer \(health.newerChanges == 1 ? "change is" : "changes are") not shown: a newer version wrote them"
      )
    }
    let redactions = redactions(on: session)
    if redactions > 0 {
      console.line(
        "\(redactions) \(redactions == 1 ? "erasure" : "erasures") by board redact: the texts are gone on purpose")
    }
    if !health.missingFeatures.isEmpty {
      console.line("Read-only here: the board needs \(health.missingFeatures.joined(separator: ", "))")
    }
  }

  private static func line(_ finding: StoreHealth.Finding, _ role: Span.Role, _ console: Console) {
    let place = finding.line > 0 ? ", line \(finding.line), offset \(finding.offset), \(finding.length) bytes" : ""
    console.line(Span("  \(finding.file)\(place): "), Span(words(finding.kind), role))
  }

  private static func words(_ kind: StoreHealth.Kind) -> String {
    switch kind {
    case .damaged: "damaged: the bytes do not match their checksum"
    case .malformed: "malformed: no change, though the checksum is right"
    case .tooLong: "longer than 32 MiB"
    case .gap(let from, let through):
      from == through ? "change \(from) is missing" : "changes \(from) to \(through) are missing"
    case .duplicate(let id): "change \(id.short) is there twice"
    case .clash(let id): "change \(id.short) has the number of another one"
    case .foreign(let id): "change \(id.short) belongs to another copy's stream"
    case .clockWentBack(let id): "the clock of change \(id.short) went back"
    case .clockJumped(let id): "the clock of change \(id.short) jumped beyond reason"
    case .foreignFile: "no stream of changes"
    case .sealed: "a write that did not end, sealed; no damage"
    case .torn: "a write that did not end, or is under way; no damage"
    }
  }
}
