"""The closed classes of English words that say how many, how much, or that it changed."""

NO_SUPERLATIVES = frozenset(
    """
newest arrest attest behest bequest best worst breast chest conquest contest crest detest digest
disinterest dishonest divest earnest everest forest guest harvest honest houseguest immodest
incest infest ingest inquest interest invest jest lest latest manifest midwest modest molest nest
northwest northeast southwest pest priest protest quest rainforest reforest deforest request rest
retest suggest tempest test tibet unrest vest west wrest zest budapest bucharest brest palimpsest
armrest backrest footrest headrest reinvest overinvest pretest gest blest ernest fest oktoberfest
gabfest slugfest celest
""".split()
)
"""Words in -est that raise nothing; all others in -est that are long enough do."""

COMPARATIVES = frozenset(
    """
higher lower larger smaller bigger greater longer shorter older younger faster slower cheaper
dearer richer poorer wealthier heavier wider narrower deeper shallower taller hotter colder warmer
cooler thicker thinner steeper costlier busier stronger weaker fewer more less pricier scarcer
denser
""".split()
)
NO_COMPARATIVES = frozenset("rather other further whether number under over".split())

MEASURES = frozenset(
    """
absence accident admission age aid amount appetite appeal applicant approval area arrival asset
attendance average backlog balance ballot bill birth bonus borrowing budget burden bushel capacity
capital cap car carbon case cash catch caseload ceiling charge circulation claim cohort complaint
consumption conviction cost count coverage credit crime crop currency customer cut-off death debt
deficit degree delay delivery demand density departure deposit discount distance dividend divorce
dollar donation dose dropout duty earning economy effort electorate emission employee energy
enrolment enrollment error estimate euro exchange exodus expectation expenditure expense export
exposure failure family fare fee fertility figure fine flow follower food foreigner forecast fraud
freight fuel fund funding gap gas gate gdp gender grade graduate grant growth harvest head
headcount heat hiring holding home hour household housing imbalance immigrant income incidence index
inequality infection inflation inflow ink intake interest inventory investor invoice job labour
labor lead length lending level liability library life lifespan limit line listener literacy load
loan loss majority margin market marriage mass member migrant minimum minority mileage money mood
mortality mortgage net noise number occupancy offer oil opening order outflow output overtime
patent pass pay payroll payout penalty pension people percent percentage pole poll pollution
population pound poverty power premium presence price prize proceeds profit proportion provision
purchase quality quantity quota queue rainfall rank rate ratio rating reach reader readership
record refugee remittance rent reserve resident retail retirement return revenue reward risk room
salary sale saving score sea seat sector sentiment share shipment shortage shortfall size snowfall
speed spending staff stake standard steel stipend stock storage stream strength stress student
subscriber subsidy sum supply support surplus survival target tariff tax temperature threshold
throughput ticket time toll total tourist trade traffic transfer trend tuition turnout turnover
uptake use usage user vacancy value viewer viewership visit visitor volume vote voter wage waste
water wealth weight wheat win won work worker workforce workload yen yield youth efficiency
productivity ranking graph curve indicator barometer
""".split()
)
"""What rises and falls by an amount; without its plural ending."""
ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ity", "ship", "ness", "age", "ism", "rate")
"""Endings of nouns that are neither persons nor things: they too rise and fall by an amount."""
PERSONS_AND_THINGS = frozenset(
    """
priest king queen president minister child boy girl man woman men women crowd sun moon star
curtain tree rain snow night leaf leaves bird plane aircraft boat ship wall bridge building house
city castle town rock stone brick bricks glass vase apple fruit horse dog cat smoke dust mist fog
silence dusk darkness shadow hero soldier soldiers troops army rebel rebels government empire
regime republic bread dough cake tide audience congregation actor singer dancer climber runner
goalkeeper keeper striker player players boxer jockey skier thief cyclist path road train ivy
stairs committee jury court senator statue tower waters
""".split()
)

_REGULAR_CHANGES = """
climb plummet soar surge slump decline decrease increase dwindle swell expand widen narrow slow
weaken strengthen rebound recover stagnate peak skyrocket balloon diminish multiply accelerate
decelerate jump tumble plunge drop slip dip contract subside escalate nosedive plateau flatline
snowball mushroom spike wane lengthen shorten
"""
_MULTIPLYING = """
halve double triple treble quadruple quintuple sextuple septuple octuple decuple
"""
_IRREGULAR_CHANGES = """
rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing shrink
shrinks shrank shrunk shrunken shrinking sink sinks sank sunk sinking swollen leap leaps leapt
leaping
"""
_OF_AMOUNTS = """
slide slides slid sliding crumble collapse crash dive ease fade ebb erode flatten mount pick
improve vault deepen worsen thin broaden heighten deflate depreciate appreciate inflate devalue
retreat rally rallies rallied advance intensify accumulate evaporate drift plumb bottom hover
creep inch vanish thicken steepen lessen level pile shed
"""
_OBJECT_CHANGES = """
raise lower cut reduce slash trim boost increase decrease lift hike curb curtail push enlarge
extend pare scale ramp step downgrade upgrade cuts cutting trimmed trimming
"""
_OVERTAKING = """
overtake overtakes overtook overtaken overtaking exceed surpass eclipse outnumber outpace outstrip
outscore outgrow outgrew outearn outsell outsold outperform outrank outweigh outlast outdo outdid
outbid outspend outspent outlive outvote outstripped outstripping outpaced top tops topped trail
outclass outmatch outrun outran undercut leapfrogged leapfrogging
"""


