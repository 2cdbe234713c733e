package enum BoardCLIPlaceholder {}
