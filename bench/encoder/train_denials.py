"""Trains the model that tells which passage denies which, on labelled reports, and writes what it learnt.

    /usr/bin/python3 bench/encoder/train_denials.py

It needs what `train.py` needs, goes on from the reranker that ships, takes about an hour on two cores that multiply
16-bit floats, and writes the files of `src/search/encoder/denying`. Every tenth report is kept back, and what the model
reaches on those is printed.
"""

import random

import torch
import torch.nn.functional as F

from export import write_denial_reader
from labels import DENYING, TOPICS, denials
from learning import Descent, begin, in_halves, mean, options_of
from model import DenialReader, Encoder, PassageReader, joined, padded, published_weights
from shipped import take_up
from texts import HERE, pieces_of, read_reports, split
from train_reader import recall_precision

MODELS = HERE.parents[1] / "src/search/encoder"
# Measured on passages that deny, or for which the passage reader has these odds at least, with so many nearest to each.
MAY_DENY = 0
COMPARED = 12
# Denials of a step. Each is read with one or two passages that it denies, and with so many that it does not.
DENIALS = 20
WRONG = 4
# Of the wrong ones so many are any of the report's; the others are of the nearest.
ANY = 1
# What deny nothing are passages for which the reader's odds are above these, at a share of the denials of a step.
SEEMS = -2.5
PLAIN = 0.6
# In this share of the cases what is denied is read as if it denied, and another denial of the same as if it were denied.
TURNED = 0.3
ALIKE = 0.7
# Passages that are read at once, of alike length.
AT_ONCE = 48
# The share of the time in which the rate of learning rises.
WARM_UP = 0.04
# Chances from which on a pair counts as found where that is measured.
CHANCES = (0.5, 0.7, 0.8, 0.9)


class Dossier:
    """The passages of a report, those nearest to each, and which deny which."""

    def __init__(self, report, nearest, odds):
        self.passages = report["passages"]
        self.nearest = nearest
        self.denied = {}
        for denying, sides in denials(report):
            self.denied.setdefault(denying, []).extend(sides)
        rows = range(len(self.passages))
        self.seeming = [row for row in rows if row not in self.denied and odds[row] > SEEMS]
        self.read = [row for row in rows if odds[row] >= MAY_DENY or row in self.denied]

    def plain(self, row):
        """Those near to a passage that it does not deny, the nearest first."""
        return [i for i in self.nearest[row] if i not in self.denied.get(row, ())]

    def case(self, row):
        """(first, second) for one passage: first those that it denies; and how many these are."""
        sides = self.denied.get(row, [])
        right = random.sample(sides, min(len(sides), random.choice([1, 1, 2])))
        near = self.plain(row)[:COMPARED]
        wrong = random.sample(near, min(len(near), WRONG + (not right) - ANY))
        rest = [i for i in self.plain(row) if i not in wrong]
        wrong += random.sample(rest, min(len(rest), ANY))
        pairs = [(row, i) for i in right + wrong]
        if right and random.random() < TURNED and row not in self.denied.get(right[0], ()):
            pairs.append((right[0], row))
        alike = [i for i, denied in self.denied.items() if i != row and i not in sides and not {*denied}.isdisjoint(sides)]
        if alike and random.random() < ALIKE:
            pairs.append((row, random.choice(alike)))
        return [(self.passages[first], self.passages[second]) for first, second in pairs], len(right)


@torch.no_grad()
def in_batches(texts, pieces, read):
    """What is read of texts, in batches of alike length, back in their order."""
    order = sorted(range(len(texts)), key=lambda i: len(pieces[texts[i]]))
    rows = [None] * len(texts)
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        with in_halves():
            told = read(*padded([pieces[texts[i]] for i in some]))
        for i, row in zip(some, told.float()):
            rows[i] = row
    return torch.stack(rows)


def dossiers_of(reports, pieces):
    """The encoder tells what is near, and the reader what may deny, as they do for the bot."""
    encoder, reader = Encoder(), PassageReader()
    take_up(encoder, MODELS / "comparing")
    take_up(reader, MODELS / "reading")
    found = []
    for report in reports:
        texts = report["passages"]
        vectors = in_batches(texts, pieces, lambda ids, mask: encoder(ids, mask, [[] for _ in ids])[0])
        odds = in_batches(texts, pieces, lambda ids, mask: reader(ids, mask)[0])[:, TOPICS.index(DENYING)]
        cosines = vectors @ vectors.T
        cosines.fill_diagonal_(-2)
        nearest = [row[:-1] for row in cosines.argsort(descending=True).tolist()]
        found.append(Dossier(report, nearest, odds.tolist()))
    return found


