"""What an editor begins with: entries, chapters and tables that say what is to be written."""
