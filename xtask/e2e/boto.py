"""boto3 against the local Lambda: every operation, and every constraint of both publishing operations.

Environment: ADDRESS, the server.
"""

import re
import sys
import urllib.error
import urllib.request
import uuid

from archives import sha256, zip_of
from checks import DATE, LINK, REVISION, Checks
from connection import ACCOUNT, REGION, Connection, address

ROLE = f"arn:aws:iam::{ACCOUNT}:role/lambda-role"
FIRST = zip_of({"index.py": "def handler(event, context):\n    return 1\n"})
SECOND = zip_of({"index.py": "def handler(event, context):\n    return 2\n"})
LAYER = zip_of({"python/shared.py": "VALUE = 1\n"})


def main():
    connection = Connection(address())
    checks = Checks()
    layers(connection, checks)
    functions(connection, checks)
    paginators(connection, checks)
    malformed(checks)
    constraints(connection, checks, "PublishVersion", VERSION, VERSION_CONSTRAINTS)
    constraints(connection, checks, "PublishLayerVersion", LAYER_VERSION, LAYER_CONSTRAINTS)
    return checks.close()


def layers(connection, checks):
    """The five operations on layers."""
    name = fresh("layer")
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:layer:{name}"
    described = {
        "Content": {"Location": LINK, "CodeSha256": sha256(LAYER), "CodeSize": len(LAYER)},
        "LayerArn": arn,
        "LayerVersionArn": f"{arn}:1",
        "Description": "shared code",
        "CreatedDate": DATE,
        "Version": 1,
        "CompatibleRuntimes": ["python3.12", "python3.13"],
        "LicenseInfo": "MIT",
        "CompatibleArchitectures": ["x86_64", "arm64"],
    }
    publication = {
        "LayerName": name,
        "Description": "shared code",
        "Content": {"ZipFile": LAYER},
        "CompatibleRuntimes": ["python3.12", "python3.13"],
        "LicenseInfo": "MIT",
        "CompatibleArchitectures": ["x86_64", "arm64"],
    }
    answer = connection.call("PublishLayerVersion", publication)
    checks.equal("PublishLayerVersion", answer.status, 201)
    checks.subset("PublishLayerVersion", answer.body, described)
    link = answer.body.get("Content", {}).get("Location")
    checks.equal("the link to the layer", urllib.request.urlopen(link).read() if link else None, LAYER)
    answer = connection.call("PublishLayerVersion", {"LayerName": arn, "Content": {"ZipFile": LAYER}})
    checks.subset("PublishLayerVersion by ARN", answer.body, {"Version": 2, "Description": "", "LicenseInfo": None})

    answer = connection.call("GetLayerVersion", {"LayerName": name, "VersionNumber": 1})
    checks.equal("GetLayerVersion", answer.status, 200)
    checks.subset("GetLayerVersion", answer.body, described)
    answer = connection.call("GetLayerVersionByArn", {"Arn": f"{arn}:1"})
    checks.equal("GetLayerVersionByArn", answer.status, 200)
    checks.subset("GetLayerVersionByArn", answer.body, described)

    item = {key: value for key, value in described.items() if key not in ("Content", "LayerArn")}
    answer = connection.call("ListLayerVersions", {"LayerName": name})
    checks.equal("ListLayerVersions", answer.status, 200)
    checks.equal("ListLayerVersions", [item["Version"] for item in answer.body["LayerVersions"]], [2, 1])
    checks.subset("ListLayerVersions", answer.body["LayerVersions"][1], {**item, "Content": None, "LayerArn": None})
    filters = {"LayerName": name, "CompatibleRuntime": "python3.13", "CompatibleArchitecture": "arm64"}
    answer = connection.call("ListLayerVersions", filters)
    checks.equal("ListLayerVersions, filtered", [item["Version"] for item in answer.body["LayerVersions"]], [1])

    answer = connection.call("DeleteLayerVersion", {"LayerName": name, "VersionNumber": 1})
    checks.equal("DeleteLayerVersion", (answer.status, answer.text), (204, ""))
    answer = connection.call("GetLayerVersion", {"LayerName": name, "VersionNumber": 1})
    checks.equal("GetLayerVersion, deleted", (answer.status, answer.error), (404, "ResourceNotFoundException"))
    checks.equal(
        "GetLayerVersion, deleted",
        answer.body,
        {"Type": "User", "Message": "The resource you requested does not exist."},
    )


