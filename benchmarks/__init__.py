"""How long medcite takes beside its peers: ``python -m benchmarks``."""
