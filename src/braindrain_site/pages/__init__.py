"""Every page: what its template gets, and the template filled in."""
