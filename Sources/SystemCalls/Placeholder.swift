package enum SystemCallsPlaceholder {}
