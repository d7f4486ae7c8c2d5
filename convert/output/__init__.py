"""What writers share: choosing values and fields, sorting, fragments, what stays unwritten."""
