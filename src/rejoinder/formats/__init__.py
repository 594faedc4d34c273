"""Source files -> Documents: plain text, HTML, ninjs, NewsML-G2, e-mail, Word, PDF and Akoma Ntoso, wired
in ``opening``; one module or package for each.

``open_document`` reads a path or the standard input, ``document_from_bytes`` what is already at hand,
``read_bytes`` the bytes alone. All raise ``rejoinder.model.InputError`` and nothing else.
"""

from rejoinder.formats.opening import MAX_BYTES, document_from_bytes, open_document, read_bytes

__all__ = ["MAX_BYTES", "document_from_bytes", "open_document", "read_bytes"]
