"""A preview on this computer: made of what is saved, told to every page that shows it."""
