import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Pictures of the board") struct PictureTests {
  @Test("80x24: three columns, the nearest clock, the selected card in full, eight keys")
  func usual() throws {
    let screen = ScreenDriver(try SampleBoard.stalking())
    #expect(
      picture(of: screen.state.render())
        == """
        │ Test   s55 day 37 of 56 · 19 left · 12 gaps           today set to 16 May 2019 │
        │ Awaiting NPCC  2         │ Force action  5          │ Complete  1              │
        │──────────────────────────┼──────────────────────────┼──────────────────────────│
        │ R1 10 Jul  The national… │▶R3 late 3d Moss Chief c… │ R7 e Forces should name… │
        │ R5 Apr '20 The College … │ R4 1 Aug   s1 Forces sh… │                          │
        │                          │ R2 10 Oct  Hale Within … │                          │
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
        │..........................-.KK.........ffff..........-..........................│
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

  @Test("80x24 in ASCII: the same, with plain marks")
  func ascii() throws {
    let screen = ScreenDriver(try SampleBoard.stalking(), glyphs: .ascii)
    #expect(
      screen.screen
        == """
         Test   s55 day 37 of 56 - 19 left - 12 gaps           today set to 16 May 2019
         Awaiting NPCC  2         | Force action  5          | Complete  1
        --------------------------+--------------------------+--------------------------
         R1 10 Jul  The nationa.. |>R3 late 3d Moss Chief .. | R7 e Forces should nam..
         R5 Apr '20 The College.. | R4 1 Aug   s1 Forces s.. |
                                  | R2 10 Oct  Hale Within.. |
                                  | R6 no date r Forces sh.. |
                                  | A1 no date The force s.. |
                                  |                          |
                                  |                          |
                                  |                          |
                                  |                          |
                                  |                          |
                                  |                          |
                                  |                          |
        --------------------------+--------------------------+--------------------------
         stalking-2019/R3  Recommendation 3.3  OVERDUE 3 days  DCI Moss
         -> chief constables
         Chief constables should stop using information notices, and tell victims why.




         Enter open  H L move  w note  u undo  5 s55  / filter  ? help  q quit
        """)
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

  @Test("200x60: the largest cards in which all fit")
  func large() throws {
    let screen = ScreenDriver(try SampleBoard.stalking(), size: (200, 60))
    // The left part, as far as the middle of the second column.
    let corner = screen.rows.prefix(20).map { row in
      String(row.prefix(110).reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
    #expect(
      corner
        == """
         Test   s55 stalking-2019 day 37 of 56 · 19 left · 12 gaps
         Awaiting NPCC  2                                                 │ Force action  5
        ──────────────────────────────────────────────────────────────────┼───────────────────────────────────────────
          R1 Rec                                     due 10 Jul · 55 days │▶ R3 Rec
          The national lead should agree a single definition of stalking  │  Chief constables should stop using inform
          with prosecutors.                                               │  tell victims why.
          no owner  → NPCC lead, CPS                                      │  DCI Moss  → chief constables
                                                                          │
                                                                          │
                                                                          │
                                                                          │
                                                                          │
          R5 Rec                               due 10 Apr 2020 · 330 days │  R4 Rec
          The College of Policing should write guidance on the use of     │  Forces should ensure that the risk to a v
          bail.                                                           │  trained officer, and assessed again whene
          no owner  → College of Policing                                 │  change.
                                                                          │  slipped ×1  no owner  → chief constables
                                                                          │
                                                                          │
                                                                          │
        """)
  }

  @Test("More cards than fit: what is off the screen is counted, and a column has at least twelve")
  func scrolled() throws {
    var screen = ScreenDriver(try SampleBoard.large(90))
    screen.type("Gkk")
    #expect(
      screen.screen
        == """
         Test   s55 day 37 of 56 · 19 left · 35 gaps +2        today set to 16 May 2019
         Awaiting NPCC  45    ▼33 │ Force action  45     ▲33 │ Complete  0
        ──────────────────────────┼──────────────────────────┼──────────────────────────
         fir/R1 late 14d Within … │ cus/R23 24 May Within s… │ no cards
         cus/R2 late 13d Hale Wi… │ sta/R23 24 May Within s… │
         sta/R2 late 13d Hale Wi… │ fir/R24 25 May Hale Wit… │
         fir/R3 late 12d Within … │ cus/R25 26 May Within s… │
         cus/R4 late 11d Hale Wi… │ sta/R25 26 May Within s… │
         sta/R4 late 11d Hale Wi… │ fir/R26 27 May Hale Wit… │
         fir/R5 late 10d Within … │ cus/R27 28 May Within s… │
         cus/R6 late 9d  Hale Wi… │ sta/R27 28 May Within s… │
         sta/R6 late 9d  Hale Wi… │ fir/R28 29 May Hale Wit… │
         fir/R7 late 8d  Within … │▶cus/R29 30 May Within s… │
         cus/R8 late 7d  Hale Wi… │ sta/R29 30 May Within s… │
         sta/R8 late 7d  Hale Wi… │ fir/R30 31 May Hale Wit… │
        ──────────────────────────┴──────────────────────────┴──────────────────────────
         custody-2018/R29  Recommendation  due 30 May · 14 days  no owner
         → chief constables
         Within six months forces should do thing 29.




         Enter open  H L move  w note  u undo  5 s55  / filter  ? help  q quit
        """)
  }

  @Test("The form that completes a card")
  func form() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("L")
    screen.press(.tab)
    screen.type("every officer is trained")
    screen.press(.tab)
    #expect(
      screen.screen
        == """
         Test   s55 day 37 of 56 · 19 left · 12 gaps           today set to 16 May 2019
         Awaiting NPCC  2         │ Force action  5          │ Complete  1
        ──────────────────────────┼──────────────────────────┼──────────────────────────
        ┌─ stalking-2019/R3 is complete ───────────────────────────────────────────────┐
        │   Ground                                                                     │
        │   (*) done                                                                   │
        │                                                                              │
        │   What was done, or why nothing is                                           │
        │   every officer is trained                                                   │
        │                                                                              │
        │ ▶ Evidence                                                                   │
        │   what shows that it is done                                                 │
        │                                                                              │
        │   No evidence because                                                        │
        │   only where there is none                                                   │
        │                                                                              │
        │   National part                                                              │
        │   (*) nothing open                                                           │
        └──────────────────────────────────────────────────────────────────────────────┘




         Enter next, save  C-o new line  Tab field  Esc cancel
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
        │ cus/R2  late 13d Hale W… │ sta/R1  late 14d NEW Wi… │                          │
        │ sta/R2  late 13d NEW Hal │ fir/R2  late 13d Hale W… │                          │
        │ fir/R3  late 12d Within… │ cus/R3  late 12d Within… │                          │
        │ cus/R4  late 11d Hale W… │ sta/R3  late 12d NEW Wi… │                          │
        │ sta/R4  late 11d NEW Hal │ fir/R4  late 11d Hale W… │                          │
        │ fir/R5  late 10d Within… │ cus/R5  late 10d Within… │                          │
        │ cus/R6  late 9d  Hale W… │ sta/R5  late 10d NEW Wi… │                          │
        │ sta/R6  late 9d  NEW Hal │ fir/R6  late 9d  Hale W… │                          │
        │ fir/R7  late 8d  Within… │ cus/R7  late 8d  Within… │                          │
        │ cus/R8  late 7d  Hale W… │ sta/R7  late 8d  NEW Wi… │                          │
        │ sta/R8  late 7d  NEW Hal │ fir/R8  late 7d  Hale W… │                          │
        │ fir/R9  late 6d  Within… │ cus/R9  late 6d  Within… │                          │
        │ cus/R10 late 5d  Hale W… │ sta/R9  late 6d  NEW Wi… │                          │
        │ sta/R10 late 5d  NEW Hal │ fir/R10 late 5d  Hale W… │                          │
        │ fir/R11 late 4d  Within… │ cus/R11 late 4d  Within… │                          │
        │ cus/R12 late 3d  Hale W… │ sta/R11 late 4d  NEW Wi… │                          │
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
