import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport

extension GoldenScreenTests {
  /// The views of a meeting and of the past.
  static let meetingViews: [View] = [
    meeting("meeting-begin") { screen in
      end(&screen)
      screen.press(.escape)
      screen.type("M")
    },
    meeting("meeting-agenda-not-begun") { screen in
      end(&screen)
      screen.press(.escape)
      screen.type("M")
      screen.press(.enter, .enter, .enter, .enter)
      screen.type("jx")
    },
    meeting("meeting-agenda") { $0.type("xxa") },
    meeting("meeting-matters") { _ in },
    meeting("meeting-item") { $0.press(.pageDown) },
    meeting("meeting-item-ascii", glyphs: .ascii) { $0.press(.pageDown) },
    meeting("meeting-item-decided") { screen in
      screen.press(.pageDown)
      screen.type("da")
      screen.press(.enter)
      screen.type("that the training go on")
      screen.press(.enter, .enter)
      screen.type("Areport in July")
      screen.press(.enter, .enter, .enter)
      screen.type("j")
    },
    meeting("meeting-report") { screen in
      screen.type(":agenda stalking-2019")
      screen.press(.enter, .pageDown)
    },
    meeting("meeting-outcomes") { screen in
      screen.press(.pageDown)
      screen.type("d")
    },
    meeting("meeting-form-closed") { screen in
      screen.press(.pageDown)
      screen.type("dc")
      screen.press(.enter, .enter)
      screen.type("everybody is trained")
    },
    meeting("meeting-form-action") { screen in
      screen.press(.pageDown)
      screen.type("Awrite to the lead again")
    },
    meeting("meeting-announced") { screen in
      screen.press(.pageDown)
      try screen.outside(.assign([SampleBoard.reference("stalking-2019/R2")], owner: "Moss"))
      try screen.outside(.move([r4], to: .awaitingNPCC, closing: nil, reason: nil), as: "L. Moss")
    },
    meeting("meeting-since") { $0.type("s") },
    meeting("meeting-end") { screen in
      screen.press(.pageDown)
      screen.type("xXG")
    },
    meeting("meeting-form-end") { screen in
      screen.type("M")
      screen.press(.enter)
    },
    meeting("meeting-summary") { screen in
      screen.press(.pageDown)
      screen.type("xX")
      end(&screen)
    },
    meeting("board-meeting-on") { screen in
      screen.press(.pageDown)
      screen.type("x")
      screen.press(.escape)
    },
    meeting("board-since-marks") { screen in
      screen.press(.escape)
      screen.type("ss")
    },
    View(name: "board-past") { screen in
      screen.state.asAt = "1 May 2019"
      screen.receive(.health(banner: nil, readOnly: "this is the board as at 1 May 2019"))
      screen.type("H")
    },
  ]

  /// A view with a meeting on, at its matters arising.
  private static func meeting(
    _ name: String, glyphs: GlyphSet = .unicode, open: @escaping @Sendable (inout ScreenDriver) throws -> Void
  ) -> View {
    View(
      name: name, glyphs: glyphs,
      board: {
        var recorder = try SampleBoard.stalking()
        try MeetingWalkTests.march(&recorder)
        return recorder
      },
      open: { screen in
        MeetingWalkTests.begin(&screen)
        try open(&screen)
      })
  }

  /// Ends the meeting that is on, and shows what it came to.
  private static func end(_ screen: inout ScreenDriver) {
    screen.type("M")
    screen.press(.enter, .enter, .enter)
  }
}
