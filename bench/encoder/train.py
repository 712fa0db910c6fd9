"""Trains the sentence encoder further on questions about news, and writes what it learnt.

    apt-get install python3-torch libopenblas0-pthread        # Debian 12 or later
    /usr/bin/python3 bench/encoder/train.py

It reads `reports/*.jsonl` beside it and the published weights in `node_modules`, takes some ten minutes on two cores
with AMX (hours without), and writes `adaptation.bin` and `adaptation.json` into `src/search/encoder`. Every tenth
report is kept back, and what the encoder reaches on those is printed after each round.
"""

import argparse
import json
import random
import re
import subprocess
import time
from pathlib import Path

import numpy as np
import torch

from model import Encoder, nearness_of_words, padded, published_weights, tensor_names

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src/search/encoder"
# How much it counts that another report does not answer.
OTHERS = 0.2
# Reports of one article have fewer passages.
SEVERAL_ARTICLES = 16
SENTENCE_END = re.compile(r"(?<=[a-z0-9%][.!?])\s+(?=[A-Z\"“‘'])|(?<=[.!?][\"”])\s+(?=[A-Z\"“])")


def read_reports():
    lines = [line for file in sorted(HERE.glob("reports/*.jsonl")) for line in file.read_text().splitlines()]
    return [json.loads(line) for line in lines if line]


def sentences(text):
    parts = SENTENCE_END.split(text)
    return parts if len(parts) > 1 else []


def word_pieces(reports):
    texts = set()
    for report in reports:
        texts.update(question for question, _ in report["questions"])
        for passage in report["passages"]:
            texts.update([passage, *sentences(passage)])
    texts = sorted(texts)
    run = subprocess.run(["node", HERE / "tokens.mjs"], input=json.dumps(texts).encode(), stdout=-1, check=True)
    return dict(zip(texts, json.loads(run.stdout)))


class Batch:
    """Some reports: their passages, and their questions with the passages that answer."""

    def __init__(self, reports):
        self.units, self.passage_of_unit, self.whole_units, self.report_of_passage = [], [], [], []
        self.questions, self.golds, self.report_of_question = [], [], []
        for number, report in enumerate(reports):
            base = len(self.report_of_passage)
            for passage in report["passages"]:
                units = [passage, *sentences(passage)]
                self.whole_units.append(len(self.units))
                self.units += units
                self.passage_of_unit += [len(self.report_of_passage)] * len(units)
                self.report_of_passage.append(number)
            for question, answers in report["questions"]:
                self.questions.append(question)
                self.golds.append([base + answer - 1 for answer in answers])
                self.report_of_question.append(number)


def encode(encoder, texts, pieces, size=64):
    """In batches of alike length; back in the order of the texts."""
    order = sorted(range(len(texts)), key=lambda i: len(pieces[texts[i]]))
    whole, words, weights = [None] * len(texts), [None] * len(texts), [None] * len(texts)
    for start in range(0, len(order), size):
        some = order[start : start + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            encoded = encoder(*padded([pieces[texts[i]] for i in some]))
        for row, i in enumerate(some):
            length = max(1, len(pieces[texts[i]]))
            whole[i], words[i], weights[i] = encoded[0][row], encoded[1][row, :length], encoded[2][row, :length]
    return torch.stack(whole), words, weights


def together(rows):
    mask = torch.arange(max(map(len, rows)))[None] < torch.tensor([len(row) for row in rows])[:, None]
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True), mask


def match(encoder, batch, pieces):
    """How well each passage matches each question, and what each question expects."""
    unit_whole, unit_words, _ = encode(encoder, batch.units, pieces)
    whole, words, weights = encode(encoder, batch.questions, pieces)
    cosines = whole @ unit_whole.T * encoder.log_scale_whole.exp()
    highest = cosines.max().detach()
    sums = torch.zeros(len(batch.questions), len(batch.report_of_passage)).index_add(
        1, torch.tensor(batch.passage_of_unit), torch.exp(cosines - highest)
    )
    passage_words, passage_mask = together([unit_words[i] for i in batch.whole_units])
    question_words, _ = together(words)
    question_weights, _ = together(weights)
    near = nearness_of_words(question_words, question_weights, passage_words, passage_mask)
    matches = torch.log(sums + 1e-20) + highest + near * encoder.log_scale_words.exp()
    return matches, encoder.expectation_bias + whole @ encoder.expectation


def masks(batch):
    """Which passages answer each question, and which stand in its report; last whether none does."""
    golds = torch.zeros(len(batch.questions), len(batch.report_of_passage) + 1, dtype=torch.bool)
    for row, gold in enumerate(batch.golds):
        golds[row, gold or [-1]] = True
    same = torch.tensor(batch.report_of_question)[:, None] == torch.tensor(batch.report_of_passage)[None]
    return golds, same


def surprise(scores, golds, allowed=None):
    """Minus the logarithm of the share that the golds have of the softmax."""
    shown = scores if allowed is None else scores.masked_fill(~allowed, -1e4)
    return torch.logsumexp(shown, 1) - torch.logsumexp(scores.masked_fill(~golds, -1e4), 1)


