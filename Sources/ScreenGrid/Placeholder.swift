package enum ScreenGridPlaceholder {}
