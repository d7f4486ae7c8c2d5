"""CSL engines behind one seam: ``medcite`` (our own processor) and ``citeproc-py``.

Each module has ``bibliography(items, style, locale)``: CSL-JSON items, a found style and
a language (or ``""``) in; a :class:`medcite.markup.listing.Bibliography` out.
"""
