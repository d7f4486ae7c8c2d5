"""The jobs, a module for each kind; ``python -m benchmarks`` finds them here."""
