"""A boto3 client of the server under test, which sends whatever it is given and keeps what comes back."""

import json
import os

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = "us-east-1"
ACCOUNT = "123456789012"


class Connection:
    """Calls operations by name, and gives answers as they came: status, headers, and the body's JSON."""

    def __init__(self, address):
        self.client = boto3.client(
            "lambda",
            endpoint_url=address,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(
                parameter_validation=False,
                retries={"total_max_attempts": 1},
                read_timeout=120,
                proxies={},
            ),
        )
        self.client.meta.events.register("response-received.lambda", self._received)
        self._raw = None

    def _received(self, response_dict, **_):
        self._raw = response_dict

    def call(self, operation, members):
        """An answer, whether it is an error or not."""
        self._raw = None
        try:
            self.client._make_api_call(operation, members)
        except ClientError:
            pass
        if self._raw is None:
            raise RuntimeError(f"{operation} got no answer")
        return Answer(self._raw["status_code"], self._raw["headers"], self._raw["body"])


class Answer:
    """What came back."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.text = body.decode()
        self.body = json.loads(self.text) if self.text else {}

    @property
    def error(self):
        """The error's code, by its header."""
        return self.headers.get("x-amzn-errortype", "").split(":")[0] or None

    @property
    def message(self):
        """The error's text, however its member is spelt."""
        return self.body.get("message", self.body.get("Message"))

    def __str__(self):
        code = f" {self.error}" if self.error else ""
        return f"{self.status}{code} {self.text[:2000]}"


def address():
    """Where the server under test listens."""
    return os.environ["ADDRESS"]
