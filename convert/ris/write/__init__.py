"""RIS out: the values of each tag, as the programs that read it expect them."""
