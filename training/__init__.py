"""Data -> the model file of the tagger. The only place where torch is needed."""
