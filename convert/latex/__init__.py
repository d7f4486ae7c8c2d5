"""LaTeX documents: what they cite, and the .bib or .bbl file that they need.

A document passes through these modules: ``document`` finds its files; ``aux_file``, ``bcf_file``
and ``tex_file`` (with ``tex_commands`` and ``tex_arguments``) read what it cites, and
``citations`` puts that together. ``article_names`` turns each cited key into names of an article,
by which ``resolver`` finds the record in the ``library``: the author's exported references, chosen
by ``library_files``, read by ``library_reader`` and remembered in ``library_index``, all of them
in :mod:`medcite.library`. From the records, :mod:`medcite.reference_file` works out the new content
of the .bib file and replaces it; or ``bbl_file`` formats them for a run without BibTeX. ``plan`` is
the way through all this.
"""
