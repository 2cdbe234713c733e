import BoardModel
import Testing

@Suite("What a query says when it cannot be read")
struct QueryMessageTests {
  @Test(
    "names the term, its place, what was perhaps meant and what is allowed",
    arguments: [
      (
        "a field misspelt", "overdue staus:complete",
        "“staus:complete” (at character 9 of the query) means nothing: did you mean status:complete? fields are status: report: owner: addressee: kind: ref: tag: due: changed:; put quotes around other words with a colon"
      ),
      (
        "a status misspelt", "status:compleet",
        "“status:compleet” (at character 1 of the query) means nothing: did you mean status:complete? statuses are awaiting-npcc, force-action, complete"
      ),
      (
        "a kind misspelt", "-kind:recomendation",
        "“-kind:recomendation” (at character 1 of the query) means nothing: did you mean kind:recommendation? kinds are recommendation, area-for-improvement (afi), cause-of-concern (coc)"
      ),
      (
        "a comparison misspelt", "deu<2019-07-01",
        "“deu<2019-07-01” (at character 1 of the query) means nothing: did you mean due<2019-07-01? only due dates compare: due<2019-07-01; put quotes around other words with < or >"
      ),
      (
        "a moment misspelt", "changed:last-meting",
        "“changed:last-meting” (at character 1 of the query) means nothing: did you mean changed:last-meeting? changed: takes last-meeting or a date as 2019-07-01"
      ),
      (
        "nothing near", "colour:red",
        "“colour:red” (at character 1 of the query) means nothing: fields are status: report: owner: addressee: kind: ref: tag: due: changed:; put quotes around other words with a colon"
      ),
    ])
  func sentence(name: String, text: String, sentence: String) {
    do {
      _ = try Query(parsing: text)
      Issue.record("\(name) was read")
    } catch {
      #expect(error.sentence == sentence, "\(name)")
    }
  }

  @Test("Months of a history end on their last days, the last one on the last day")
  func months() throws {
    let board = try QueryTests.board()
    let may = QueryTests.today
    let months = StatusHistory(board.items, through: may.adding(days: 40)).months
    #expect(months.map(\.day.description) == ["2019-05-31", "2019-06-25"])
    #expect(months.map(\.counts) == [[1, 3, 0], [1, 3, 0]])
    #expect(StatusHistory([], through: may).months.isEmpty)
  }
}
