"""Plays recorded scenarios of the real Lambda against the server under test.

Environment: ADDRESS, the server; CORPUS, the directory that holds `lambda-scenarios`; HEAVY=0 to leave out scenarios
with requests of 50 MB and more. Arguments: words that the names of the scenarios to play must contain.

A scenario is played as far as the server under test has its operations, by the manifest of the generated crate. One
that breaks off for want of an operation counts as skipped; as failed if it goes wrong before that.
"""

import json
import os
import pathlib
import re
import sys
import time
import tomllib
import uuid

from archives import sha256, zip_filled, zip_of
from connection import ACCOUNT, REGION, Connection, address

MANIFEST = pathlib.Path(__file__).parents[2] / "generated" / "lambda-server" / "Cargo.toml"


def main():
    directory = pathlib.Path(os.environ["CORPUS"]) / "lambda-scenarios"
    files = sorted(directory.glob("*.json"))
    if not files:
        print(f"no scenarios in {directory}")
        print("0 passed, 0 failed, 0 skipped")
        return 0
    operations = set(tomllib.loads(MANIFEST.read_text())["package"]["metadata"]["farrier"]["operations"])
    connection = Connection(address())
    outcomes = {"passed": 0, "failed": 0, "skipped": 0}
    for file in files:
        topic = json.loads(file.read_text())
        for scenario in topic["scenarios"]:
            name = f"{topic['topic']}/{scenario['name']}"
            if not all(word in name for word in sys.argv[1:]):
                continue
            outcome, reasons = play(connection, operations, topic.get("zips", {}), scenario)
            outcomes[outcome] += 1
            print(f"{outcome:8}{name}" + "".join(f"\n        {reason}" for reason in reasons))
    print(", ".join(f"{count} {outcome}" for outcome, count in outcomes.items()))
    return 1 if outcomes["failed"] else 0


def play(connection, operations, zips, scenario):
    """How a scenario went, and why."""
    if "heavy" in scenario.get("tags", []) and os.environ.get("HEAVY") == "0":
        return "skipped", ["heavy"]
    run = Run(connection, operations, zips)
    try:
        for number, step in enumerate(scenario["steps"], 1):
            if step["operation"] not in operations:
                lacking = sorted({step["operation"] for step in scenario["steps"]} - operations)
                return "skipped", [f"needs {', '.join(lacking)}; the first {number - 1} steps passed"]
            problems = run.step(step)
            if problems:
                heading = f"step {number}, {step['operation']}, got {run.answer}"
                return "failed", [heading, *problems]
        return "passed", []
    finally:
        run.clean_up()


