"""Read inputs, save outputs and run worker processes; no other code does."""
