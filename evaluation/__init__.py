"""Scores, floors, peers and benchmarks. Reads labelled data from a path given from outside."""
