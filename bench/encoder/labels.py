"""What the reports say of their passages beside the questions: topics, figures and denials."""

import re

# The last is none of the bot's topics: a passage that reports something to be denied, or not so.
DENYING = "denials"
TOPICS = (
    "casualties claimed-by attackers hostages weapons locations timeline "
    "reactions accusations analysis background foiled video response"
).split() + [DENYING]
# What a number counts, and nothing of these last.
ROLES = "killed injured missing rescued aboard passengers crew attackers hostages arrested evacuated".split() + [None]
# Of all there are, of a part of them, of another event.
KINDS = ["whole", "part", "other"]
UNITS = "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million".split()
NUMBER = re.compile(
    r"\b(?:\d[\d,.]*\d|\d|no one|nobody|none|no|both|"
    + "|".join(UNITS)
    + r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)


class Number:
    """A number of a passage: where it stands, what it counts, and who gave it. Offsets are characters."""

    def __init__(self, at, role=None, kind=None, speaker=None):
        self.at = at
        self.role = ROLES.index(role)
        self.kind = KINDS.index(kind) if kind else None
        # None: it is not told here; (0, 0): the writer gives it.
        self.speaker = speaker


def numbers(report):
    """Of each passage its numbers, or None where the report's figures are not labelled."""
    if "figures" not in report:
        return [None] * len(report["passages"])
    found = [[] for _ in report["passages"]]
    for passage, string, number, role, kind, attribution in report["figures"]:
        text = report["passages"][passage - 1]
        start = text.find(string)
        at = start + string.find(number)
        if start < 0 or number not in string:
            continue
        speaker = (0, 0)
        if attribution:
            # The nearest to the number, if it is named several times.
            places = [match.start() for match in re.finditer(re.escape(attribution), text)]
            nearest = min(places, key=lambda place: abs(place - at), default=None)
            speaker = None if nearest is None else (nearest, nearest + len(attribution))
        found[passage - 1].append(Number(at, role, kind, speaker))
    for text, known in zip(report["passages"], found):
        taken = [number.at for number in known]
        end = 0
        for match in NUMBER.finditer(text):
            # "two dozen", "twenty-three": one number.
            goes_on = end and text[end : match.start()] in (" ", "-")
            end = match.end()
            if not goes_on and all(abs(match.start() - at) > 3 for at in taken):
                known.append(Number(match.start()))
    return found


def topics(report):
    """Of each passage for each topic 1, 0 or None, which is open; or None where nothing of it is labelled."""
    if "topics" not in report and "denials" not in report:
        return [None] * len(report["passages"])
    denying = {passage for passage, *_ in report.get("denials", [])}

    def label(passage, topic):
        if topic == DENYING:
            return float(passage in denying) if "denials" in report else None
        if "topics" not in report:
            return None
        at = report["topics"][topic]
        return 1.0 if passage in at["yes"] else None if passage in at["may"] else 0.0

    return [[label(passage, topic) for topic in TOPICS] for passage in range(1, len(report["passages"]) + 1)]


def denials(report):
    """(the passage that denies, those that assert what it denies), from 0; or None where they are not labelled."""
    if "denials" not in report:
        return None
    return [(denying - 1, [side - 1 for side in asserting]) for denying, asserting, _ in report["denials"]]
