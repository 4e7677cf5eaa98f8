"""Turns a folder of figures and words into a site."""
