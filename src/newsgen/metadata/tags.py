"""What meta elements say of an article: Open Graph, Dublin Core, and Highwire's tags for reference managers."""

from __future__ import annotations

from newsgen.metadata.identifiers import article_id, permalink
from newsgen.model.article import Article
from newsgen.model.site import Site


def article_properties(article: Article) -> list[tuple[str, str]]:
    """(property, content) of Open Graph's article, https://ogp.me/#type_article."""
    found = [("article:published_time", article.published), ("article:modified_time", article.updated)]
    found += [("article:author", article.author)]
    found += [("article:section", section) for section in article.categories[:1]]
    found += [("article:tag", tag) for tag in article.tags]
    return [(name, content) for name, content in found if content]


def article_tags(article: Article, url: str, site: Site) -> list[tuple[str, str]]:
    """(name, content) of Dublin Core (DCMI's element set) and Highwire Press, as Zotero and Scholar read them."""
    day, address = (article.published or "")[:10], permalink(site.base_url, url) if site.base_url else ""
    found: list[tuple[str, str | None]] = [
        ("citation_title", article.heading),
        ("citation_author", article.author),
        ("citation_journal_title", article.source),
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_language", "ar"),
        ("citation_public_url", address),
        ("citation_keywords", "; ".join(article.tags)),
        ("DC.title", article.heading),
        ("DC.creator", article.author),
        ("DC.publisher", article.source),
        ("DC.date", day),
        ("DC.language", "ar"),
        ("DC.type", "Text"),
        ("DC.identifier", address or article_id(site, article.ident)),
        ("DC.source", article.original_url),
        ("DC.rights", site.license),
    ]
    found += [("DC.subject", tag) for tag in article.tags]
    return [(name, content) for name, content in found if content]
