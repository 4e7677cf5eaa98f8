"""What an editor of YAML needs to complete and check what is typed."""
