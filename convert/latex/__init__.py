"""LaTeX documents: what they cite, and the .bib or .bbl file that they need.

A document passes through these modules: ``document`` finds its files; ``aux_file``, ``bcf_file``
and ``tex_file`` (with ``tex_commands`` and ``tex_arguments``) read what it cites, and
``citations`` puts that together. ``article_names`` turns each cited key into names of an article,
by which ``resolver`` finds the record in the ``library``: the author's exported references, chosen
by ``library_files``, read by ``library_reader`` and remembered in ``library_index``, all of them
in :mod:`medcite.library`. From the
records, ``bib_update`` works out the new content of the ``bib_file`` with entries made by
``bib_entries``; or ``bbl_file`` formats them for a run without BibTeX. ``plan`` is the way through
all this, and ``safe_write`` replaces the file under the lock of ``file_lock``.
"""
