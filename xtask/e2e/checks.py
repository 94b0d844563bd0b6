"""Counts what holds and what does not, and says so at the end."""

import re


class Checks:
    """The checks of one script."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, name, holds, found=""):
        """Records whether something holds; says what was found if not."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"failed  {name}: {found}")

    def equal(self, name, actual, expected):
        """Records whether a value is what it should be."""
        self.that(name, actual == expected, f"expected {expected!r}, found {actual!r}")

    def subset(self, name, actual, expected):
        """Records whether an object has these members, whatever else it has. A compiled pattern stands for any text that
        it matches as a whole, a type for any value of it, None for a member that is absent."""
        wrong = {
            key: actual.get(key)
            for key, value in expected.items()
            if not _fits(value, actual.get(key))
        }
        self.that(name, not wrong, f"of {expected!r}, found {wrong!r}")

    def close(self):
        """Says how it went; the status to exit with."""
        print(f"{self.passed} passed, {self.failed} failed, 0 skipped")
        return 1 if self.failed else 0


DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000")
REVISION = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LINK = re.compile(r"http://127\.0\.0\.1:\d+/.+")


def _fits(expected, actual):
    if isinstance(expected, re.Pattern):
        return isinstance(actual, str) and expected.fullmatch(actual) is not None
    if isinstance(expected, type):
        return isinstance(actual, expected)
    if isinstance(expected, dict) and isinstance(actual, dict):
        return all(_fits(value, actual.get(key)) for key, value in expected.items())
    return expected == actual
