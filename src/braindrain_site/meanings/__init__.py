"""What the words of a claim say, as a condition, and whether its formula makes sure of it."""
