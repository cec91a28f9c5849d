"""What hosts of static files read beside the site, and what they can hold."""

from newsgen.hosting.headers import headers_file
from newsgen.hosting.limits import HOSTS, Host, Size, misfits
from newsgen.hosting.redirects import redirects_file

__all__ = ["HOSTS", "Host", "Size", "headers_file", "misfits", "redirects_file"]
