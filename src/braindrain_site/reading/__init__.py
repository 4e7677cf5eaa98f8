"""``data/`` → an edition: bytes, YAML, CSV and Markdown as typed values that know their places."""