def _inflected(words: str) -> frozenset[str]:
    """Every regular verb of *words* in all its forms, and the other words as they stand."""
    forms: set[str] = set()
    for word in words.split():
        stem = word.removesuffix("e")
        doubled = stem + stem[-1] if word in {"drop", "slip", "dip", "trim"} else stem
        third = word + "es" if word.endswith(("sh", "ss")) else word + "s"
        past = word[:-1] + "ied" if word.endswith("ly") else doubled + "ed"
        third = word[:-1] + "ies" if word.endswith("ly") else third
        forms |= {word, third, past, doubled + "ing"}
    return frozenset(forms)


CHANGES = _inflected(_REGULAR_CHANGES) | frozenset(_IRREGULAR_CHANGES.split())
MULTIPLYING = _inflected(_MULTIPLYING)
"""These say what a change comes to, whatever they are said of."""
OF_AMOUNTS = _inflected(_OF_AMOUNTS)
"""These change an amount only where one is their subject."""
OBJECT_CHANGES = _inflected(_OBJECT_CHANGES)
"""These change an amount only where one is their object, or their subject in the passive."""
CUTS = frozenset(
    "cut cuts cutting slash slashed slashes slashing shed reduce reduced trim trimmed".split()
)
"""These also take away what is only counted: cut ninety jobs."""
OVERTAKING = _inflected(_OVERTAKING) - {"top", "tops", "topped"}
NOUNS_OF_CHANGE = frozenset(
    """
rise rises fall falls drop drops decline declines increase increases decrease decreases growth
surge surges slump slumps jump jumps plunge plunges reduction reductions cut cuts hike hikes
upturn downturn shrinkage
""".split()
)
ALWAYS_CHANGE = frozenset(
    "growth decline declines increase increases decrease decreases reduction reductions".split()
)
MOVES = _inflected("climb jump tumble plunge drop slip dip subside narrow widen slow") | frozenset(
    """
rise rises rose risen rising fall falls fell fallen falling sink sinks sank sunk sinking leap
leaps leapt leaping
""".split()
)
"""What persons and things do too."""
OTHERWISE_NO_VERBS = frozenset(
    "contract contracts dip dips sink sinks slip slips slow narrow swell balloon peak".split()
)
PICKED_FROM = frozenset("them us you whom which many those these".split())
"""One of these is one picked out and counts nothing, as is one of "the" founders."""
BEFORE_VERBS = frozenset("to will may might could would should must can not did does".split())
"""What a verb stands behind in its plain form; others of these are nouns and adjectives."""
BOUNDS = frozenset(
    "over under above below beyond about around nearly almost roughly barely exactly".split()
)
"""What belongs to the number behind it."""
NEARLY = frozenset(
    "almost nearly virtually practically hardly barely scarcely overwhelmingly".split()
)
"""What makes a share of all or none."""
NOUNS_AS_WELL = frozenset(
    f"{word}{ending}"
    for word in (
        "slide collapse crash dive ease fade ebb mount pick vault advance retreat drift bottom"
        " creep inch level pile shed"
    ).split()
    for ending in ("", "s")
)
"""Verbs of amounts that are as often nouns: only their pasts tell by themselves."""
DETERMINERS = frozenset(
    "a an the his her its their our my your this that these those some any no each every".split()
)
PERSONS = frozenset("i he she we you they who".split())
PREPOSITIONS = frozenset(
    """
by to from at in since for with than over on into after before during through until till under
below above across against amid around as between beyond despite near of off per within without
towards toward
""".split()
)
AFTER_CHANGE = PREPOSITIONS | frozenset(
    """
and or but while when as where because although though again further faster slower more less even
almost nearly only just still too back up down last this next so twice double sharply overnight
year somewhat by ever most
""".split()
)
"""What may follow a verb of change that has no object."""
PLACES = frozenset("on in into over off from down out behind under through onto to up".split())
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | PERSONS | frozenset(
    """
and or but if when while because that which who whom is are was were be been being cannot has have
had do does did can could may might must shall should will would not never always it him them us
me then there here also ever yet
""".split()
)  # fmt: skip
NO_COUNT_AFTER_ONE = FUNCTION_WORDS - frozenset("of in out and or to".split()) | frozenset(
    "knows thinks says needs wants feels likes another s".split()
)
"""What follows "one" where it is a pronoun."""
PAIRED = frozenset("scissors trousers jeans glasses shoes boots socks pliers pants gloves".split())
"""What comes in pairs and is not counted by them."""
TIMES_OF = frozenset(
    """
day week month year decade century season term semester quarter minute hour lifetime generation
morning evening night time fortnight
""".split()
)
NO_ONLY_AFTER = frozenset(
    """
if when because after once then to just recently now by through that so as too while until since
before where with for a an the in at on about marginally slightly
""".split()
)
