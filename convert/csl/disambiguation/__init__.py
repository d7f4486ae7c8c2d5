"""Disambiguation: additions that make cites differ that would otherwise read alike."""
