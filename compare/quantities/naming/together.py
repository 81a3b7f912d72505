"""Coordination: 工业、服务业增加值分别增长6%、7% gives each figure its own subject."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quantities.naming.phrases import Phrases, has_noun, text_of
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token
from compare.quantities.words import Names


def slots(
    spots: Sequence[Spot],
    clauses: Sequence[list[Token]],
    phrases: Phrases,
    names: Names,
) -> tuple[dict[int, str], dict[int, tuple[int, str]]]:
    """Names by the start of the figure, for figures that share a subject phrase item by item.

    Where 分别 stands without a subject, the second result says how many figures back its own is, and what is added to
    that one's name (占全市比重).
    """
    found: dict[int, str] = {}
    back: dict[int, tuple[int, str]] = {}
    items: list[str] = []
    for i, spot in enumerate(spots):
        run = _run(spots, i)
        if len(run) < 2 or spot.mention.kind == "medal" or spot.mention.start in found or spot.mention.start in back:
            continue
        words = [token for token in spot.left if token.start < spot.stop]
        if len(items) == len(run) and not phrases.from_left(phrases.before_figure(words, spot.mention.start)):
            found |= {member.mention.start: item for member, item in zip(run, items, strict=True)}
            continue
        subject, contrast = _subject(words, phrases, names)
        if subject and subject[0].text in names.words.share_verbs and i >= len(run):
            tail = text_of(subject)
            tail += "" if tail.endswith(names.words.share_nouns) else names.words.share_noun
            back |= {member.mention.start: (len(run), tail) for member in run}
            continue
        if not subject and any(token.text in names.words.apart for token in words):
            subject = _earlier(clauses, spot.clause, phrases)
            if i >= len(run) and len(_items(subject, names, run)) != len(run):
                back |= {member.mention.start: (len(run), "") for member in run}
                continue
        if not subject and _looks_back(spots, i, run):
            back |= {member.mention.start: (len(run), "") for member in run}
            continue
        if counted := _counted(spots, i, run, subject, words, names):
            back |= {member.mention.start: (len(run), counted) for member in run}
            continue
        new = _items(subject, names, run) if subject else []
        if len(new) == len(run):
            items = [_joined(item, contrast or _told(words, spot, phrases, names)) for item in new]
            found |= {member.mention.start: item for member, item in zip(run, items, strict=True)}
    return found, back


def _counted(
    spots: Sequence[Spot], i: int, run: Sequence[Spot], subject: Sequence[Token], words: Sequence[Token], names: Names
) -> str:
    """The measure that things counted in a row share (8家甲、6家乙营业收入分别增长…); empty where there is none."""
    before = spots[i - len(run) : i] if i >= len(run) else ()
    if not subject or not any(token.text in names.words.apart for token in words):
        return ""
    counts = all(spot.mention.kind == "count" and spot.clause == run[0].clause for spot in before)
    linked = bool(before) and counts and all(spot.link for spot in before[1:]) and before[-1].reached
    measure = subject[-1].text
    if len(measure) == 2 and len(subject) > 2 and subject[-2].text + measure in names.words.relational:
        measure = subject[-2].text + measure
    return measure if linked and measure in names.words.relational else ""


def _looks_back(spots: Sequence[Spot], i: int, run: Sequence[Spot]) -> bool:
    """Growths in a row behind as many levels, each with words of its own (A 3元，B 2元，增长5%和6%)."""
    before = spots[i - len(run) : i] if i >= len(run) else ()
    levels = [spot for spot in before if spot.reading.measure == "level" and spot.left]
    return len(levels) == len(run) and all(spot.reading.measure == "growth" for spot in run)


def _earlier(clauses: Sequence[list[Token]], clause: int, phrases: Phrases) -> list[Token]:
    """The subject of the clause before, where that has no figure (排放总量首次下降，分别下降…)."""
    if clause == 0 or any(token.figure >= 0 for token in clauses[clause - 1]):
        return []
    return phrases.subject(clauses[clause - 1])


def _run(spots: Sequence[Spot], first: int) -> list[Spot]:
    """The figure and those that follow it with nothing but a separator between."""
    run = [spots[first]]
    for spot in spots[first + 1 :]:
        if not (spot.link and spot.direct and spot.clause == run[0].clause):
            break
        run.append(spot)
    return run


def _subject(words: list[Token], phrases: Phrases, names: Names) -> tuple[list[Token], str]:
    """What stands before 分别 (or the figure), and the benchmark that all are held against."""
    apart = next((i for i, token in enumerate(words) if token.text in names.words.apart), None)
    if apart is None:
        return phrases.without_lead(phrases.before_figure(words, words[-1].end if words else 0)), ""
    rest = [*words[:apart], *words[apart + 1 :]]
    gap = phrases.gap(rest)
    end = apart if gap is None else min(apart, gap)
    subject = phrases.without_lead(phrases.before_figure(words[:end], words[end].start))
    return subject, "" if gap is None else text_of(rest[gap:])


def _items(subject: list[Token], names: Names, run: Sequence[Spot]) -> list[str]:
    """The subject divided into a name for each figure; they share its tail, unless that is what each counts."""
    count = len(run)
    parts: list[list[Token]] = [[]]
    for token in subject:
        if token.text in ("、", *names.words.joins):
            parts.append([])
            continue
        if token.text[0] == "“" and len(parts[-1]) == 1 and parts[-1][0].text[0] == "“":
            parts.append([])
        parts[-1].append(token)
    parts = [part for part in parts if part]
    if len(parts) == 1:
        return _paired(text_of(subject), names, count)
    if len(parts) != count:
        return []
    measured = parts[-1][-1].text.endswith(names.words.measure_heads)
    counted = len({member.mention.unit for member in run}) > 1 and parts[-1][-1].tag == "n" and not measured
    owner = _acting(parts, names) or _measured(parts, names)
    tail = "" if counted or owner else _tail(parts, names)
    texts = [text_of(part) for part in parts]
    texts = [text if text.endswith(tail) else text + tail for text in texts]
    return [texts[0], *(owner + text for text in texts[1:])]


def _acting(parts: list[list[Token]], names: Names) -> str:
    """Who does what the first item says, where the others are measures of the same (景区接待人次、经营收入)."""
    first, *others = parts
    verb = next((i for i, token in enumerate(first) if i and token.is_verb), 0)
    bare = all(len(part) <= 2 and part[-1].text in names.words.relational for part in others)
    return text_of(first[:verb]) if verb and verb < len(first) - 1 and bare else ""


def _measured(parts: list[list[Token]], names: Names) -> str:
    """What the first item is a measure of, where the others are measures and no more (口岸货运量、客运量)."""
    first, *others = parts
    ends = names.words.bare_measures
    texts = [text_of(part) for part in others]
    bare = all(
        len(text) <= 4 and text.endswith(ends) and not text.startswith(names.words.own_measures) for text in texts
    )
    measure = next((i for i in range(len(first) - 1, 0, -1) if not text_of(first[i:]).startswith(ends)), 0)
    return text_of(first[:measure]) if bare and measure and text_of(first).endswith(ends) else ""


def _told(words: Sequence[Token], spot: Spot, phrases: Phrases, names: Names) -> str:
    """What 分别 says of each item: 完成投资, or 完成年计划的 of a share; empty where it only joins."""
    apart = next((i for i, token in enumerate(words) if token.text in names.words.apart), None)
    if apart is None or spot.reading.measure != "level":
        return ""
    told = phrases.before_figure(words[apart + 1 :], spot.stop)
    if not told or not has_noun(told) or phrases.gap(words[apart + 1 :]) is not None:
        return ""
    of_all = words[-1].text == "的" and spot.mention.kind == "percent"
    return text_of(told) + (names.words.share_noun if of_all else "")


def _joined(item: str, told: str) -> str:
    """A name and what is told of it, said once (地方投资 and 完成投资)."""
    return item if told and item.endswith(told[-2:]) else item + told


def _paired(text: str, names: Names, count: int) -> list[str]:
    """城乡居民收入 is 城镇居民收入 and 农村居民收入."""
    for word, halves in names.pairs.items():
        if word in text and len(halves) == count:
            return [text.replace(word, half, 1) for half in halves]
    return []


def _adds(part: list[Token], names: Names) -> bool:
    """Whether an item says of its own that something is added (城镇新增就业)."""
    return any(token.text in names.words.keep and token.is_verb for token in part)


def _tail(parts: list[list[Token]], names: Names) -> str:
    """What the last item has behind its own noun and the others lack."""
    heads, last = names.words.measure_heads, parts[-1]
    if all(_adds(part, names) for part in (parts[0], last)):
        return ""
    if len(last) > 1 and parts[0][-1].text[-1] == last[-1].text[-1]:
        return ""
    if any(part[-1].text.endswith(heads) for part in parts[:-1]):
        return last[-1].text if last[-1].text == names.words.growth_noun else ""
    opener = next((word for word in names.words.modifiers if text_of(last).startswith(word)), "")
    if opener and text_of(parts[0]) in names.words.modifiers:
        return text_of(last)[len(opener) :]
    same = next((i for i, token in enumerate(last[:-1]) if parts[0][-1].text.endswith(token.text)), None)
    if same is not None:
        return text_of(last[same + 1 :])
    for i in range(1, len(last)):
        if last[i].text in names.words.tails:
            return text_of(last[i:])
    if len(last) == 1:
        return ""
    if last[-1].text in names.words.general_heads and len(last) > 2:
        return text_of(last[-2:])
    if last[-1].text.endswith(heads):
        return text_of(last[-1:] if len(last[-1].text) > 1 else last[-2:])
    own = len(parts[0])
    return text_of(last[own:] if own < len(last) else last[-1:])
