"""The same edition for machines: data to take away, and what describes it to programs."""