def odds_of(model, pairs, pieces):
    """The odds that the first of each pair denies the second, in the order of the pairs."""
    order = sorted(range(len(pairs)), key=lambda i: len(pieces[pairs[i][0]]) + len(pieces[pairs[i][1]]))
    parts = []
    for start in range(0, len(order), AT_ONCE):
        some = [pairs[i] for i in order[start : start + AT_ONCE]]
        with in_halves():
            parts.append(model(*joined([(pieces[first][:128], pieces[second]) for first, second in some])))
    back = torch.empty(len(order), dtype=torch.long)
    back[order] = torch.arange(len(order))
    return torch.cat(parts)[back]


def loss_of(model, cases, pieces):
    """What is denied has higher odds than what is not and than even ones; and each pair the odds that it deserves."""
    odds = odds_of(model, [pair for pairs, _ in cases for pair in pairs], pieces)
    losses = []
    for scores, (_, right) in zip(odds.split([len(pairs) for pairs, _ in cases]), cases):
        every = torch.cat([scores, torch.zeros(1)])
        wanted = (torch.arange(len(scores)) < right).float()
        each = F.binary_cross_entropy_with_logits(scores, wanted)
        losses.append(torch.logsumexp(every, 0) - torch.logsumexp(every[:right] if right else every[-1:], 0) + each)
    return torch.stack(losses).mean()


def learn(model, used, pieces, options):
    """For so many minutes: every denial in turn, and some passages that only seem to deny."""
    descent = Descent(model, options.rate, options.head_rate)
    denying = [(dossier, row) for dossier in used for row in dossier.denied]
    seeming = [(dossier, row) for dossier in used for row in dossier.seeming]
    waiting, losses = [], []
    for step in descent.steps_for(options.minutes, WARM_UP):
        if len(waiting) < DENIALS:
            waiting = denying + random.sample(seeming, min(len(seeming), int(PLAIN * len(denying))))
            random.shuffle(waiting)
        cases = [dossier.case(row) for dossier, row in (waiting.pop() for _ in range(DENIALS))]
        loss = loss_of(model, cases, pieces)
        losses.append(loss.item())
        descent.step(loss)
        if step % 50 == 0:
            print(f"  step {step}: loss {mean(losses[-50:]):.3f}", flush=True)
            if options.keep:
                torch.save(model.state_dict(), options.keep)


@torch.no_grad()
def measure(model, kept_back, pieces):
    """Recall and precision of denials among pairs such as the bot reads, from some chances on."""
    rows = []
    for dossier in kept_back:
        for first in dossier.read:
            near = dossier.nearest[first][:COMPARED]
            told = odds_of(model, [(dossier.passages[first], dossier.passages[second]) for second in near], pieces)
            denied = dossier.denied.get(first, ())
            rows += [(odds, second in denied) for second, odds in zip(near, told.sigmoid().tolist())]
            rows += [(0, True) for second in denied if second not in near]
    return ", ".join(
        f"{chance} {recall_precision([(value >= chance, there, there) for value, there in rows])}" for chance in CHANCES
    )


def train(options):
    begin(options.seed)
    reports = [report for report in read_reports() if report.get("denials")]
    pieces = pieces_of({passage for report in reports for passage in report["passages"]})
    used, kept_back = (dossiers_of(some, pieces) for some in split(reports))
    print(f"{len(used)} reports to learn from, {len(kept_back)} kept back", flush=True)
    model = DenialReader()
    take_up(model, MODELS / options.base)
    if options.start:
        model.load_state_dict(torch.load(options.start))
    print(f"before: {measure(model, kept_back, pieces)}", flush=True)
    learn(model, used, pieces, options)
    print(f"after: {measure(model, kept_back, pieces)}", flush=True)
    if options.keep:
        torch.save(model.state_dict(), options.keep)
    return model


if __name__ == "__main__":
    parser = options_of(__doc__, rate=1e-4, head_rate=1e-3)
    parser.add_argument("--minutes", type=float, default=50, help="how long to learn")
    parser.add_argument("--base", default="reranking", help="the folder of the model that it goes on from")
    write_denial_reader(train(parser.parse_args()), published_weights(), MODELS / "denying")
