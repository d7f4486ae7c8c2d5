"""CSL engines behind one interface: ``medcite`` (our own processor) and ``citeproc_py``.

Each module has ``bibliography(items, style, locale)``, which takes CSL-JSON items, a style's
source and a language tag (or ``""``), and returns a
:class:`medcite.markup.reference_list.ReferenceList`.
"""
