"""A table of a Comparison as a pandas data frame, with the columns of the terminal, CSV and the sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Comparison, Report
from compare.writing.tables.build import TABLES, build_table
from compare.writing.wording import Language, words_for

if TYPE_CHECKING:
    import pandas as pd


def to_frame(what: Comparison | Report, table: str, language: Language | None = None) -> pd.DataFrame:
    """The table ``outline``, ``facts``, ``sections``, ``diff``, ``indicators``, ``commitments`` or ``checks``.

    Columns are named by their keys; figures are Decimal, as the reports state them. A single report is taken as a
    Comparison of one. Raises KeyError for a table of another name.
    """
    import pandas as pd

    if table not in TABLES:
        raise KeyError(f"no table {table!r}; one of {', '.join(TABLES)}")
    comparison = what if isinstance(what, Comparison) else Comparison(reports=(what,), pairs=())
    built = build_table(comparison, table, words_for(comparison.reports, language))
    data = {column.key: [column.value(row) for row in built.rows] for column in built.columns}
    return pd.DataFrame(data, columns=[column.key for column in built.columns])
