"""Fit the act head anew on the finished encoder: multinomial logistic regression over mean states.

In the joint training the act head is one loss among four and never settles. Here the encoder stands still, and
the head, which is linear in the mean states of cue and content, is fitted to convergence on our own stories and
sentences. Every example counts twice, with its cue and without, since headlines and single sentences of a
quotation are read without one. Acts are weighted to the shares that they have in stories.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody gives it

from evaluation.stories import ACTS
from training.corpora import Example
from training.network import Tagger
from training.train import CLS, SEP, WINDOW, build, load_tokenizer, own_examples

RIDGE = 3e-3
SHARES = {
    "state": 0.30,
    "request": 0.15,
    "reject": 0.15,
    "promise": 0.10,
    "accuse": 0.09,
    "announce": 0.06,
    "agree": 0.05,
    "threaten": 0.04,
    "propose": 0.03,
    "support": 0.03,
}
"""The share of each act among statements, from the development stories."""


def fit_acts(weights: Path, base: Path, out: Path) -> Path:
    """The weights with a new act head, saved into the folder ``out``; the path of the file."""
    tagger = build(base)
    tagger.load_state_dict(torch.load(weights))
    tagger.eval()
    features, acts = gather(tagger, own_examples(load_tokenizer(base)))
    head = fit(features, acts)
    width = features.shape[1] // 2
    with torch.no_grad():
        tagger.acts.weight.copy_(torch.cat([head[:, :width], head[:, width : 2 * width]]))
        tagger.acts.bias.copy_(torch.cat([torch.zeros(len(ACTS)), head[:, -1]]))
    path = out / "final.pt"
    torch.save(tagger.state_dict(), path)
    return path


def gather(tagger: Tagger, examples: list[Example]) -> tuple[Tensor, Tensor]:
    """Mean states of cue and content (n x 768), with and without the cue, and the acts."""
    rows, acts = [], []
    with torch.no_grad():
        for example in examples:
            states = encode_example(tagger, example) if example.acts else None
            for cue, content, act in example.acts:
                if not len(content):
                    continue
                at_content = states[content].mean(0)
                at_cue = states[cue].mean(0) if len(cue) else torch.zeros_like(at_content)
                rows += [torch.cat([at_cue, at_content]), torch.cat([torch.zeros_like(at_cue), at_content])]
                acts += [act, act]
    return torch.stack(rows), torch.tensor(acts)


def encode_example(tagger: Tagger, example: Example) -> Tensor:
    """The encoder's states of an example, window by window."""
    found = []
    for start in range(0, len(example.encoded.ids), WINDOW):
        ids = torch.from_numpy(example.encoded.ids[start : start + WINDOW])
        marks = torch.from_numpy(example.encoded.marks[start : start + WINDOW])
        whole = F.pad(F.pad(ids, (1, 0), value=CLS), (0, 1), value=SEP)[None]
        states = tagger.encoder(whole, F.pad(marks, (1, 1))[None], torch.ones(whole.shape))
        found.append(states[0, 1:-1])
    return torch.cat(found)


def fit(features: Tensor, acts: Tensor, ridge: float = RIDGE) -> Tensor:
    """Weights and bias (10 x 769) of the regression."""
    counts = Counter(acts.tolist())
    balance = torch.tensor([SHARES[name] * len(acts) / max(1, counts[index]) for index, name in enumerate(ACTS)])
    table = torch.cat([features, torch.ones(len(features), 1)], 1)
    weights = torch.zeros(len(ACTS), table.shape[1], requires_grad=True)
    solver = torch.optim.LBFGS([weights], max_iter=300, history_size=20, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        solver.zero_grad()
        value = F.cross_entropy(table @ weights.T, acts, balance) + ridge * weights[:, :-1].pow(2).sum()
        value.backward()
        return value

    solver.step(loss)
    return weights.detach()
