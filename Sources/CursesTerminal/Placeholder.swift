package enum CursesTerminalPlaceholder {}
