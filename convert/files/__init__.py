"""Files in and out: the only code that opens inputs, saves outputs and starts worker processes."""
