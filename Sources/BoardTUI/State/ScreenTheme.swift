/// The colours that a person can choose on the screen.
package enum ScreenTheme: String, CaseIterable, Sendable {
  case standard = "default"
  case light
  case colorBlind = "colour-blind"
  case monochrome = "mono"
}
