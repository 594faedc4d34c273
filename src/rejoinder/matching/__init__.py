"""A draft and its reply: what each is made of, and what of the one answers what of the other.

``outline``  a text -> its numbered parts

Pure: texts in, records out; no files, no clock, no environment.
"""
