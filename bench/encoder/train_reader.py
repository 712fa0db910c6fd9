"""Trains the passage reader on labelled reports, and writes what it learnt.

    /usr/bin/python3 bench/encoder/train_reader.py

It needs what `train.py` needs, takes about an hour on two cores that multiply 16-bit floats, and writes the files of
`src/search/encoder/reading`. Every tenth report is kept back, and what the reader reaches on those is printed.
"""

import random

import torch
import torch.nn.functional as F

from export import write_reader
from labels import ROLES, denials, numbers, topics
from learning import Descent, begin, in_halves, mean, options_of
from model import PassageReader, joined, padded, published_weights
from shipped import take_up
from texts import HERE, MOST_PIECES, pieces_of, read_reports, split

TARGET = HERE.parents[1] / "src/search/encoder/reading"
# Passages with numbers, and passages with topics, of a step.
NUMBERED = 12
FILED = 8
# Pairs of passages of every second step, and the dossiers that they come from.
PAIRS = 24
DOSSIERS = 6
# A passage that denies is read with all that it denies, and with so many near to it that it does not.
UNDENIED = 4
# Of those nearest so many may be taken.
NEAREST = 20
# Most numbers count nobody.
NOBODY = 0.5
# How much each task counts beside the roles of numbers.
SHARES = {"topics": 5, "kinds": 0.3, "speakers": 0.5}
# The share of the time in which the rate of learning rises.
WARM_UP = 0.06


class Labels:
    """The word pieces of all passages, and what is labelled of them, by their texts."""

    def __init__(self, reports):
        texts, known = set(), {}
        self.topics = {}
        for report in reports:
            for passage, counted, labels in zip(report["passages"], numbers(report), topics(report)):
                texts.add(passage)
                if labels is not None:
                    self.topics[passage] = labels
                if counted:
                    known[passage] = counted
                    texts.update(passage[:at] for number in counted for at in (number.at, *(number.speaker or ())))
        self.of = pieces_of(texts)
        self.numbers = {text: self.places(text, counted) for text, counted in known.items()}

    def places(self, text, counted):
        """(piece, role, kind, (first, last piece of the speaker)) of the numbers that are read."""
        first = lambda at: len(self.of[text[:at]]) - 1
        found = []
        for number in counted:
            start, end = number.speaker or (0, 0)
            speaker = number.speaker and ((first(start), first(end) - 1) if end else (0, 0))
            if max(first(number.at), *(speaker or (0,))) < min(len(self.of[text]), MOST_PIECES) - 1:
                found.append((first(number.at), number.role, number.kind, speaker))
        return found


def read(reader, texts, labels):
    """The odds of the topics of each text, and the states of its pieces."""
    with in_halves():
        odds, states = reader(*padded([labels.of[text] for text in texts]))
    return odds, [rows[: len(labels.of[text])] for text, rows in zip(texts, states)]


def topic_loss(odds, texts, labels):
    """What the odds of labelled passages lack."""
    labelled = [i for i, text in enumerate(texts) if text in labels.topics]
    if not labelled:
        return torch.tensor(0.0)
    rows = [labels.topics[texts[i]] for i in labelled]
    shown = torch.tensor([[label is not None for label in row] for row in rows])
    wanted = torch.tensor([[label or 0.0 for label in row] for row in rows])
    return F.binary_cross_entropy_with_logits(odds[labelled][shown], wanted[shown])


def number_loss(reader, texts, states, labels):
    """The same of their numbers: what they count, whether that is all, and who gave them."""
    roles, kinds, speakers = [], [], []
    share = torch.tensor([1.0] * (len(ROLES) - 1) + [NOBODY])
    for text, rows in zip(texts, states):
        if not labels.numbers.get(text):
            continue
        at, role, kind, speaker = zip(*labels.numbers[text])
        told = reader.numbers_of(rows, list(at))
        roles.append(F.cross_entropy(told[0], torch.tensor(role), share, reduction="none"))
        counted = [n for n in range(len(at)) if kind[n] is not None]
        if counted:
            kinds.append(F.cross_entropy(told[1][counted], torch.tensor([kind[n] for n in counted]), reduction="none"))
        named = [n for n in counted if speaker[n] is not None]
        for end in (0, 1) if named else ():
            places = torch.tensor([speaker[n][end] for n in named])
            speakers.append(F.cross_entropy(told[2 + end][named], places, reduction="none"))
    parts = ((1, roles), (SHARES["kinds"], kinds), (SHARES["speakers"], speakers))
    return sum((weight * torch.cat(some).mean() for weight, some in parts if some), torch.tensor(0.0))


