"""The gates: what an edition must satisfy before it is published."""
