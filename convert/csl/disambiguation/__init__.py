"""Disambiguation: telling citations apart that read alike."""
