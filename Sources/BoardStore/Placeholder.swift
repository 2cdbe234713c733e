package enum BoardStorePlaceholder {}
