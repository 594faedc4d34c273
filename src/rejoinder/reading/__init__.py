"""A text -> records with evidence. Pure: no files but its own tables, no clock, no environment."""
