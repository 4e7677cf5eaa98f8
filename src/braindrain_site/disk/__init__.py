"""The only modules that write: publishing, and what is remembered between builds."""
