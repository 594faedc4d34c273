"""Attribution: from what the tagger found in a story to its statements.

``drafts``         the tagger's spans, joined into attributions with mended edges
``headlines``      the claim that a headline gives to a speaker by its form alone
``inner``          speech inside speech
``circumstances``  to whom, where and on which day
``statements``     who speaks, which act, what is no statement: the finished records
"""
