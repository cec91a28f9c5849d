"""The records that the rooms hand to each other: frozen, typed, without behaviour beyond their own shape."""
