"""What readers would see change between two editions."""
