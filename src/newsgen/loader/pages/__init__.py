"""Web pages as somebody saved them: the lines of the article, and the facts that the page states by itself.

tree        the parsed page, walked without recursion
story       where the article is in it, and its lines
json_ld     what is stated for search engines as JSON
stated      facts from JSON-LD, meta elements and marked elements
page        all of it for one page
"""

from newsgen.loader.pages.page import read_fragment, read_page

__all__ = ["read_fragment", "read_page"]
