"""Trains the classifier of passages on labelled reports, and writes what it learnt.

    /usr/bin/python3 bench/encoder/train_classifier.py

It needs what `train.py` needs, goes on from the passage reader that ships, learns nothing but which topics a passage
belongs to, takes 40 minutes on two cores that multiply 16-bit floats, and writes the files of
`src/search/encoder/classifying`. Every tenth report is kept back, and what the classifier reaches on those is printed.
"""

import random

import torch

from export import write_classifier
from labels import DENYING, TOPICS
from learning import Descent, begin, mean, options_of
from model import PassageReader, published_weights
from shipped import take_up
from texts import HERE, read_reports, split
from train_reader import SHARES, Labels, read, topic_loss
from train_reader import TARGET as READER

TARGET = HERE.parents[1] / "src/search/encoder/classifying"
# Passages of a step, of alike length; those of so many steps are drawn together.
AT_ONCE = 32
DRAWN = 40
# Passages that are measured at once.
MEASURED = 64
# The share of the time in which the rate of learning rises.
WARM_UP = 0.05


def batches(texts, labels):
    """All passages, some at a time, in any order."""
    random.shuffle(texts)
    length = lambda text: len(labels.of[text])
    drawn = AT_ONCE * DRAWN
    groups = [sorted(texts[start : start + drawn], key=length) for start in range(0, len(texts), drawn)]
    found = [group[start : start + AT_ONCE] for group in groups for start in range(0, len(group), AT_ONCE)]
    random.shuffle(found)
    return found


def learn(classifier, texts, labels, options):
    descent = Descent(classifier, options.rate, options.head_rate)
    waiting, losses = [], []
    for step in descent.steps_for(options.minutes, WARM_UP):
        waiting = waiting or batches(texts, labels)
        some = waiting.pop()
        loss = topic_loss(read(classifier, some, labels)[0], some, labels)
        losses.append(loss.item())
        # The heads learn as fast as beside other tasks.
        descent.step(SHARES["topics"] * loss)
        if step % 100 == 0:
            print(f"  step {step}: loss {mean(losses[-100:]):.3f}", flush=True)


@torch.no_grad()
def measure(classifier, texts, labels):
    """Recall and precision at even odds, and the mean over the topics of the average precision."""
    texts = sorted(texts, key=lambda text: len(labels.of[text]))
    parts = [texts[start : start + MEASURED] for start in range(0, len(texts), MEASURED)]
    odds = torch.cat([read(classifier, part, labels)[0].float() for part in parts])
    wanted = torch.tensor([[-1 if label is None else label for label in labels.topics[text]] for text in texts])
    commands = [k for k, topic in enumerate(TOPICS) if topic != DENYING]
    odds, wanted = odds[:, commands], wanted[:, commands]
    known, belongs = wanted >= 0, wanted == 1
    hits = (belongs & (odds > 0)).sum().item()
    averages = [average_precision(odds[known[:, k], k], belongs[known[:, k], k]) for k in range(len(commands))]
    recall, precision = hits / belongs.sum().item(), hits / (known & (odds > 0)).sum().item()
    return f"recall {recall:.3f}, precision {precision:.3f}, mean average precision {mean(averages):.3f}"


def average_precision(odds, belongs):
    """The mean of the precision down to each passage that belongs, the surest first."""
    belongs = belongs[odds.argsort(descending=True)].float()
    precision = belongs.cumsum(0) / torch.arange(1, len(belongs) + 1)
    return ((precision * belongs).sum() / belongs.sum().clamp(min=1)).item()


def train(options):
    begin(options.seed)
    reports = [report for report in read_reports() if {"topics", "denials"} & report.keys()]
    labels = Labels(reports)
    used, kept_back = (sorted({text for report in some for text in report["passages"] if text in labels.topics}) for some in split(reports))
    classifier = PassageReader()
    take_up(classifier, READER)
    print(f"{len(used)} passages to learn from, {len(kept_back)} kept back; before: {measure(classifier, kept_back, labels)}", flush=True)
    learn(classifier, used, labels, options)
    print(f"after: {measure(classifier, kept_back, labels)}", flush=True)
    if options.keep:
        torch.save(classifier.state_dict(), options.keep)
    return classifier


if __name__ == "__main__":
    parser = options_of(__doc__, rate=8e-5, head_rate=6e-4)
    parser.add_argument("--minutes", type=float, default=40, help="how long to learn")
    write_classifier(train(parser.parse_args()), published_weights(), TARGET)
