"""Words and what is short for them."""


def is_contraction(short: str, word: str) -> bool:
    """Whether ``short`` begins like a word and has letters of it in their order: clin, intl."""
    if short[0] != word[0]:
        return False
    letters = iter(word)
    return word.startswith(short) or all(letter in letters for letter in short)
