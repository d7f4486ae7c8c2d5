"""A file of references that a document names, kept up to date beside what its author wrote.

``entry`` says what such a file is: entries, each with a mark if medcite wrote it. A module for each
format takes files apart and makes entries: ``bib_file`` with ``bib_entries``, ``csl_json_file``,
``yaml_file``. ``update`` works out the new content, and ``safe_write`` replaces the file under the
lock of ``file_lock``. ``file_plan`` is what :mod:`medcite.latex` and
:mod:`medcite.plain_documents` have in common on this way.
"""
