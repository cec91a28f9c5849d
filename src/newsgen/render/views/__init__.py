"""Views: what a page shows, as text and safe HTML that is ready to print.

A template stays flat and cheap that way: a view is made in one pass of Python, and what a reader may want
changed, the markup around it, is in the template.
"""
