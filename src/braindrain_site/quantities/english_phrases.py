"""English phrases that say otherwise than their words: idioms of no amount, and some of one."""

from braindrain_site.quantities.spans import Kind

_IDIOMS = """
on the one hand|first rate|all round|read more|learn more|see more|find out more|know more
more about|more on this|all rights reserved|raise a family|raised a family|raising a family
most recent|quarter past|of all kinds|growth rate|growth rates
at all|after all|above all|all right|all of a sudden|all in all|first of all|all the same
all along|all too|once and for all|all too often|for all its|for all his|for all her|for all their
all the more|at first|at first hand|first hand|first name|first names|first aid|first lady
first and foremost|in the first place|first come|first class|head first|first things first
first thing|second hand|second thoughts|second thought|second nature|second guess|second wind
split second|third party|third parties|third world|third sector|for once|at once|all at once
once upon|once more|once again|once removed|no more|any more|what is more|what's more|more or less
more so|no less|none the less|much less|none the wiser|none other|none too
last but not least|not least|to say the least|in the least|least of all|at best|at worst
best regards|best wishes|best man|best friend|best friends|best practice|best seller|best sellers
best known|best selling|best before|best of luck|make the best|second best|make the most
most likely|most probably|most certainly|most recently|most notably|most of all|most welcome
most grateful|most importantly|no one|one another|one day|one by one|one and all|one on one
one to one tuition|loved one|loved ones|one thing|square one|one way or another|one or another
one sided|one off|one way|half hearted|half heartedly|half baked|better half|half brother
half sister|half truth|half truths|half mast|close quarters|latin quarter|headquarters
quarter final|quarter finals|winter quarters|double bass|double edged|double standard
double standards|double check|double checked|double bed|double room|double agent|double life
double click|double decker|double glazing|double take|record player|record players|record company
record companies|record label|record shop|record store|record book|record books|track record
track records|criminal record|police record|medical record|for the record|off the record
on the record|record keeping|on top|top secret|top hat|top up|tank top|big top|over the top
from top to bottom|top to bottom|top of the stairs|top of the hill|top priority|top floor
bottom line|rock bottom|bottom up|top down|at the top|at the bottom|top of mind|top of the agenda
minority leader|minority government|minority language|minority languages|minority rights
minority rule|minority group|minority groups|minority stake|ethnic minority|ethnic minorities
national minority|majority leader|majority whip|majority stake|majority shareholder|majority rule
higher education|higher school|lower house|lower chamber|lower court|lower secondary|lower case
higher court|sooner or later|no longer|any longer|older brother|older sister|younger brother
younger sister|greater good|greater london|greater seoul|minimum wage law|shorter version
ten to one on|on all fours|at sixes and sevens|in two minds|two faced|in half measures
nine to five|few and far between|only child|if only|not only|one's|zero sum|back to square one
dime a dozen|million dollar question|in a million years|seventh heaven|cloud nine|catch 22
on second thought|fall semester|fall term|fall guy|the fall of|fell ill|fell sick|fell asleep
fell silent|fell apart|fell victim|fell foul|fall ill|fall asleep|falls ill|falls asleep
falling asleep|fallen asleep|falling star|fall in love|fell in love|fallen in love|falls in love
falling in love|fall apart|fall out|fell out|falling out|fall into place|fell into place
fallen angel|fall prey|fell prey|fell short|fall short|rise to the occasion|rose to the occasion
rise and shine|rising star|rose garden|rose gardens|rose bush|rose water|rose window|give rise
gives rise|gave rise|given rise|grow up|grows up|grew up|growing up|grown up|grown ups
growing pains|grow old|grew old|grow tired|grew tired|drop in on|dropped in on|drop out|drops out
dropped out|dropping out|drop by|drop off|dropped off|jump to conclusions
jumped to conclusions|cut off|cuts off|cutting edge|cut corners|cut short|short cut|clear cut
slip of|freudian slip|slipped away|climb down|ahead of time|go ahead|went ahead|raise awareness
raised eyebrows|double up|last resort|outgrown his|sole proprietor|sole purpose|sole trader
a score to settle|a few words|quite a few words|life expectancy tables|decline to comment
declined to comment|declines to comment|the latest|latest|all day|all day long|all night
all night long|all over|all about|was all a|was all the|is all a|all together now|second opinion
second opinions|single mother|single mothers|single parent|single parents|single father|single man
single woman|single market|single currency|single room|single bed|single ticket|single malt
for the most part|both sides of the|single most important|the first question is
rise early|rose early|rises early|world's best kept|the best of both worlds|best of both worlds
"""
IDIOMS: dict[str, list[tuple[str, ...]]] = {}
"""First word → phrases that hold a word of quantity and say none; hyphens part words too."""
for _phrase in _IDIOMS.replace("\n", "|").split("|"):
    if _words := tuple(_phrase.split()):
        IDIOMS.setdefault(_words[0], []).append(_words)

_PHRASES: dict[Kind, str] = {
    "numeral": """
countless|innumerable|threescore|mere trickle|mere handful|a trickle of|slowed to a trickle
in droves|in their droves|in hordes|en masse
""",
    "share": """
bulk of|lion's share|greater part|larger part|best part of|better part of|next to nothing
next to none|next to no|few if any|most if not all|all but all|hardly any more|scarcely any more
barely any more
""",
    "superlative": """
all time low|all time high|all time lows|all time highs|all time record
came top|come top|comes top|coming top|leads the world|led the world|lead the world|unprecedented
record was set|set a record|sets a record|broke the record|breaks the record|pays best
unmatched|unrivalled|unrivaled|unparalleled|unsurpassed|unequalled|like no other|runner up
second to none
""",
    "comparative": """
on a par with|on par with|in excess of|neck and neck|level pegging|tied with|tied for|to be outdone
""",
    "change": """
bottomed out|hit bottom|hit rock bottom|went through the roof|gone through the roof|ground to a halt
lost ground|gained ground
""",
}
PHRASES: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
"""First word → phrases that say an amount without a word that does, and of what kind each is."""
for _of_kind, _said in _PHRASES.items():
    for _phrase in _said.strip().replace("\n", "|").split("|"):
        _first, *_rest = _phrase.split()
        PHRASES.setdefault(_first, []).append(((_first, *_rest), _of_kind))
