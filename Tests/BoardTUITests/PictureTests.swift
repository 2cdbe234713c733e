import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Pictures of the board") struct PictureTests {
  @Test("80x24: three columns, the nearest clock, the selected card in full, eight keys")
  func usual() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.display(1)
    #expect(
      picture(of: screen.state.render())
        == """
        │ Test   s55 day 37 of 56 · 19 left · 12 gaps           today set to 16 May 2019 │
        │ Awaiting NPCC  2         │ Force action  5          │ Complete  1              │
        │──────────────────────────┼──────────────────────────┼──────────────────────────│
        │ R1 10 Jul  The national… │▶R3 late 3d Chief consta… │ R7 e Forces should name… │
        │ R5 Apr '20 The College … │ R4 1 Aug   s1 Forces sh… │                          │
        │                          │ R2 10 Oct  Within six m… │                          │
        │                          │ R6 no date r Forces sho… │                          │
        │                          │ A1 no date The force sh… │                          │
        │                          │                          │                          │
        │                          │                          │                          │
        │                          │                          │                          │
        │                          │                          │                          │
        │                          │                          │                          │
        │                          │                          │                          │
        │                          │                          │                          │
        │──────────────────────────┴──────────────────────────┴──────────────────────────│
        │ stalking-2019/R3  Recommendation 3.3  OVERDUE 3 days  DCI Moss                 │
        │ → chief constables                                                             │
        │ Chief constables should stop using information notices, and tell victims why.  │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │ Enter open  H L move  w note  u undo  5 s55  / filter  ? help  q quit          │
        │HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH│
        │.PPPPPPPPPPPPP............-.AAAAAAAAAAAA.............-.CCCCCCCC.................│
        │--------------------------------------------------------------------------------│
        │.KK.......................-SSSSSSSSSSSSSSSSSSSSSSSSSS-.KK.m.....................│
        │.KK.......................-.KK.........mm............-..........................│
        │..........................-.KK.......................-..........................│
        │..........................-.KK.DDDDDDD.m.............-..........................│
        │..........................-.KK.DDDDDDD...............-..........................│
        │..........................-..........................-..........................│
        │..........................-..........................-..........................│
        │..........................-..........................-..........................│
        │..........................-..........................-..........................│
        │..........................-..........................-..........................│
        │..........................-..........................-..........................│
        │..........................-..........................-..........................│
        │--------------------------------------------------------------------------------│
        │.KKKKKKKKKKKKKKKK......................OOOOOOOOOOOOOO..ffffffff.................│
        │.DDDDDDDDDDDDDDDDDD.............................................................│
        │................................................................................│
        │................................................................................│
        │................................................................................│
        │................................................................................│
        │................................................................................│
        │.KKKKKFFFFF..KKKFFFFF..KFFFFF..KFFFFF..KFFFF..KFFFFFFF..KFFFFF..KFFFFF..........│
        """)
    #expect(screen.state.render().cursor == Position(column: 27, row: 3))
  }

  @Test("40x12: one column at a time, with tabs")
  func small() throws {
    let screen = ScreenDriver(try SampleBoard.stalking(), size: (40, 12), glyphs: .ascii)
    #expect(
      picture(of: screen.state.render())
        == """
        │ Test   s55 19 left  set to 16 May 2019 │
        │ NPCC 2  Force 5  Complete 1            │
        │>R3 late 3d DCI Moss Chief constables.. │
        │ R4 1 Aug   s1 Forces should ensure t.. │
        │ R2 10 Oct  Hale Within six months fo.. │
        │ R6 no date r Forces should record cr.. │
        │ A1 no date The force should use its .. │
        │                                        │
        │                                        │
        │                                        │
        │                                        │
        │ Enter open  H L move  ? help  q quit   │
        │HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH│
        │PPPPPPPPAAAAAAAAACCCCCCCCCCCC...........│
        │SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS│
        │.KK.........mm..........................│
        │.KK.........ffff........................│
        │.KK.DDDDDDD.m...........................│
        │.KK.DDDDDDD.............................│
        │........................................│
        │........................................│
        │........................................│
        │........................................│
        │.KKKKKFFFFF..KKKFFFFF..KFFFFF..KFFFFF...│
        """)
  }

  @Test("The wall at 80x24")
  func wall() throws {
    let wall = WallTests.wall(try SampleBoard.large(90), size: (80, 24))
    #expect(
      "\(picture(of: wall.render().grid).split(separator: "\n").prefix(24).joined(separator: "\n"))"
        == """
        │ Test   as of 13:58:00, last change 13:57 by K. Ali            Thu 16 May 2019  │
        │ s55 custody-2018 day 37 of 56 · 19 left · 35 gaps   +2                         │
        │ Awaiting NPCC  45 1 of 3 │ Force action  45  1 of 3 │ Complete  0              │
        │──────────────────────────┼──────────────────────────┼───────────────────────── │
        │ fir/R1  late 14d Within… │ cus/R1  late 14d Within… │ no cards                 │
        │ cus/R2  late 13d Within… │ sta/R1  late 14d NEW Wi… │                          │
        │ sta/R2  late 13d NEW Wi… │ fir/R2  late 13d Within… │                          │
        │ fir/R3  late 12d Within… │ cus/R3  late 12d Within… │                          │
        │ cus/R4  late 11d Within… │ sta/R3  late 12d NEW Wi… │                          │
        │ sta/R4  late 11d NEW Wi… │ fir/R4  late 11d Within… │                          │
        │ fir/R5  late 10d Within… │ cus/R5  late 10d Within… │                          │
        │ cus/R6  late 9d  Within… │ sta/R5  late 10d NEW Wi… │                          │
        │ sta/R6  late 9d  NEW Wi… │ fir/R6  late 9d  Within… │                          │
        │ fir/R7  late 8d  Within… │ cus/R7  late 8d  Within… │                          │
        │ cus/R8  late 7d  Within… │ sta/R7  late 8d  NEW Wi… │                          │
        │ sta/R8  late 7d  NEW Wi… │ fir/R8  late 7d  Within… │                          │
        │ fir/R9  late 6d  Within… │ cus/R9  late 6d  Within… │                          │
        │ cus/R10 late 5d  Within… │ sta/R9  late 6d  NEW Wi… │                          │
        │ sta/R10 late 5d  NEW Wi… │ fir/R10 late 5d  Within… │                          │
        │ fir/R11 late 4d  Within… │ cus/R11 late 4d  Within… │                          │
        │ cus/R12 late 3d  Within… │ sta/R11 late 4d  NEW Wi… │                          │
        │                                                                                │
        │ next page in 15 s   q quit                                                     │
        │                                                                                │
        """)
  }

  @Test("Too small for a board: a sentence says so", arguments: [(23, 24), (80, 5), (10, 3), (1, 1)])
  func tooSmall(columns: Int, rows: Int) throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.receive(.resized(Size(columns: columns, rows: rows)))
    let text = screen.screen.split(separator: "\n").joined(separator: " ")
    #expect(text.hasPrefix(columns >= 10 ? "Too small:" : "T"))
    screen.receive(.resized(Size(columns: 80, rows: 24)))
    #expect(screen.screen.contains("Force action  5"))
  }
}
