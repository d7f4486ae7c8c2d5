"""Documents as inputs: the articles that they cite, and the reference lists that they print."""
