"""Trains the reranker on questions about news, and writes what it learnt.

    /usr/bin/python3 bench/encoder/train_reranker.py

It needs what `train.py` needs, goes on from the encoder that ships (with `--on` from the reranker that ships), takes
more than an hour on two cores that multiply 16-bit floats, and writes the files of `src/search/encoder/reranking`.
Every tenth report is kept back, and what the reranker reaches on those is printed.
"""

import random

import torch
import torch.nn.functional as F

from export import write_reranker
from learning import Descent, begin, in_halves, mean, options_of
from model import Encoder, Reranker, joined, published_weights
from shipped import take_up
from texts import HERE, read_reports, split
from train import ROUGH, Batch, Pieces, balanced, match

MODELS = HERE.parents[1] / "src/search/encoder"
# Questions of a step. Each is read with so many passages that do not answer it, and with one or two that do.
QUESTIONS = 24
WRONG = 4
# Of the wrong ones so many are any of the report's; the others are of those that the encoder takes for the nearest.
ANY = 1
NEAREST = 10
# In this share of cases one of another report is read as well.
ELSEWHERE = 0.15
# Questions of reports with so many passages are taken twice as often: there is more to confuse.
LONG = 12
# Passages that are read at once, of alike length.
AT_ONCE = 48
# The share of the time in which the rate of learning rises.
WARM_UP = 0.04
# So many questions of either length are measured on, and of each so many passages are read there.
MEASURED = 1080
READ = 8


class Asked:
    """A question with the passages of its report, those first that match best."""

    def __init__(self, question, passages, answers):
        self.question = question
        self.nearest = passages[:READ]
        self.answers = [passage for passage in passages if passage in answers]
        self.others = [passage for passage in passages if passage not in answers]
        self.is_long = len(passages) >= LONG


@torch.no_grad()
def asked_of(report, pieces, encoder):
    """All questions of a report. Where all of them are read anyway, their order does not matter."""
    batch = Batch([report], pieces)
    if len(batch.passages) > READ:
        orders = match(encoder, batch, pieces)[0].argsort(descending=True).tolist()
    else:
        orders = [range(len(batch.passages))] * len(batch.questions)
    return [
        Asked(question, [batch.passages[i] for i in order], {batch.passages[i] for i in golds})
        for question, order, golds in zip(batch.questions, orders, batch.golds)
    ]


def pairs_of(asked, pieces, elsewhere):
    """(question, passage) for one question: first those that answer; and how many these are."""
    question = pieces.as_typed(asked.question, ROUGH)
    answers = random.sample(asked.answers, min(len(asked.answers), random.choice([1, 1, 2])))
    near = asked.others[:NEAREST]
    wrong = random.sample(near, min(len(near), WRONG + (not answers) - ANY))
    rest = [passage for passage in asked.others if passage not in wrong]
    wrong += random.sample(rest, min(len(rest), ANY))
    if random.random() < ELSEWHERE:
        wrong.append(random.choice(elsewhere))
    return [(question, passage) for passage in answers + wrong], len(answers)


def odds_of(reranker, pairs, pieces):
    """The odds that each passage answers its question, in the order of the pairs."""
    length = lambda i: len(pieces.of[pairs[i][0]]) + len(pieces.of[pairs[i][1]])
    order = sorted(range(len(pairs)), key=length)
    parts = []
    for start in range(0, len(order), AT_ONCE):
        some = [pairs[i] for i in order[start : start + AT_ONCE]]
        with in_halves():
            parts.append(reranker(*joined([(pieces.of[question], pieces.of[passage]) for question, passage in some])))
    back = torch.empty(len(order), dtype=torch.long)
    back[order] = torch.arange(len(order))
    return torch.cat(parts)[back]


def loss_of(reranker, asked, pieces, elsewhere):
    """What answers has higher odds than what does not and than even ones; and each passage the odds that it deserves."""
    sampled = [pairs_of(one, pieces, elsewhere) for one in asked]
    odds = odds_of(reranker, [pair for pairs, _ in sampled for pair in pairs], pieces)
    losses = []
    for scores, (_, answers) in zip(odds.split([len(pairs) for pairs, _ in sampled]), sampled):
        every = torch.cat([scores, torch.zeros(1)])
        right = scores[:answers] if answers else every[-1:]
        wanted = (torch.arange(len(scores)) < answers).float()
        each = F.binary_cross_entropy_with_logits(scores, wanted)
        losses.append(torch.logsumexp(every, 0) - torch.logsumexp(right, 0) + each)
    return torch.stack(losses).mean()


def learn(reranker, used, pieces, options):
    """For so many minutes, questions in any order; those of long reports twice before others come again."""
    descent = Descent(reranker, options.rate, options.head_rate)
    every = [one for questions in used for one in questions]
    many, few = ([one for one in every if one.is_long is is_long] for is_long in (True, False))
    elsewhere = [passage for one in every for passage in one.others[-1:]]
    waiting, losses = [], []
    for step in descent.steps_for(options.minutes, WARM_UP):
        if len(waiting) < QUESTIONS:
            waiting = many + many + random.sample(few, int(options.short * len(few)))
            random.shuffle(waiting)
        loss = loss_of(reranker, [waiting.pop() for _ in range(QUESTIONS)], pieces, elsewhere)
        losses.append(loss.item())
        descent.step(loss)
        if step % 50 == 0:
            print(f"  step {step}: loss {mean(losses[-50:]):.3f}", flush=True)
            if options.keep:
                torch.save(reranker.state_dict(), options.keep)


@torch.no_grad()
def measure(reranker, kept_back, pieces):
    """Of the passages that match best: how often one that answers is read first; whether any answers, balanced accuracy."""
    told = []
    for name, fits in (("short", lambda one: not one.is_long), ("long", lambda one: one.is_long)):
        first, decided = [], []
        for one in [one for questions in kept_back for one in questions if fits(one)][:MEASURED]:
            odds = odds_of(reranker, [(one.question, passage) for passage in one.nearest], pieces)
            decided.append((bool(odds.max() > 0), one.answers))
            if one.answers:
                first.append(one.nearest[int(odds.argmax())] in one.answers)
        told.append(f"{name} reports: first {mean(first):.3f}, balanced {balanced(decided):.3f}")
    return ", ".join(told)


def train(options):
    begin(options.seed)
    reports = [report for report in read_reports() if report["questions"]]
    pieces = Pieces(reports)
    encoder, reranker = Encoder(), Reranker()
    take_up(encoder, MODELS / "comparing")
    used, kept_back = ([asked_of(report, pieces, encoder) for report in some] for some in split(reports))
    if options.start:
        reranker.load_state_dict(torch.load(options.start))
    else:
        take_up(reranker, MODELS / ("reranking" if options.on else "comparing"))
    print(f"{len(used)} reports to learn from, {len(kept_back)} kept back; before: {measure(reranker, kept_back, pieces)}", flush=True)
    learn(reranker, used, pieces, options)
    print(f"after: {measure(reranker, kept_back, pieces)}", flush=True)
    return reranker


if __name__ == "__main__":
    parser = options_of(__doc__, rate=1e-4, head_rate=1e-3)
    parser.add_argument("--minutes", type=float, default=75, help="how long to learn")
    parser.add_argument("--on", action="store_true", help="go on from the reranker that ships, where there is no --start")
    parser.add_argument("--short", type=float, default=1, help="share of the questions of short reports in each round")
    write_reranker(train(parser.parse_args()), published_weights(), MODELS / "reranking")
