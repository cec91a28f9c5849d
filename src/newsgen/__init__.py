"""newsgen: a static news-archive site generator for Arabic."""

__version__ = "0.1.0"
