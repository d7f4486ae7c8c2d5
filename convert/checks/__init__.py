"""What a record gives cause to report: inconsistencies, retractions, errata."""
