"""The full fonts, which letters they have, and what readers load of them."""
