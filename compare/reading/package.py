"""Zip packages of XML parts (docx), opened with limits: a hostile file may be refused, never fill the memory."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from compare.errors import InputError

PART_LIMIT = 20_000_000
"""Bytes of one unpacked part; a long report's text has one or two million."""
PARTS_LIMIT = 5_000
ADVICE = "open it in Word and save it again as docx"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What the standard library raises on a damaged archive, depending on where it is damaged."""


class Package:
    """The parts of a package, read when asked for."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as error:
            raise self._damaged(error) from error
        self.names = tuple(self._archive.namelist())
        if len(self.names) > PARTS_LIMIT:
            raise InputError(file, f"holds more than {PARTS_LIMIT} parts", ADVICE)

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, or None where the package has no such part. Raises InputError where it can't be read."""
        if name not in self.names:
            return None
        data = self._bytes(name).replace(STRICT, TRANSITIONAL)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise InputError(self._file, f"declares XML entities in {name}, as no Word file does", ADVICE)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(error) from error

    def _bytes(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as part:
                data = part.read(PART_LIMIT + 1)
        except DAMAGE as error:
            raise self._damaged(error) from error
        if len(data) > PART_LIMIT:
            raise InputError(self._file, f"unpacks to more than {PART_LIMIT // 1_000_000} MB", ADVICE)
        return data

    def _damaged(self, error: Exception) -> InputError:
        reason = str(error).split("\n")[0][:100]
        return InputError(self._file, f"is a damaged docx ({reason})", ADVICE)
