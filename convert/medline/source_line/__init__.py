"""NLM's source line (SO): write it, read it, and hold a record against its own.

SO is NLM's citation of the record, less authors and title:
``BMC Med. 2024 Feb 27;22(1):85. doi: 10.1186/s12916-024-03275-5.``
"""
