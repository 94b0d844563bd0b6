"""The AWS command line (version 1, from PyPI) against the local Lambda: every operation.

Environment: ADDRESS, the server.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request
import uuid

from archives import sha256, zip_of
from checks import DATE, LINK, REVISION, Checks
from connection import ACCOUNT, REGION, address

ROLE = f"arn:aws:iam::{ACCOUNT}:role/lambda-role"
FIRST = zip_of({"index.py": "def handler(event, context):\n    return 1\n"})
SECOND = zip_of({"index.py": "def handler(event, context):\n    return 2\n"})
# The command line's own model has an answer made of the status alone.
DELETED = {"StatusCode": 204}


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory() as directory:
        first, second = pathlib.Path(directory, "first.zip"), pathlib.Path(directory, "second.zip")
        first.write_bytes(FIRST)
        second.write_bytes(SECOND)
        layers(checks, f"fileb://{first}")
        functions(checks, f"fileb://{first}", f"fileb://{second}")
    return checks.close()


def layers(checks, archive):
    """The five operations on layers."""
    name = f"layer-{uuid.uuid4().hex[:12]}"
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:layer:{name}"
    described = {
        "Content": {"Location": LINK, "CodeSha256": sha256(FIRST), "CodeSize": len(FIRST)},
        "LayerArn": arn,
        "LayerVersionArn": f"{arn}:1",
        "Description": "shared code",
        "CreatedDate": DATE,
        "Version": 1,
        "CompatibleRuntimes": ["python3.12", "python3.13"],
        "LicenseInfo": "MIT",
        "CompatibleArchitectures": ["arm64"],
    }
    settings = ["--description", "shared code", "--license-info", "MIT"]
    settings += ["--compatible-runtimes", "python3.12", "python3.13", "--compatible-architectures", "arm64"]
    answer = run(checks, "publish-layer-version", "--layer-name", name, "--zip-file", archive, *settings)
    checks.subset("publish-layer-version", answer, described)
    checks.equal("the link to the layer", urllib.request.urlopen(answer["Content"]["Location"]).read(), FIRST)
    answer = run(checks, "get-layer-version", "--layer-name", name, "--version-number", "1")
    checks.subset("get-layer-version", answer, described)
    answer = run(checks, "get-layer-version-by-arn", "--arn", f"{arn}:1")
    checks.subset("get-layer-version-by-arn", answer, described)
    answer = run(checks, "list-layer-versions", "--layer-name", name, "--compatible-runtime", "python3.13")
    checks.equal("list-layer-versions", [item["LayerVersionArn"] for item in answer["LayerVersions"]], [f"{arn}:1"])
    answer = run(checks, "delete-layer-version", "--layer-name", name, "--version-number", "1")
    checks.equal("delete-layer-version", answer, {})
    message = fail(checks, "get-layer-version", "--layer-name", name, "--version-number", "1")
    checks.that("get-layer-version, deleted", "(ResourceNotFoundException)" in message, message)


def functions(checks, first, second):
    """The six operations on functions and their versions."""
    name = f"function-{uuid.uuid4().hex[:12]}"
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    created = {
        "FunctionName": name,
        "FunctionArn": arn,
        "Runtime": "python3.12",
        "Role": ROLE,
        "Handler": "index.handler",
        "CodeSize": len(FIRST),
        "CodeSha256": sha256(FIRST),
        "Description": "what it does",
        "Timeout": 7,
        "MemorySize": 256,
        "LastModified": DATE,
        "Version": "$LATEST",
        "Environment": {"Variables": {"KEY": "value"}},
        "RevisionId": REVISION,
        "State": "Active",
        "LastUpdateStatus": "Successful",
    }
    settings = ["--runtime", "python3.12", "--role", ROLE, "--handler", "index.handler"]
    settings += ["--description", "what it does", "--timeout", "7", "--memory-size", "256"]
    settings += ["--environment", "Variables={KEY=value}", "--tags", "team=tools"]
    answer = run(checks, "create-function", "--function-name", name, "--zip-file", first, *settings)
    checks.subset("create-function", answer, created)
    message = fail(checks, "create-function", "--function-name", name, "--zip-file", first, *settings)
    checks.that("create-function, again", f"Function already exist: {name}" in message, message)
    answer = run(checks, "get-function", "--function-name", arn)
    checks.subset("get-function", answer["Configuration"], created)
    checks.subset("get-function", answer, {"Tags": {"team": "tools"}, "Code": {"Location": LINK}})
    revision = answer["Configuration"]["RevisionId"]
    publication = ["--code-sha-256", sha256(FIRST), "--description", "the first", "--revision-id", revision]
    published = {**created, "FunctionArn": f"{arn}:1", "Version": "1", "Description": "the first"}
    answer = run(checks, "publish-version", "--function-name", name, *publication)
    checks.subset("publish-version", answer, published)
    message = fail(checks, "publish-version", "--function-name", name, *publication)
    checks.that("publish-version, outdated", "(PreconditionFailedException)" in message, message)
    answer = run(checks, "update-function-code", "--function-name", name, "--zip-file", second, "--publish")
    checks.subset("update-function-code", answer, {"Version": "2", "CodeSha256": sha256(SECOND)})
    answer = run(checks, "list-versions-by-function", "--function-name", name)
    versions = [version["Version"] for version in answer["Versions"]]
    checks.equal("list-versions-by-function", versions, ["$LATEST", "1", "2"])
    checks.equal("delete-function", run(checks, "delete-function", "--function-name", f"{name}:1"), DELETED)
    checks.equal("delete-function", run(checks, "delete-function", "--function-name", name), DELETED)
    message = fail(checks, "get-function", "--function-name", name)
    checks.that("get-function, deleted", f"Function not found: {arn}" in message, message)
    message = fail(checks, "publish-version", "--function-name", "no name!")
    checks.that("publish-version, no name", "at 'functionName' failed to satisfy constraint" in message, message)


def run(checks, *arguments):
    """What a command prints, which should succeed."""
    done = aws(*arguments)
    checks.equal(f"the exit status of {arguments[0]}", (done.returncode, done.stderr), (0, ""))
    return json.loads(done.stdout) if done.stdout.strip() else {}


def fail(checks, *arguments):
    """What a command prints about its failure, which should be."""
    done = aws(*arguments)
    # 255 is the service's refusal, by version 1 of the command line; others are its own.
    checks.that(f"the exit status of {arguments[0]}", done.returncode in (254, 255), done)
    return done.stderr


def aws(*arguments):
    command = [pathlib.Path(sys.executable).parent / "aws", "lambda", *arguments]
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ENDPOINT_URL": address(),
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_PAGER": "",
        "NO_PROXY": "*",
    }
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


if __name__ == "__main__":
    sys.exit(main())
