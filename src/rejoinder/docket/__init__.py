"""Entries -> where things stand as of a moment. Pure: no files, clock, environment, network or database.

``payloads``  what entries say, to and from canonical JSON
``chain``     the hashes that tie the entries of a docket together, and their check
``ledger``    the port to wherever entries are kept
"""
