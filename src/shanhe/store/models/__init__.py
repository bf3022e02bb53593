"""The tables of the office."""

from shanhe.store.models.account import Account, Grant, Token
from shanhe.store.models.book import Book, Found, Line, Summary
from shanhe.store.models.entry import Entry, Office
from shanhe.store.models.file import File
from shanhe.store.models.organisation import Organisation
from shanhe.store.models.paper import Audit, Edition, Reply
from shanhe.store.models.period import Lock, Permit
from shanhe.store.models.plot import Layer, Plot
from shanhe.store.models.submission import Submission

__all__ = [
    "Account",
    "Audit",
    "Book",
    "Edition",
    "Entry",
    "File",
    "Found",
    "Grant",
    "Layer",
    "Line",
    "Lock",
    "Office",
    "Organisation",
    "Permit",
    "Plot",
    "Reply",
    "Submission",
    "Summary",
    "Token",
]
