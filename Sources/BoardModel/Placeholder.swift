package enum BoardModelPlaceholder {}
