"""Every picture that leaves the pages: charts with their words, and cards."""
