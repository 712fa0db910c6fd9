"""Writes a trained model as the files that the bot runs: a graph, and the differences to the published weights.

The graph (ONNX, https://onnx.ai) holds no weights of the body: it names them, and the bot hands them over when it
loads the graph, the published ones and the differences summed up.
"""

import io
import json

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto

from labels import ROLES, TOPICS
from model import SIZE, WORD_DIMENSIONS

OPSET = 17


class Exported(torch.nn.Module):
    """One text, or two that are read together, as embedded word pieces, which are of kind 0 and 1."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def states(self, pieces, kinds):
        return self.model.states(pieces[None], kinds[None])[0]


class OneText(Exported):
    """One text, as embedded word pieces → their states, vectors and weights, the vector of the whole, and what it expects."""

    def forward(self, pieces, kinds):
        encoder = self.model
        states = self.states(pieces, kinds)
        whole = F.normalize(states.mean(0), dim=-1)
        words = F.normalize(states @ encoder.projection, dim=-1)
        weights = F.softplus(states @ encoder.gate + encoder.gate_bias)
        expected = encoder.expectation_bias + whole @ encoder.expectation
        return states, whole, words, weights / weights.sum(), expected.reshape(1)


class OneAnswer(Exported):
    """A question and a passage, as embedded word pieces → the odds that the passage answers."""

    def forward(self, pieces, kinds):
        reranker = self.model
        states = self.states(pieces, kinds)
        return (states[0] @ reranker.reading + reranker.reading_bias).reshape(1)


class OnePassage(Exported):
    """One passage, or two of which the first may deny the second → all that the bot asks of the passage reader.

    The odds of topics and of denial; and of each piece, were it a number, what it counts, and who gave it.
    """

    def forward(self, pieces, kinds):
        reader = self.model
        states = self.states(pieces, kinds)
        topics = reader.topics_of(states.mean(0))
        roles = states @ reader.roles + reader.roles_bias
        denies = states[0] @ reader.denial + reader.denial_bias
        return topics, roles, states @ reader.asks_speaker, states @ reader.is_speaker, denies.reshape(1)


class OneFiled(Exported):
    """One passage → the odds of its topics."""

    def forward(self, pieces, kinds):
        return self.model.topics_of(self.states(pieces, kinds).mean(0))


def write_encoder(encoder, published, target):
    outputs = ["states", "whole", "words", "weights", "expected"]
    described = {
        "dimensions": SIZE,
        "wordDimensions": WORD_DIMENSIONS,
        "scale": {"whole": encoder.log_scale_whole.exp().item(), "words": encoder.log_scale_words.exp().item()},
    }
    write(encoder, OneText(encoder.eval()), outputs, ["states", "words", "weights"], described, published, target)


def write_reranker(reranker, published, target):
    described = {"dimensions": SIZE}
    write(reranker, OneAnswer(reranker.eval()), ["answers"], [], described, published, target)


def write_reader(reader, published, target):
    outputs = ["topics", "roles", "asks", "named", "denies"]
    described = {"dimensions": SIZE, "topics": TOPICS, "roles": ROLES[:-1]}
    write(reader, OnePassage(reader.eval()), outputs, ["roles", "asks", "named"], described, published, target)


def write_classifier(classifier, published, target):
    described = {"dimensions": SIZE, "topics": TOPICS}
    write(classifier, OneFiled(classifier.eval()), ["topics"], [], described, published, target)


def exported(module, outputs, of_pieces):
    """The graph as PyTorch writes it, with all weights inside."""
    file = io.BytesIO()
    torch.onnx.export(
        module,
        (torch.zeros(9, SIZE), torch.zeros(9, dtype=torch.int32)),
        file,
        input_names=["pieces", "kinds"],
        output_names=outputs,
        dynamic_axes={name: {0: "count"} for name in ["pieces", "kinds", *of_pieces]},
        opset_version=OPSET,
        do_constant_folding=False,
    )
    return onnx.load_from_string(file.getvalue())


def write(trained, module, outputs, of_pieces, described, published, target):
    """`graph.onnx`, `adaptation.bin` and `adaptation.json` in the folder `target`.

    `of_pieces` are the outputs that have a row for each word piece; `described` is what the bot has to know.
    """
    model, data, tensors = exported(module, outputs, of_pieces), bytearray(), {}

    def put(array):
        data.extend(b"\0" * (-len(data) % 4))
        data.extend(array.tobytes())
        return len(data) - array.nbytes

    learnt = trained.learnt()
    for tensor in model.graph.initializer:
        name = tensor.name.removeprefix("model.body.").replace("/", ".")
        if name not in published:
            continue
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=name)
        tensors[name] = {}
        if name in learnt:
            # A signed byte for each number, and what a step is in each row.
            difference = learnt[name].detach().numpy() - published[name]
            rows = difference.reshape(-1, difference.shape[-1])
            scales = np.abs(rows).max(1, keepdims=True) / 127
            steps = np.round(rows / np.where(scales > 0, scales, 1)).astype(np.int8)
            tensors[name] = {"rows": len(rows), "scales": put(scales.astype(np.float32)), "steps": put(steps)}
    target.mkdir(exist_ok=True)
    (target / "graph.onnx").write_bytes(model.SerializeToString())
    (target / "adaptation.bin").write_bytes(data)
    (target / "adaptation.json").write_text(json.dumps({**described, "tensors": tensors}, indent=2) + "\n")
