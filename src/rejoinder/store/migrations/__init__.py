"""The tables of a desk, step by step."""
