"""How the models learn: by Adam, the body at one rate and what the published model lacks at another."""

import argparse
import random
import re
import time
from pathlib import Path

import torch

# The rate never falls below this share of its highest.
LEAST_RATE = 0.02
# Processors that do not multiply 16-bit floats themselves are some thirty times slower at it.
CPU = Path("/proc/cpuinfo")
MULTIPLIES_HALVES = CPU.exists() and re.search(r"\b(avx512_bf16|amx_bf16|bf16)\b", CPU.read_text()) is not None


def in_halves():
    """What is computed within it is computed in 16-bit floats, where that is the faster way."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=MULTIPLIES_HALVES)


class Descent:
    """Steps down a loss. The rates given are the highest; each step goes at a share of them."""

    def __init__(self, model, rate, head_rate):
        groups = [
            {"params": list(model.learnt().values()), "peak": rate},
            {"params": model.head(), "peak": head_rate},
        ]
        self.model = model
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.0)

    def slow_down(self, risen, done):
        """Sets the rate: `risen` is how far it has risen at the beginning, `done` the share of the learning behind."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * min(1, risen) * max(LEAST_RATE, 1 - done)

    def steps_for(self, minutes, warm_up):
        """The numbers of the steps of so many minutes, each at its rate, which rises in this share of the time."""
        began, step = time.time(), 0
        while (done := (time.time() - began) / (60 * minutes)) < 1:
            step += 1
            self.slow_down(done / warm_up + 0.02, done)
            yield step

    def step(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()


def begin(seed):
    """The same numbers are drawn for the same seed; two cores."""
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(2)


def options_of(description, *, rate, head_rate):
    """A parser of the options that all trainings have."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=rate, help="of learning, at its highest")
    parser.add_argument("--head-rate", type=float, default=head_rate, help="the same, of what the published model lacks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a file for the trained parameters")
    parser.add_argument("--start", help="such a file to go on from")
    return parser


def mean(values):
    return sum(values) / max(1, len(values))
