"""One module for each form of chart: a plot → an Altair chart."""
