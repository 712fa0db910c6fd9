"""How both models learn: by Adam, the body at one rate and what the published model lacks at another."""

import torch

# The rate never falls below this share of its highest.
LEAST_RATE = 0.02


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

    def step(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()


def mean(values):
    return sum(values) / max(1, len(values))
