"""What an editor's text names and what it turns into, plain and as HTML."""
