"""Pages to HTML.

    theme = Theme.find(project)
    renderer = Renderer(site, theme)  # of newsgen.render.renderer
    data = renderer.printed(page)

`Theme` knows the files of the project's and the default theme, `Renderer` the template of each record,
`static_bytes` what the site has of a static file, `versions` the links to static files that carry a digest.
`Theme` and `Renderer` raise `newsgen.errors.TemplateError` for a template that is missing, does not compile
or fails. The renderer is not imported here: it brings Jinja2
and Babel with it, which a build that renders nothing does without.
"""

from newsgen.render.face import static_bytes
from newsgen.render.theme import Theme
from newsgen.render.versions import versions

__all__ = ["Theme", "static_bytes", "versions"]
