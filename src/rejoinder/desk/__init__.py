"""Use cases: the only code that joins formats, the tagger, reading and the clock. Paths and texts in, outcomes out."""
