package enum BoardTUIPlaceholder {}
