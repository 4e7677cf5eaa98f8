"""Turns a folder of figures and words into the brain-drain explainer."""
