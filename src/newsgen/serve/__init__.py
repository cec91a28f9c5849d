"""The preview behind `newsgen serve`: shows the output folder, rebuilds on change, reloads the browser.

It knows nothing of how a site is built: whoever makes a `Preview` gives it the function that builds.

    files     an address -> a file in the output folder, its type, the bytes asked for; pure
    handler   one HTTP request -> one answer
    server    the port, the connections and their end
    edition   which build is being shown, and whether it failed
    reload    what the preview adds to pages: the reload script, the error page
    changes   many events -> one rebuild
    watch     folders on disk -> events
    preview   all of these together
"""

from __future__ import annotations

from newsgen.serve.preview import Preview

__all__ = ["Preview"]
