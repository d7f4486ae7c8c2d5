"""What a record says, asked for by name: the fields that users know, and conditions on them."""
