"""The nouns: a place and a problem, the kinds of field, an amount, and the edition made of them."""
