"""What the citation fields of reference managers in Word documents hold."""
