"""What a page of HTML would load from elsewhere, or run."""

import re
from html.parser import HTMLParser

#: Attributes whose address is loaded as soon as the page is shown.
LOADED = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest"}
#: Elements whose `href` is loaded, and not only followed when somebody clicks on it.
LOADING = {"link", "image", "use", "base", "feimage"}
#: Elements that have no business on a page that only shows something.
RUNNING = {"script", "iframe", "frame", "object", "embed", "applet", "portal", "form", "base"}
IN_CSS = re.compile(r"url\(\s*['\"]?(?!data:)|@import", re.IGNORECASE)


class _Finder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.policy = ""
        self._in_style = False

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if tag in RUNNING:
            self.found.append(f"<{tag}>")
        for name, value in attributes.items():
            address = value.strip()
            loads = name in LOADED or (name in ("href", "xlink:href") and tag in LOADING)
            if loads and not address.startswith(("data:", "#")):
                self.found.append(f"<{tag} {name}={address}>")
            if name.startswith("on") or address.lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}={address}>")
            if name == "style" and IN_CSS.search(value):
                self.found.append(f"<{tag} style={value}>")
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            self.found.append("<meta refresh>")
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]

    def handle_endtag(self, tag):
        self._in_style = False

    def handle_data(self, data):
        if self._in_style and IN_CSS.search(data):
            self.found.append(f"<style>{data[:80]}")


def foreign(html: str) -> list[str]:
    """List what a page loads from elsewhere or runs."""
    finder = _Finder()
    finder.feed(html)
    return finder.found


def policy(html: str) -> str:
    """Return a page's content security policy."""
    finder = _Finder()
    finder.feed(html)
    return finder.policy
