"""What writers share: choosing values and fields, sorting, fragments, notes of what is lost."""
