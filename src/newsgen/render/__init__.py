"""Pages to HTML.

    theme = Theme.find(project)
    renderer = Renderer(site, theme)
    html = renderer.render(page)  # bytes
    text = body_html(article, root)

`Theme` knows the files of the project's and the default theme, `Renderer` the template of each record. Both
raise `newsgen.errors.TemplateError` for a template that is missing, does not compile or fails.
"""

from newsgen.render.renderer import Renderer
from newsgen.render.story import body_html
from newsgen.render.theme import Theme

__all__ = ["Renderer", "Theme", "body_html"]
