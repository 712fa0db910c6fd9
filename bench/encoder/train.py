"""Trains the sentence encoder further on questions about news, and writes what it learnt.

    apt-get install python3-torch python3-onnx libopenblas0-pthread        # Debian 12 or later
    /usr/bin/python3 bench/encoder/train.py

It reads `reports/*.jsonl` beside it and the published weights in `node_modules`, takes about 40 minutes on two cores
that multiply 16-bit floats, and writes the files of `src/search/encoder/comparing`.
Every tenth report is kept back, and what the encoder reaches on those is printed after each round.
"""

import random
import time

import torch

from export import write_encoder
from learning import Descent, begin, in_halves, mean, options_of
from model import Encoder, nearness_of_words, padded, published_weights
from texts import HERE, MOST_PIECES, pieces_of, read_reports, sentences, split

TARGET = HERE.parents[1] / "src/search/encoder/comparing"
# How much it counts that another report does not answer.
OTHERS = 0.2
# Share of the questions that are roughened.
ROUGH = 0.25
KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
CHAT = {"people": "ppl", "what": "wat", "because": "cuz", "the": "teh", "you": "u", "are": "r", "with": "w", "many": "meny"}
FUNCTION_WORDS = set("a an the is are was were be been do does did has have had of to in on at by for it its".split())


def roughened(question):
    """As it may be typed in haste: a slip of the finger, a word of chat, or nothing but the words that matter."""
    words = question.split()
    way = random.random()
    if way < 0.3:
        kept = [word for word in words if word not in FUNCTION_WORDS]
        return " ".join(kept if len(kept) > 1 else words)
    if way < 0.45:
        return " ".join(CHAT.get(word, word) for word in words)
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    for i in random.sample(long, min(len(long), 1 + (random.random() < 0.3))):
        word, at = words[i], random.randrange(1, len(words[i]) - 1)
        row = next((row for row in KEYS if word[at].lower() in row), "e")
        key = row[max(0, min(len(row) - 1, row.find(word[at].lower()) + random.choice([-1, 1])))]
        words[i] = random.choice(
            [
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + key + word[at + 1 :],
            ]
        )
    return " ".join(words)


class Pieces:
    """The word pieces of all texts, and the rough forms of questions."""

    def __init__(self, reports):
        texts = set()
        self.rough = {}
        for report in reports:
            for passage in report["passages"]:
                texts.update([passage, *sentences(passage)])
            for question, _ in report["questions"]:
                self.rough[question] = [roughened(question) for _ in range(3)]
                texts.update([question, *self.rough[question]])
        self.of = pieces_of(texts)

    def as_typed(self, question, share):
        """The question, in so many of the cases one of its rough forms."""
        return random.choice(self.rough[question]) if random.random() < share else question

    def spans(self, text):
        """Where the sentences of several lie among the pieces of the text, whose first stands for its start."""
        found, start = [], 1
        for sentence in sentences(text):
            end = min(start + len(self.of[sentence]) - 2, MOST_PIECES)
            if end > start:
                found.append((start, end))
            start = end
        return found


class Batch:
    """Some reports: their passages, and their questions with the passages that answer."""

    def __init__(self, reports, pieces, rough=0.0):
        self.passages, self.report_of_passage = [], []
        self.questions, self.golds, self.report_of_question = [], [], []
        for number, report in enumerate(reports):
            base = len(self.passages)
            self.passages += report["passages"]
            self.report_of_passage += [number] * len(report["passages"])
            for question, answers in report["questions"]:
                self.questions.append(pieces.as_typed(question, rough))
                self.golds.append([base + answer - 1 for answer in answers])
                self.report_of_question.append(number)


def encode(encoder, texts, pieces, with_spans=False, size=64):
    """In batches of alike length; back in the order of the texts. Last the vectors of spans, and whose they are."""
    order = sorted(range(len(texts)), key=lambda i: len(pieces.of[texts[i]]))
    whole, words, weights, parts, owners = [None] * len(texts), [None] * len(texts), [None] * len(texts), [], []
    for start in range(0, len(order), size):
        some = order[start : start + size]
        spans = [pieces.spans(texts[i]) if with_spans else [] for i in some]
        with in_halves():
            encoded = encoder(*padded([pieces.of[texts[i]] for i in some]), spans)
        parts.append(encoded[1])
        for row, i in enumerate(some):
            length = len(pieces.of[texts[i]])
            owners += [i] * len(spans[row])
            whole[i], words[i], weights[i] = encoded[0][row], encoded[2][row, :length], encoded[3][row, :length]
    return torch.stack(whole), words, weights, torch.cat(parts), owners


