"""ZIP archives, made so that the same input always gives the same bytes."""

import base64
import hashlib
import io
import zipfile


def zip_of(files):
    """An archive of these files (path to text), stored, in order."""
    return _zip(files, zipfile.ZIP_STORED)


def zip_filled(name, size, method):
    """An archive of one file of `size` `#` bytes."""
    methods = {"stored": zipfile.ZIP_STORED, "deflate": zipfile.ZIP_DEFLATED}
    return _zip({name: "#" * size}, methods[method])


def sha256(data):
    """The digest as Lambda tells it."""
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def _zip(files, method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for path, text in files.items():
            entry = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, text)
    return buffer.getvalue()
