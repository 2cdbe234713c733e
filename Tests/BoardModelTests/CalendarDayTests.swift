import BoardModel
import Testing

@Suite struct CalendarDayTests {
  @Test("Every day from 1900 to 2100 has the date that counts up by one")
  func countsUp() throws {
    var day = try #require(CalendarDay("1900-01-01"))
    var weekday = 0  // 1 January 1900 was a Monday
    while day < CalendarDay(daysSinceEpoch: 47_500) {
      let parts = day.components
      #expect(CalendarDay(year: parts.year, month: parts.month, day: parts.day) == day)
      #expect(day.weekday == weekday)
      day = day.adding(days: 1)
      weekday = (weekday + 1) % 7
    }
  }

  @Test(
    "Months are added to the same day, held to the month's end",
    arguments: [
      ("2019-04-10", 6, "2019-10-10"), ("2019-08-31", 6, "2020-02-29"), ("2018-08-31", 6, "2019-02-28"),
      ("2019-12-15", 1, "2020-01-15"), ("2019-01-31", -2, "2018-11-30"), ("2022-08-05", 3, "2022-11-05"),
    ])
  func addsMonths(start: String, months: Int, end: String) throws {
    #expect(try #require(CalendarDay(start)).adding(months: months).description == end)
  }

  @Test(
    "A text that is no date is refused",
    arguments: ["2019-02-29", "2019-13-01", "2019-4-10", "10/04/2019", "", "2019-04-10 ", "0000-01-01", "2019-04-1０"])
  func refuses(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test("A day is worded as a paper prints it")
  func words() throws {
    let day = try #require(CalendarDay("2019-06-04"))
    #expect(day.inWordsWithWeekday == "Tuesday 4 June 2019")
    #expect(day.short(inYear: 2019) == "4 Jun")
    #expect(day.short(inYear: 2020) == "4 Jun 2019")
  }
}
