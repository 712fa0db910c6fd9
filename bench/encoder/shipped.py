"""Takes a model up again from the files that the bot runs, which are rounded to a byte for each weight."""

import json
import math

import numpy as np
import onnx
import torch
from onnx import numpy_helper


@torch.no_grad()
def take_up(model, folder):
    """Sets what was learnt of the body, and those heads that both models have."""
    described = json.loads((folder / "adaptation.json").read_text())
    data = (folder / "adaptation.bin").read_bytes()
    for name, parameter in model.learnt().items():
        difference = described["tensors"][name]
        rows, columns = difference["rows"], parameter.numel() // difference["rows"]
        scales = np.frombuffer(data, np.float32, rows, difference["scales"])
        steps = np.frombuffer(data, np.int8, rows * columns, difference["steps"]).reshape(rows, columns)
        parameter += torch.tensor(steps * scales[:, None]).view(parameter.shape)
    graph = onnx.load(folder / "graph.onnx", load_external_data=False).graph
    heads = {tensor.name.split(".")[-1]: tensor for tensor in graph.initializer if not tensor.external_data}
    for name, parameter in model.named_parameters():
        if name in heads:
            parameter.copy_(torch.tensor(numpy_helper.to_array(heads[name])).view(parameter.shape))
            continue
        _, _, scale = name.partition("log_scale_")
        if scale in described.get("scale", {}):
            parameter.fill_(math.log(described["scale"][scale]))
