"""The bytes that files begin with which are no text."""

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
