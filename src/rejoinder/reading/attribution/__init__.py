"""Attribution: from what the tagger found in a story to its statements.

The modules, in the order in which a story meets them:

``prepared``       what the earlier stages found, in one place; the text as the tagger reads it
``drafts``         the tagger's spans, joined into attributions with mended edges
``places``         in which block a span stands, and beside which quotation marks
``tagged_story``   what the tagger finds in a story, whose headings it reads apart
``open_cues``      contents for the cues to which it finds none, and quotations behind a colon
``whole_clauses``  indirect contents made whole
``complements``    contents without hearer, and what a speaker goes on to do
``headlines``      the claim that a headline gives to a speaker by its form alone
``inner``          speech inside speech
``narrated``       the acts that the narration tells
``reported``       what the tagger leaves open and grammar settles
``relatives``        who speaks in a source with a relative clause
``clauses``          who does a verb, and its complement
``noun_phrases``     where a phrase that may name somebody ends
``noun_acts``        whose demand, refusal or offer a noun tells
``papers``         whose words a letter, a draft or "it" after them gives
``speakers``       who speaks each draft
``circumstances``  to whom, where and on which day each is said
``surroundings``     the words around a cue
``phrases``          noun phrases there, and whom they name
``hearers``          to whom
``answered``         whom the content itself speaks to
``occasions``        where and when
``tellings``         a draft with what it tells of all that by itself
``leads``            for whom the day of the lead holds, and that of a release
``inheriting``       what one statement takes over from another
``utterances``     what is known of each when its act is read
``changes``        where one utterance is two statements
``worth``          how likely a draft is a statement
``statements``     which act, what is no statement: the finished records
"""
