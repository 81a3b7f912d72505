"""Files for the tests, made as they are needed: Word packages from their XML, and text in any encoding."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = f'<w:document xmlns:w="{W}"><w:body>'
TAIL = "</w:body></w:document>"


def package(parts: dict[str, str]) -> bytes:
    """A zip of the given parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A docx with this body; further parts by their name in word/ (styles, numbering, footnotes)."""
    named = {
        f"word/{name}.xml": xml.replace("<w:", f'<w:{name} xmlns:w="{W}"><w:', 1) + f"</w:{name}>"
        for name, xml in parts.items()
    }
    return package({"word/document.xml": HEAD + body + TAIL, **named})


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
