"""Our own styles and scripts without what only their writers need.

They hold neither a comment sign nor a blank that counts beside a brace between quotation marks;
``tests/pages/test_smaller.py`` has a browser compare what they come to.
"""

import re
from functools import lru_cache

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};]) ?|(?<=[:,]) ")
_JS_COMMENT = re.compile(r"^\s*//.*\n?|(?<=[;{]) //.*$", re.MULTILINE)
_INDENT = re.compile(r"\n\s*")


@lru_cache(maxsize=32)
def style(text: str) -> str:
    """A style sheet on one line.

    >>> style("a, b { color: red; /* why */ }")
    'a,b{color:red}'
    """
    line = _BLANKS.sub(" ", _CSS_COMMENT.sub("", text))
    return _AROUND.sub(r"\1", line).replace(";}", "}").strip()


def script(text: str) -> str:
    """A script without comments on lines of their own or behind code, and without indents.

    >>> script("  // Why.\\n  go(); // there\\n  stop();")
    'go();\\nstop();'
    """
    return _INDENT.sub("\n", _JS_COMMENT.sub("", text)).strip()
