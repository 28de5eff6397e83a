"""What a page puts around and between the words of a story: patterns, matched on folded text without case.

Origin: the page templates of news sites and agencies in English; credits as AP, Reuters, AFP and Getty print them.
"""

from __future__ import annotations

import re

#: Whole lines, final punctuation aside.
_LINES = (
    r"(?:scroll|back|return|jump|skip) to (?:the )?(?:top|content|main content|main|home(?: ?page)?|comments)",
    r"scroll down (?:for|to) (?:\w+ ){0,5}\w+",
    r"(?:read|see|find out|learn|show|load|view|watch) more(?: (?:on|about|at|from|in|of) .{1,60}| stories| news| comments| here)?",
    r"(?:read|see|hear|watch|click|tap) (?:also|here|next)(?: (?:to|for) .{1,60})?",
    r"(?:also|continue|keep) read(?:ing)?(?: (?:the )?(?:main|full) story| below)?",
    r"(?:the )?(?:story|article|text) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement|video|promotion))?",
    r"(?:advertise?ments?|ad|ads|promoted(?: content)?|sponsored(?: content)?|paid content|partner content)",
    r"(?:share|print|save|email|bookmark|gift|tweet|copy)(?: (?:this|the|on|via|link|article|story|page|full))*(?: (?:facebook|twitter|x|whatsapp|linkedin|email|article|story|post|page))*",
    r"share (?:this|on|via|it|with) .{1,40}",
    r"(?:facebook|twitter|x|whatsapp|linkedin|email|reddit|telegram|pinterest|instagram|flipboard|copy link|messenger)"
    r"(?:[ ,|/]+(?:facebook|twitter|x|whatsapp|linkedin|email|reddit|telegram|pinterest|instagram|flipboard|print|copy link|messenger))*",
    r"(?:subscribe|sign up|log in|sign in|register|join|donate|support us)(?: (?:now|today|here|free|to|for|with|in)\b.{0,80})?",
    r"(?:follow|like|find|join) (?:us|me|\w+ \w+) on .{1,60}",
    r"(?:get|receive) (?:the|our) .{0,60}(?:newsletter|inbox|alerts?|app)\b.{0,40}",
    r"(?:our|the) (?:daily |weekly |morning |free )*newsletter.{0,40}",
    r"(?:related|recommended|trending|popular|most (?:read|popular|viewed)|more (?:from|on|in|like|stories|news|to read)|"
    r"(?:you (?:may|might) also like)|latest|up next|don't miss|editors?'? (?:picks?|choice)|top stories)(?: .{0,40})?",
    r"(?:comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|(?:\d+|no) comments?|post a comment)",
    r"(?:home|menu|search|close|next|previous|prev|play|pause|mute|settings|contact us|about us|privacy policy|"
    r"terms of (?:use|service)|cookie (?:policy|settings))",
    r"(?:enlarge|hide|show|toggle|expand|open|view) (?:this )?(?:image|caption|photo|gallery|in gallery)(?: .{0,20})?",
    r"(?:image|photo|picture|video|media) (?:caption|source|credit|gallery).{0,80}",
    r"(?:\d+ (?:min|minute|mins|minutes)(?: (?:read|ago))?|\d+ (?:hours?|days?) ago)",
    r"listen (?:to (?:this|the) (?:article|story)|now).{0,40}",
    r"this (?:video|content|image) (?:is|can|cannot|could|has) (?:not |no longer )?.{0,60}",
    r"(?:end of )?(?:recommended stories|list of \d+ items?)",
    r"all rights reserved",
    r"-{0,3} ?30 ?-{1,3}|-?ends-?|\(ends\)|#{3,}|\*{3,}|[-_=*~ ]{3,}",
)

#: Starts of lines that hold nothing else.
_OPENINGS = (
    r"(?:read (?:more|also|next|this)|see (?:also|more)|also read|more|related(?: (?:stories|articles|news|coverage|topics|links?|content))?|"
    r"watch(?: (?:more|also|live|now))?|listen|don't miss|recommended|in pictures|opinion|explainer|tags?|topics|"
    r"filed under|categor(?:y|ies)|keywords|share|follow|source url|link)(?: ?[:|]| - | >)",
    r"(?:©|\(c\)|copyright) ",
    r"(?:photo|image|picture|photograph|photos|graphic|illustration|video)(?: (?:by|credit|courtesy|source))?(?::| by | courtesy )",
    r"(?:file|file photo|file image)(?::| - )",
    r"(?:first |last |originally )?(?:published|updated|modified|posted)(?: (?:on|at))?:? (?:\w+,? )?(?:\w{3,9}\.? \d|\d)",
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled) by ",
    r"this (?:article|story|report|post|piece) (?:was|is|has been|first|originally) (?:(?:first|originally) )?(?:appeared|published|provided|"
    r"republished|adapted|auto-?generated|produced|written|posted)",
    r"the associated press contributed to ",
    r"(?:ap|afp|reuters) (?:writers?|reporters?|correspondents?) .{1,80}contributed",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|my|more|get|receive) ",
    r"(?:for (?:more|all) (?:news|stories|coverage|on)|(?:get|read) (?:all )?the latest) .{0,60}(?:visit|follow|click|download|go to|subscribe|on )",
    r"click here",
    r"by using this (?:site|website)",
    r"(?:we use|this (?:site|website) uses) cookies",
)

#: Ends of captions.
_CREDITS = (
    r"\((?:ap|afp|reuters|getty|photo|image|file|epa|pa|pti|ani|xinhua|courtesy|credit)\b[^()]{0,80}\)",
    r"[/|] ?(?:getty images|ap(?: photo)?|afp|reuters|shutterstock|istock|alamy|epa|pa|anadolu)\b.{0,40}",
    r"\b(?:photo(?:graph)?|image|picture)(?: credit)?(?:: ?| by | courtesy of )[^.!?]{2,60}",
    r"\breuters/[a-z .'-]{3,40}(?:/file photo)?",
)

_END = r"[\s.!:>»|-]*"
_LINE = re.compile(rf"(?:{'|'.join(_LINES)}){_END}", re.IGNORECASE)
_OPENING = re.compile(rf"(?:{'|'.join(_OPENINGS)})", re.IGNORECASE)
_CREDIT = re.compile(rf"(?:{'|'.join(_CREDITS)}){_END}$", re.IGNORECASE)
_BYLINE = re.compile(r"by (?:[A-Z][\w'.-]*(?:,| and| &| of| in| for| the|/)? ?){1,10}(?:\|.{0,40})?", re.IGNORECASE)
_NAMED = re.compile(r"[Bb][Yy] [A-Z]")

#: Longest line of furniture, caption with credit and chrome line, in characters.
_LONGEST_LINE, _LONGEST = 120, 400


def is_chrome(text: str) -> bool:
    """Whether a line or sentence is a button, a label or a notice of the page."""
    return len(text) <= _LONGEST_LINE and _LINE.fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a paragraph is not part of the story: chrome, credit, caption, byline, notice."""
    if len(text) > _LONGEST:
        return False
    return is_chrome(text) or bool(_OPENING.match(text)) or bool(_CREDIT.search(text[-130:])) or _is_byline(text)


def _is_byline(text: str) -> bool:
    return len(text) <= 80 and bool(_NAMED.match(text)) and _BYLINE.fullmatch(text.rstrip(". ")) is not None