def functions(connection, checks):
    """The six operations on functions and their versions."""
    name = fresh("function")
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    layer = fresh("layer")
    layer = connection.call("PublishLayerVersion", {"LayerName": layer, "Content": {"ZipFile": LAYER}}).body
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
        "Environment": {"Variables": {"KEY": "ü \"\\\n"}},
        "TracingConfig": {"Mode": "Active"},
        "RevisionId": REVISION,
        "Layers": [{"Arn": layer["LayerVersionArn"], "CodeSize": len(LAYER)}],
        "State": "Active",
        "LastUpdateStatus": "Successful",
        "PackageType": "Zip",
        "Architectures": ["arm64"],
        "EphemeralStorage": {"Size": 1024},
        "SnapStart": {"ApplyOn": "PublishedVersions", "OptimizationStatus": "Off"},
        "LoggingConfig": {"LogFormat": "JSON", "ApplicationLogLevel": "DEBUG", "SystemLogLevel": "INFO"},
        "VpcConfig": None,
    }
    creation = {
        "FunctionName": name,
        "Runtime": "python3.12",
        "Role": ROLE,
        "Handler": "index.handler",
        "Code": {"ZipFile": FIRST},
        "Description": "what it does",
        "Timeout": 7,
        "MemorySize": 256,
        "Environment": created["Environment"],
        "TracingConfig": {"Mode": "Active"},
        "Tags": {"team": "tools"},
        "Layers": [layer["LayerVersionArn"]],
        "Architectures": ["arm64"],
        "EphemeralStorage": {"Size": 1024},
        "SnapStart": {"ApplyOn": "PublishedVersions"},
        "LoggingConfig": {"LogFormat": "JSON", "ApplicationLogLevel": "DEBUG"},
    }
    answer = connection.call("CreateFunction", creation)
    checks.equal("CreateFunction", answer.status, 201)
    checks.subset("CreateFunction", answer.body, created)
    answer = connection.call("CreateFunction", creation)
    checks.equal("CreateFunction, again", (answer.status, answer.error), (409, "ResourceConflictException"))

    answer = connection.call("GetFunction", {"FunctionName": name})
    checks.equal("GetFunction", answer.status, 200)
    checks.subset("GetFunction", answer.body["Configuration"], created)
    checks.subset("GetFunction", answer.body["Code"], {"RepositoryType": "S3", "Location": LINK})
    checks.equal("GetFunction", answer.body["Tags"], {"team": "tools"})
    checks.equal("the link to the code", urllib.request.urlopen(answer.body["Code"]["Location"]).read(), FIRST)
    revision = answer.body["Configuration"]["RevisionId"]

    answer = connection.call("PublishVersion", {"FunctionName": arn, "RevisionId": "another"})
    checks.equal("PublishVersion, outdated", (answer.status, answer.error), (412, "PreconditionFailedException"))
    answer = connection.call("PublishVersion", {"FunctionName": name, "CodeSha256": "another"})
    checks.equal("PublishVersion, other code", (answer.status, answer.error), (400, "InvalidParameterValueException"))
    publication = {
        "FunctionName": f"{ACCOUNT}:function:{name}",
        "CodeSha256": sha256(FIRST),
        "Description": "the first",
        "RevisionId": revision,
    }
    published = {
        **created,
        "FunctionArn": f"{arn}:1",
        "Version": "1",
        "Description": "the first",
        "SnapStart": {"ApplyOn": "PublishedVersions", "OptimizationStatus": "On"},
    }
    answer = connection.call("PublishVersion", publication)
    checks.equal("PublishVersion", answer.status, 201)
    checks.subset("PublishVersion", answer.body, published)
    again = connection.call("PublishVersion", {"FunctionName": name})
    checks.equal("PublishVersion, nothing new", again.body, answer.body)

    update = {"FunctionName": name, "ZipFile": SECOND, "Publish": True, "Architectures": ["x86_64"]}
    answer = connection.call("UpdateFunctionCode", update)
    changed = {"CodeSha256": sha256(SECOND), "CodeSize": len(SECOND), "Architectures": ["x86_64"]}
    checks.equal("UpdateFunctionCode", answer.status, 200)
    checks.subset("UpdateFunctionCode", answer.body, {**changed, "Version": "2", "FunctionArn": f"{arn}:2"})
    update = {"FunctionName": name, "ZipFile": FIRST, "DryRun": True}
    answer = connection.call("UpdateFunctionCode", update)
    checks.equal("UpdateFunctionCode, dry", answer.status, 200)

    answer = connection.call("ListVersionsByFunction", {"FunctionName": name})
    checks.equal("ListVersionsByFunction", answer.status, 200)
    versions = {version["Version"]: version for version in answer.body["Versions"]}
    checks.equal("ListVersionsByFunction", list(versions), ["$LATEST", "1", "2"])
    unsettled = {"State": None, "LastUpdateStatus": None}
    checks.subset("ListVersionsByFunction", versions["$LATEST"], {**changed, "FunctionArn": f"{arn}:$LATEST"})
    checks.subset("ListVersionsByFunction", versions["1"], {**published, **unsettled})

    answer = connection.call("DeleteFunction", {"FunctionName": name, "Qualifier": "1"})
    checks.equal("DeleteFunction, one version", (answer.status, answer.text), (204, ""))
    answer = connection.call("GetFunction", {"FunctionName": name, "Qualifier": "1"})
    checks.equal("GetFunction, deleted", (answer.status, answer.error), (404, "ResourceNotFoundException"))
    answer = connection.call("DeleteFunction", {"FunctionName": name})
    checks.equal("DeleteFunction", (answer.status, answer.text), (204, ""))
    answer = connection.call("GetFunction", {"FunctionName": name})
    checks.equal("GetFunction, deleted", answer.message, f"Function not found: {arn}")