class Run:
    """One scenario under way: its names, and the values it has bound."""

    def __init__(self, connection, operations, zips):
        self.connection = connection
        self.operations = operations
        self.zips = zips
        self.answer = None
        self.functions = set()
        self.layers = set()
        self.variables = {
            "function": f"f-{uuid.uuid4().hex[:12]}",
            "layer": f"l-{uuid.uuid4().hex[:12]}",
            "account": ACCOUNT,
            "region": REGION,
        }

    def step(self, step):
        """Plays one step; what is wrong with the answer."""
        members = self.expand(step["input"])
        self.remember(step["operation"], members)
        self.answer = self.connection.call(step["operation"], members)
        problems = list(self.compare(step["expect"]))
        if problems:
            return problems
        for variable, path in step.get("bind", {}).items():
            found, value = walk(self.answer.body, path)
            if not found:
                return [f"{path}: cannot be bound, it is missing"]
            self.variables[variable] = value
        if step.get("settle") and not self.settle(members["FunctionName"]):
            return ["the function does not settle"]
        return []

    def compare(self, expect):
        """What differs between the answer and what is expected."""
        answer = self.answer
        if answer.status != expect["status"]:
            yield f"status: expected {expect['status']}"
        if "output" in expect:
            yield from self.match(expect["output"], answer.body, "")
        for path in map(self.text, expect.get("absent", [])):
            if walk(answer.body, path)[0]:
                yield f"{path}: should be absent"
        if "error" in expect and answer.error != expect["error"]:
            yield f"error: expected {expect['error']}"
        if "message" in expect:
            yield from self.match(expect["message"], answer.message, "message")
        if "message_in" in expect and expect["message_in"] not in answer.body:
            yield f"the text should be in the member {expect['message_in']}"
        if "body" in expect:
            yield from self.match(expect["body"], answer.body, "")
        for path in map(self.text, expect.get("body_absent", [])):
            if walk(answer.body, path)[0]:
                yield f"{path}: should be absent"

    def match(self, expected, actual, path):
        """What differs between a value and what is expected of it."""
        if isinstance(expected, dict):
            matchers = {key for key in expected if key.startswith("$")}
            if matchers:
                yield from self.match_by(expected, actual, path)
                return
            if not isinstance(actual, dict):
                yield f"{path}: expected an object, found {actual!r}"
                return
            for key, value in expected.items():
                key = self.text(key)
                if key in actual:
                    yield from self.match(value, actual[key], f"{path}.{key}".lstrip("."))
                else:
                    yield f"{path}.{key}: is missing".lstrip(".")
        elif isinstance(expected, list):
            if not isinstance(actual, list) or len(actual) != len(expected):
                yield f"{path}: expected {len(expected)} items, found {actual!r}"
                return
            for index, (wanted, found) in enumerate(zip(expected, actual)):
                yield from self.match(wanted, found, f"{path}.{index}")
        else:
            expected = self.text(expected) if isinstance(expected, str) else expected
            if not same(expected, actual):
                yield f"{path}: expected {expected!r}, found {actual!r}"

    def match_by(self, matcher, actual, path):
        for name, operand in matcher.items():
            if not self.matches(name, operand, actual):
                yield f"{path}: expected {name} {operand!r}, found {actual!r}"

    def matches(self, name, operand, actual):
        match name:
            case "$regex":
                return isinstance(actual, str) and re.search(self.text(operand, re.escape), actual) is not None
            case "$any":
                return actual is not None
            case "$ref":
                return same(self.variables[operand], actual)
            case "$not_ref":
                return not same(self.variables[operand], actual)
            case "$json":
                return isinstance(actual, str) and same(self.expand(operand), json.loads(actual))
            case "$unordered":
                return isinstance(actual, list) and len(actual) == len(operand) and self.pairs(operand, actual)
            case "$includes":
                return isinstance(actual, list) and all(self.is_in(item, actual) for item in operand)
            case "$excludes":
                return isinstance(actual, list) and not any(self.is_in(item, actual) for item in operand)
            case "$sha256_of":
                return actual == sha256(self.zip(operand))
            case "$size_of":
                return actual == len(self.zip(operand))
        raise ValueError(f"there is no matcher {name}")

    def is_in(self, expected, items):
        return any(not list(self.match(expected, item, "")) for item in items)

    def pairs(self, expected, actual):
        """Whether each of the expected can have an item of its own."""
        if not expected:
            return True
        first, *others = expected
        return any(
            not list(self.match(first, item, "")) and self.pairs(others, actual[:index] + actual[index + 1 :])
            for index, item in enumerate(actual)
        )

    def expand(self, value):
        """A value to send: variables put in, archives made."""
        match value:
            case {"$zip": files}:
                return self.zip(files)
            case {"$zip_fill": {"name": name, "size": size, "method": method}}:
                return zip_filled(name, size, method)
            case {"$bytes": text}:
                return self.text(text).encode()
            case dict():
                return {self.text(key): self.expand(item) for key, item in value.items()}
            case list():
                return [self.expand(item) for item in value]
            case str():
                return self.text(value)
        return value

    def text(self, text, escape=str):
        """A text with its variables put in."""

        def put_in(match):
            name = match[1]
            if name.startswith("repeat:"):
                _, character, count = name.split(":")
                return escape(character * int(count))
            return escape(str(self.variables[name]))

        return re.sub(r"\$\{([^}]+)\}", put_in, text)

    def zip(self, files):
        return zip_of(self.zips[files] if isinstance(files, str) else files)

    def remember(self, operation, members):
        """What will have to be deleted."""
        if operation == "CreateFunction":
            self.functions.add(members["FunctionName"])
        elif operation == "PublishLayerVersion":
            self.layers.add(members["LayerName"])

    def settle(self, name):
        """Waits until a function is ready; whether it came to that."""
        for _ in range(100):
            if "GetFunctionConfiguration" in self.operations:
                state = self.connection.call("GetFunctionConfiguration", {"FunctionName": name}).body
            else:
                state = self.connection.call("GetFunction", {"FunctionName": name}).body["Configuration"]
            if state.get("State") == "Active" and state.get("LastUpdateStatus") == "Successful":
                return True
            time.sleep(0.1)
        return False

    def clean_up(self):
        for function in self.functions:
            self.connection.call("DeleteFunction", {"FunctionName": function})
        for layer in self.layers:
            while True:
                versions = self.connection.call("ListLayerVersions", {"LayerName": layer}).body.get("LayerVersions")
                if not versions:
                    break
                for version in versions:
                    target = {"LayerName": layer, "VersionNumber": version["Version"]}
                    self.connection.call("DeleteLayerVersion", target)


def walk(value, path):
    """Whether there is something at a dotted path, and what."""
    for step in path.split("."):
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return False, None
    return True, value


def same(left, right):
    """Equality that tells `true` from `1`, as JSON does."""
    if isinstance(left, bool) != isinstance(right, bool):
        return False
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


if __name__ == "__main__":
    sys.exit(main())
