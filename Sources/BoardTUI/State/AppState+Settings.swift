extension AppState {
  /// Takes over what a person set for every session; what is chosen on the screen later holds for this one.
  ///
  /// - Parameters:
  ///   - theme: The colours, which the terminal shows already.
  ///   - density: How much of a card is shown; `nil` for the largest that fits.
  /// - Returns: What the terminal has to be told.
  package mutating func take(theme: ScreenTheme, density: Density?, usesMouse: Bool) -> [Effect] {
    self.theme = theme
    self.density = density
    self.usesMouse = usesMouse
    chooseFittingDensity()
    scrollIntoView()
    return usesMouse ? [.mouse(true)] : []
  }
}