@torch.no_grad()
def denial_pairs(reader, report, labels):
    """(first, second, whether the first denies the second) of a report: those labelled, and those near that are not."""
    passages = report["passages"]
    _, states = read(reader, passages, labels)
    means = F.normalize(torch.stack([rows.mean(0) for rows in states]), dim=-1)
    nearest = (means @ means.T).argsort(descending=True).tolist()
    labelled = denials(report)
    denied = {(denying, side) for denying, sides in labelled for side in sides}
    pairs = [(*pair, 1.0) for pair in denied]
    for denying, sides in labelled:
        others = [i for i in nearest[denying][:NEAREST] if i != denying and (denying, i) not in denied]
        pairs += [(denying, i, 0.0) for i in random.sample(others, min(len(others), UNDENIED))]
        # What is denied does not deny; nor do others that are near to what is denied.
        side = random.choice(sides)
        pairs += [(side, denying, 0.0)] if (side, denying) not in denied else []
        others = [i for i in nearest[side][:NEAREST] if i != side and (i, side) not in denied]
        pairs += [(i, side, 0.0) for i in random.sample(others, min(len(others), 1))]
        # Nor does a passage deny anything that is not labelled so.
        plain = random.choice(range(len(passages)))
        near = random.choice(nearest[plain][:NEAREST])
        pairs += [(plain, near, 0.0)] if plain != near and plain not in dict(labelled) else []
    return [(passages[first], passages[second], label) for first, second, label in pairs]


def denies(reader, pairs, labels):
    """The odds that the first of each pair denies the second."""
    with in_halves():
        return reader.denies(*joined([(labels.of[first], labels.of[second]) for first, second, _ in pairs]))


def learn(reader, used, labels, options):
    """For so many minutes: labelled passages at every step, pairs of passages at every second one."""
    descent = Descent(reader, options.rate, options.head_rate)
    texts = [text for report in used for text in report["passages"]]
    numbered = [text for text in texts if labels.numbers.get(text)]
    filed = [text for text in texts if text in labels.topics]
    denying = [report for report in used if report.get("denials")]
    pairs, told, denied = [], [], []
    for step in descent.steps_for(options.minutes, WARM_UP):
        some = random.sample(numbered, NUMBERED) + random.sample(filed, FILED)
        odds, states = read(reader, some, labels)
        loss = SHARES["topics"] * topic_loss(odds, some, labels) + number_loss(reader, some, states, labels)
        told.append(loss.item())
        if step % 2 == 0:
            while len(pairs) < PAIRS:
                pairs += [pair for report in random.sample(denying, DOSSIERS) for pair in denial_pairs(reader, report, labels)]
                random.shuffle(pairs)
            part, pairs = pairs[:PAIRS], pairs[PAIRS:]
            wanted = torch.tensor([label for *_, label in part])
            denial_loss = F.binary_cross_entropy_with_logits(denies(reader, part, labels), wanted)
            denied.append(denial_loss.item())
            loss = loss + denial_loss
        descent.step(loss)
        if step % 50 == 0:
            print(f"  step {step}: labels {mean(told[-50:]):.3f}, denials {mean(denied[-25:]):.3f}", flush=True)


@torch.no_grad()
def measure(reader, reports, labels):
    """Recall and precision at even odds of topics, roles and denials; share of speakers told right of those of figures."""
    found, speakers = {"topics": [], "roles": [], "denials": []}, []
    for report in reports:
        odds, states = read(reader, report["passages"], labels)
        for text, topic_odds, rows in zip(report["passages"], odds.tolist(), states):
            for value, label in zip(topic_odds, labels.topics.get(text, [])):
                if label is not None:
                    found["topics"].append((value > 0, label == 1, label == 1))
            places = labels.numbers.get(text, [])
            if not places:
                continue
            roles, _, starts, ends = reader.numbers_of(rows, [place[0] for place in places])
            for n, (_, role, _, speaker) in enumerate(places):
                told, nobody = int(roles[n].argmax()), len(ROLES) - 1
                found["roles"].append((told != nobody, role != nobody, told == role))
                if role != nobody and speaker is not None:
                    speakers.append((int(starts[n].argmax()), int(ends[n].argmax())) == speaker)
        pairs = denial_pairs(reader, report, labels) if report.get("denials") else []
        if pairs:
            for value, (*_, label) in zip(denies(reader, pairs, labels).tolist(), pairs):
                found["denials"].append((value > 0, label == 1, label == 1))
    told = [f"{name} {recall_precision(rows)}" for name, rows in found.items()]
    return f"{', '.join(told)}, speakers {mean([float(right) for right in speakers]):.2f}"


def recall_precision(rows):
    """Of rows of whether it was found, whether it is there, and whether what was found is right."""
    hits = sum(found and right for found, _, right in rows)
    return f"{hits / max(1, sum(there for _, there, _ in rows)):.2f}/{hits / max(1, sum(found for found, *_ in rows)):.2f}"


def train(options):
    begin(options.seed)
    reports = [report for report in read_reports() if {"topics", "figures", "denials"} & report.keys()]
    labels = Labels(reports)
    used, kept_back = split(reports)
    reader = PassageReader()
    if options.on:
        take_up(reader, TARGET)
    if options.start:
        reader.load_state_dict(torch.load(options.start), strict=False)
    print(f"{len(used)} reports to learn from, {len(kept_back)} kept back; before: {measure(reader, kept_back, labels)}", flush=True)
    learn(reader, used, labels, options)
    print(f"after: {measure(reader, kept_back, labels)}", flush=True)
    if options.keep:
        torch.save(reader.state_dict(), options.keep)
    return reader


if __name__ == "__main__":
    parser = options_of(__doc__, rate=6e-5, head_rate=2e-3)
    parser.add_argument("--minutes", type=float, default=60, help="how long to learn")
    parser.add_argument("--on", action="store_true", help="go on from the reader that ships")
    write_reader(train(parser.parse_args()), published_weights(), TARGET)