def loss_of(encoder, batch, pieces):
    """The passage that answers stands above those of its report and of other reports, and above nothing at all."""
    matches, expected = match(encoder, batch, pieces)
    golds, same = masks(batch)
    answered = ~golds[:, -1]
    ranking = surprise(matches, golds[:, :-1])[answered].mean()
    ranking = ranking + surprise(matches, golds[:, :-1], same)[answered].mean()
    every = torch.cat([matches, expected[:, None]], 1)
    allowed = torch.cat([same, torch.ones(len(same), 1, dtype=torch.bool)], 1)
    refusing = surprise(every, golds, allowed)
    # What is asked about one report is not answered by another: by that of the question half a batch away.
    elsewhere = torch.cat([same.roll(len(same) // 2, 0), allowed[:, -1:]], 1)
    is_other = ~(elsewhere[:, :-1] & same).any(1)
    nothing = torch.zeros_like(golds)
    nothing[:, -1] = True
    refusing_others = surprise(every, nothing, elsewhere)[is_other].mean()
    return ranking + 0.5 * (refusing[answered].mean() + refusing[~answered].mean()) + OTHERS * refusing_others


@torch.no_grad()
def measure(encoder, reports, pieces):
    """Share of questions whose passage stands first in its report, and first among ten reports; balanced accuracy."""
    first = alone = answerable = kept = refused = silent = 0
    for start in range(0, len(reports) - 9, 10):
        batch = Batch(reports[start : start + 10])
        matches, expected = match(encoder, batch, pieces)
        golds, same = masks(batch)
        within = matches.masked_fill(~same, -1e4)
        for row, gold in enumerate(batch.golds):
            answers = within[row].max() > expected[row]
            if gold:
                answerable += 1
                first += int(matches[row].argmax()) in gold
                alone += int(within[row].argmax()) in gold
                kept += bool(answers)
            else:
                silent += 1
                refused += not answers
    balanced = (kept / answerable + refused / silent) / 2
    return f"first of its report {alone / answerable:.3f}, of ten reports {first / answerable:.3f}, balanced {balanced:.3f}"


def learn(encoder, used, kept_back, pieces, *, rounds, per_batch, rate, head_rate, keep=None):
    """Goes through the reports so many times; the rate of learning rises at first and falls to the end."""
    head = set(encoder.head())
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in encoder.parameters() if p not in head], "peak": rate},
            {"params": list(head), "peak": head_rate},
        ],
        weight_decay=0.0,
    )
    used = list(used)
    steps = rounds * (len(used) // per_batch)
    step, began = 0, time.time()
    for round_number in range(1, rounds + 1):
        random.shuffle(used)
        losses = []
        for start in range(0, len(used) - per_batch + 1, per_batch):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1, step / 20) * max(0.02, 1 - step / steps)
            loss = loss_of(encoder, Batch(used[start : start + per_batch]), pieces)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
        mean = sum(losses) / len(losses)
        print(f"round {round_number}: loss {mean:.3f}, {measure(encoder, kept_back, pieces)}, {time.time() - began:.0f} s", flush=True)
        if keep:
            torch.save(encoder.state_dict(), keep)


def train(options):
    """First on all reports, then on those of several articles, which are nearest to what the bot meets."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    reports = read_reports()
    random.shuffle(reports)
    pieces = word_pieces(reports)
    kept_back, used = reports[::10], [report for i, report in enumerate(reports) if i % 10]
    several = [report for report in used if len(report["passages"]) >= SEVERAL_ARTICLES]
    encoder = Encoder()
    if options.start:
        encoder.load_state_dict(torch.load(options.start))
    else:
        with torch.no_grad():
            batch = Batch(used[:12])
            matches, _ = match(encoder, batch, pieces)
            encoder.expectation_bias.data = matches.masked_fill(~masks(batch)[1], -1e4).amax(1).mean()
    print(f"{len(used)} reports to learn from, {len(kept_back)} kept back; before: {measure(encoder, kept_back, pieces)}", flush=True)
    common = {"rate": options.rate, "head_rate": options.head_rate, "keep": options.keep}
    learn(encoder, used, kept_back, pieces, rounds=options.rounds, per_batch=12, **common)
    common["rate"] /= 2
    common["head_rate"] /= 2
    learn(encoder, several, kept_back, pieces, rounds=options.several_rounds, per_batch=4, **common)
    return encoder


def write(encoder):
    """The differences to the published weights, a signed byte each with a scale a row; the head as it is."""
    published, data, index = published_weights(), bytearray(), {"tensors": {}}

    def put(array):
        data.extend(b"\0" * (-len(data) % 4))
        data.extend(array.tobytes())
        return {"at": len(data) - array.nbytes, "size": int(array.size)}

    floats = lambda parameter: parameter.detach().numpy().astype(np.float32)
    for name, tensor in tensor_names().items():
        before = published[tensor]
        rows = (floats(getattr(encoder, name)) - before.squeeze()).reshape(-1, before.shape[-1])
        scales = np.abs(rows).max(1) / 127
        steps = np.where(scales > 0, scales, 1)[:, None]
        index["tensors"][tensor] = {
            "rows": len(rows),
            "scales": put(scales.astype(np.float32)),
            "differences": put(np.round(rows / steps).astype(np.int8))["at"],
        }
    index |= {
        "wordDimensions": encoder.projection.shape[1],
        "scale": {"whole": encoder.log_scale_whole.exp().item(), "words": encoder.log_scale_words.exp().item()},
        "projection": put(floats(encoder.projection)),
        "gate": put(floats(encoder.gate)),
        "gateBias": encoder.gate_bias.item(),
        "expectation": put(floats(encoder.expectation)),
        "expectationBias": encoder.expectation_bias.item(),
    }
    (TARGET / "adaptation.bin").write_bytes(data)
    (TARGET / "adaptation.json").write_text(json.dumps(index, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2, help="how often each report is seen")
    parser.add_argument("--several-rounds", type=int, default=1, help="how often those of several articles are seen after that")
    parser.add_argument("--rate", type=float, default=1.2e-4, help="of learning, at its highest")
    parser.add_argument("--head-rate", type=float, default=3e-3, help="the same, of what the published model lacks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a file for the trained parameters after each round")
    parser.add_argument("--start", help="such a file to go on from")
    write(train(parser.parse_args()))