def together(rows):
    mask = torch.arange(max(map(len, rows)))[None] < torch.tensor([len(row) for row in rows])[:, None]
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True), mask


def match(encoder, batch, pieces):
    """How well each passage matches each question, and what each question expects."""
    passages, passage_words, _, parts, owners = encode(encoder, batch.passages, pieces, with_spans=True)
    whole, words, weights, _, _ = encode(encoder, batch.questions, pieces)
    units = torch.cat([passages, parts])
    unit_owners = torch.tensor([*range(len(batch.passages)), *owners])
    cosines = whole @ units.T * encoder.log_scale_whole.exp()
    highest = cosines.max().detach()
    sums = torch.zeros(len(batch.questions), len(batch.passages)).index_add(1, unit_owners, torch.exp(cosines - highest))
    near = nearness_of_words(together(words)[0], together(weights)[0], *together(passage_words))
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


def balanced(rows):
    """Of the decisions whether there is an answer: the mean of the shares that are right where there is one, and where not.

    A row is what was decided, and the passages that answer.
    """
    right = lambda some, wanted: mean([float(decided == wanted) for decided in some])
    return (right([d for d, gold in rows if gold], True) + right([d for d, gold in rows if not gold], False)) / 2


@torch.no_grad()
def measure(encoder, reports, pieces):
    """Share of questions whose passage stands first in its report, and first among ten reports; balanced accuracy."""
    first, alone, decided = [], [], []
    for start in range(0, len(reports) - 9, 10):
        batch = Batch(reports[start : start + 10], pieces)
        matches, expected = match(encoder, batch, pieces)
        golds, same = masks(batch)
        within = matches.masked_fill(~same, -1e4)
        for row, gold in enumerate(batch.golds):
            decided.append((bool(within[row].max() > expected[row]), gold))
            if gold:
                first.append(int(matches[row].argmax()) in gold)
                alone.append(int(within[row].argmax()) in gold)
    return f"first of its report {mean(alone):.3f}, of ten reports {mean(first):.3f}, balanced {balanced(decided):.3f}"


def learn(encoder, used, kept_back, pieces, *, rounds, per_batch, rate, head_rate, keep=None):
    """Goes through the reports so many times; the rate of learning rises at first and falls to the end."""
    descent = Descent(encoder, rate, head_rate)
    used = list(used)
    steps = rounds * (len(used) // per_batch)
    step, began = 0, time.time()
    for round_number in range(1, rounds + 1):
        random.shuffle(used)
        losses = []
        for start in range(0, len(used) - per_batch + 1, per_batch):
            step += 1
            descent.slow_down(step / 20, step / steps)
            batch = Batch(used[start : start + per_batch], pieces, ROUGH)
            loss = loss_of(encoder, batch, pieces)
            descent.step(loss)
            losses.append(loss.item())
            if step % 20 == 0:
                print(f"  step {step}: loss {mean(losses[-20:]):.3f}", flush=True)
        print(f"round {round_number}: {measure(encoder, kept_back, pieces)}, {time.time() - began:.0f} s", flush=True)
        if keep:
            torch.save(encoder.state_dict(), keep)


def train(options):
    begin(options.seed)
    reports = [report for report in read_reports() if report["questions"] and len(report["passages"]) >= options.least]
    random.shuffle(reports)
    pieces = Pieces(reports)
    used, kept_back = split(reports)
    encoder = Encoder()
    if options.start:
        encoder.load_state_dict(torch.load(options.start), strict=False)
    else:
        with torch.no_grad():
            batch = Batch(used[:12], pieces)
            matches, _ = match(encoder, batch, pieces)
            encoder.expectation_bias.data = matches.masked_fill(~masks(batch)[1], -1e4).amax(1).mean()
    print(f"{len(used)} reports to learn from, {len(kept_back)} kept back; before: {measure(encoder, kept_back, pieces)}", flush=True)
    rates = {"rate": options.rate, "head_rate": options.head_rate}
    learn(encoder, used, kept_back, pieces, rounds=options.rounds, per_batch=12, **rates, keep=options.keep)
    return encoder


if __name__ == "__main__":
    parser = options_of(__doc__, rate=1e-4, head_rate=2e-3)
    parser.add_argument("--rounds", type=int, default=3, help="how often each report is seen")
    parser.add_argument("--least", type=int, default=0, help="passages that a report must have to be learnt from")
    write_encoder(train(parser.parse_args()), published_weights(), TARGET)
