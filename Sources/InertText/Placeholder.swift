package enum InertTextPlaceholder {}
