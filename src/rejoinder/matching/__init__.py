"""A draft and its reply: what each is made of, and what of the one answers what of the other.

``outline``       a text -> its numbered parts
``rows``          an outline -> the items that may be answered
``reply``         a reply -> the passages that could answer something
``align``         items and passages -> how likely each passage answers each item
``dispositions``  a passage -> what it does with the item that it answers
``matrix``        a draft and a reply -> all of this together
``versions``      two versions of a text -> what became of each item
``words``, ``phrases``, ``tables``  words as they are compared, and the tables of what is known of them

Pure: texts in, records out; no files, no clock, no environment.
"""