def paginators(connection, checks):
    """boto3's own paginators get every item once."""
    client = connection.client
    layer, function = fresh("layer"), fresh("function")
    for _ in range(60):
        client.publish_layer_version(LayerName=layer, Content={"ZipFile": LAYER})
    pages = list(client.get_paginator("list_layer_versions").paginate(LayerName=layer))
    numbers = [version["Version"] for page in pages for version in page["LayerVersions"]]
    checks.equal("the pages of ListLayerVersions", (len(pages), numbers), (2, list(range(60, 0, -1))))

    code = {"ZipFile": FIRST}
    client.create_function(FunctionName=function, Runtime="python3.12", Role=ROLE, Handler="index.handler", Code=code)
    for number in range(4):
        archive = zip_of({"index.py": str(number)})
        client.update_function_code(FunctionName=function, ZipFile=archive, Publish=True)
    paginator = client.get_paginator("list_versions_by_function")
    pages = list(paginator.paginate(FunctionName=function, PaginationConfig={"PageSize": 2}))
    versions = [version["Version"] for page in pages for version in page["Versions"]]
    checks.equal("the pages of ListVersionsByFunction", (len(pages), versions), (3, ["$LATEST", "1", "2", "3", "4"]))


def malformed(checks):
    """What is not even of the right type is told apart from what violates a constraint."""
    layers, versions = "2018-10-31/layers/l/versions", "2015-03-31/functions/f/versions"
    for path, body in [
        (versions, "{"),
        (versions, "[]"),
        (versions, '{"Description": 5}'),
        (versions, '{"CodeSha256": ["a"]}'),
        (layers, '{"Content": "archive"}'),
        (layers, '{"Content": {"ZipFile": "no base64"}}'),
        (layers, '{"Content": {}, "CompatibleRuntimes": "python3.12"}'),
        (layers, '{"Content": {}, "CompatibleRuntimes": [1]}'),
    ]:
        request = urllib.request.Request(f"{address()}/{path}", body.encode(), {"Content-Type": "application/json"})
        try:
            urllib.request.urlopen(request)
            found = None
        except urllib.error.HTTPError as error:
            found = (error.code, error.headers.get("x-amzn-errortype"))
        checks.equal(f"{path}, {body}", found, (400, "SerializationException"))


VERSION = {"FunctionName": "resize"}
LAYER_VERSION = {"LayerName": "shared", "Content": {"S3Bucket": "bucket", "S3Key": "key"}}

PATTERN = "satisfy regular expression pattern: .+"
RUNTIMES = ["python3.12"] * 15
NO_ENUM = r"satisfy constraint: \[Member must satisfy enum value set: \[.+\], Member must not be null\]"

