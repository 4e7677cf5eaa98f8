"""Every figure's amount: the formula language, its functions, and how well a figure is known."""
