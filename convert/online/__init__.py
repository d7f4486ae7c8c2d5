"""Articles asked for over the network: of PubMed, PubMed Central's ID converter and doi.org.

This is the only room that opens connections, and it is entered only if the user asks for it
(``medcite fetch``, ``--online``). ``client`` sends questions one at a time, as often as the
services allow, and again where an answer may yet come; ``eutilities``, ``pmc_ids`` and ``doi_org``
are the services; ``articles`` finds articles by their names (:mod:`medcite.library.article_names`)
with their help and keeps what came; ``searches`` finds the articles of a search.
"""