# One line a constraint: where the value goes, the value, how it is shown, the rule it breaks.
VERSION_CONSTRAINTS = [
    ("FunctionName", "n" * 141, None, "have length less than or equal to 140"),
    ("FunctionName", "no name!", None, PATTERN),
    ("Description", "d" * 257, None, "have length less than or equal to 256"),
]
LAYER_CONSTRAINTS = [
    ("LayerName", "n" * 141, None, "have length less than or equal to 140"),
    ("LayerName", "no name!", None, PATTERN),
    ("Description", "d" * 257, None, "have length less than or equal to 256"),
    ("Content", None, "null", "not be null"),
    ("Content.S3Bucket", "bu", None, "have length greater than or equal to 3"),
    ("Content.S3Bucket", "b" * 64, None, "have length less than or equal to 63"),
    ("Content.S3Bucket", "bucket.", None, PATTERN),
    ("Content.S3Key", "", None, "have length greater than or equal to 1"),
    ("Content.S3Key", "k" * 1025, None, "have length less than or equal to 1024"),
    ("Content.S3ObjectVersion", "", None, "have length greater than or equal to 1"),
    ("Content.S3ObjectVersion", "v" * 1025, None, "have length less than or equal to 1024"),
    ("CompatibleRuntimes", [*RUNTIMES, "java21"], None, "have length less than or equal to 15"),
    ("CompatibleRuntimes", ["python3.12", "cobol"], None, NO_ENUM),
    ("LicenseInfo", "l" * 513, None, "have length less than or equal to 512"),
    ("CompatibleArchitectures", ["arm64", "x86_64", "arm64"], None, "have length less than or equal to 2"),
    ("CompatibleArchitectures", ["arm64", "pdp11"], None, NO_ENUM),
]
# What breaks as many of them as possible in one request, and how often.
TOGETHER = {
    "PublishVersion": (
        {"FunctionName": "!" * 141, "Description": "d" * 257},
        ["functionName", "functionName", "description"],
    ),
    "PublishLayerVersion": (
        {
            "LayerName": "!" * 141,
            "Description": "d" * 257,
            "Content": {"S3Bucket": "b" * 63 + ".", "S3Key": "", "S3ObjectVersion": "v" * 1025},
            "CompatibleRuntimes": [*RUNTIMES, "cobol"],
            "LicenseInfo": "l" * 513,
            "CompatibleArchitectures": ["pdp11", "x86_64", "vax"],
        },
        [
            "layerName",
            "layerName",
            "description",
            "content.s3Bucket",
            "content.s3Bucket",
            "content.s3Key",
            "content.s3ObjectVersion",
            "compatibleRuntimes",
            "compatibleRuntimes",
            "licenseInfo",
            "compatibleArchitectures",
            "compatibleArchitectures",
        ],
    ),
}


def constraints(connection, checks, operation, good, broken):
    """Every constraint of an operation, one by one and then together."""
    for path, value, shown, rule in broken:
        answer = connection.call(operation, with_value(good, path, value))
        member = ".".join(name[0].lower() + name[1:] for name in path.split("."))
        shown = shown or f"'{text(value)}'"
        expected = (
            f"1 validation error detected: Value {re.escape(shown)} at '{member}' failed to satisfy constraint: "
            f"Member must {rule}"
        )
        name = f"{operation}, {path}, {rule}"
        checks.equal(name, (answer.status, answer.error), (400, "ValidationException"))
        checks.that(name, re.fullmatch(expected, answer.message or ""), answer)

    members, expected = TOGETHER[operation]
    answer = connection.call(operation, members)
    checks.equal(f"{operation}, together", (answer.status, answer.error), (400, "ValidationException"))
    found = re.findall(r" at '([A-Za-z0-9.]+)' failed to satisfy constraint: Member must ", answer.message or "")
    checks.equal(f"{operation}, together", found, expected)
    start = f"{len(expected)} validation errors detected: "
    checks.that(f"{operation}, together", (answer.message or "").startswith(start), answer)


def with_value(members, path, value):
    """The same members with another value at a dotted path; without it, for None."""
    first, _, rest = path.partition(".")
    if rest:
        return {**members, first: with_value(members.get(first, {}), rest, value)}
    others = {name: other for name, other in members.items() if name != first}
    return others if value is None else {**others, first: value}


def text(value):
    return f"[{', '.join(value)}]" if isinstance(value, list) else value


def fresh(kind):
    return f"{kind}-{uuid.uuid4().hex[:12]}"


if __name__ == "__main__":
    sys.exit(main())
