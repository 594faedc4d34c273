"""The network: MiniLM with a mark embedding, and heads for spans, links, acts and similarity.

pieces + marks -> encoder -> spans (7 BIO labels, decoded by a CRF)
-> keys and queries: does this piece belong to that cue's source or content?
-> acts (10), read at the cue and at the content
-> pooled: a sentence vector that stays close to the encoder it came from
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the name everybody gives it

LINK = 64


@dataclass(frozen=True)
class Shape:
    """The encoder's measures, as its config.json gives them."""

    vocab: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int

    @classmethod
    def read(cls, folder: Path) -> Shape:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        names = ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size")
        return cls(*(config[name] for name in names), config["max_position_embeddings"])


class Layer(nn.Module):
    """One BERT layer: self-attention and a feed-forward part, each followed by a layer norm.

    No dropout on the attention weights: with it, torch leaves its fused kernel and takes twice as long on a CPU.
    """

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.output = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = states.shape
        query, key, value = (
            part(states).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.attention_norm(states + self.dropout(self.output(mixed)))
        return self.norm(states + self.dropout(self.outer(F.gelu(self.inner(states)))))


class Encoder(nn.Module):
    """The six layers of MiniLM over word, position and mark embeddings."""

    def __init__(self, shape: Shape, marks: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocab, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.marks = nn.Embedding(marks, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        nn.init.zeros_(self.marks.weight)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(ids) + self.places(places)[None] + self.marks(marks)
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def load_minilm(self, folder: Path) -> None:
        """The published weights; the type embedding of segment 0 is folded into the positions."""
        found = load_file(folder / "model.safetensors")
        found = {name.removeprefix("bert."): value for name, value in found.items()}
        own = {
            "words.weight": found["embeddings.word_embeddings.weight"],
            "places.weight": found["embeddings.position_embeddings.weight"]
            + found["embeddings.token_type_embeddings.weight"][0],
            "marks.weight": self.marks.weight.data,
        }
        renamed = {
            "norm": "embeddings.LayerNorm",
            **{
                f"layers.{index}.{name}": f"encoder.layer.{index}.{theirs}"
                for index in range(len(self.layers))
                for name, theirs in {
                    "query": "attention.self.query",
                    "key": "attention.self.key",
                    "value": "attention.self.value",
                    "output": "attention.output.dense",
                    "attention_norm": "attention.output.LayerNorm",
                    "inner": "intermediate.dense",
                    "outer": "output.dense",
                    "norm": "output.LayerNorm",
                }.items()
            },
        }
        for name, theirs in renamed.items():
            for kind in ("weight", "bias"):
                own[f"{name}.{kind}"] = found[f"{theirs}.{kind}"]
        self.load_state_dict(own)


class Tagger(nn.Module):
    """Encoder and heads. ``forward`` gives (spans, queries, keys, acts, pooled) for a batch of windows."""

    def __init__(self, encoder: Encoder, width: int, labels: int, acts: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.spans = nn.Linear(width, labels)
        self.queries = nn.Linear(width, 2 * LINK)
        self.keys = nn.Linear(width, 2 * LINK)
        self.acts = nn.Linear(width, 2 * acts)
        self.similar = nn.Linear(width, width)
        nn.init.eye_(self.similar.weight)
        nn.init.zeros_(self.similar.bias)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.starts = nn.Parameter(torch.zeros(labels))

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        states = self.encoder(ids, marks, mask)
        weight = mask[..., None].to(states.dtype)
        pooled = self.similar((states * weight).sum(1) / weight.sum(1))
        states = self.dropout(states)
        return self.spans(states), self.queries(states), self.keys(states), self.acts(states), pooled


def crf_loss(emissions: Tensor, labels: Tensor, mask: Tensor, tagger: Tagger) -> Tensor:
    """Negative log-likelihood a piece of the label path under a linear-chain CRF (Lafferty et al. 2001).

    The special piece at the head is left out, since a window may open in the middle of a span.
    """
    emissions, labels, mask = emissions[:, 1:].float(), labels[:, 1:], mask[:, 1:]
    transitions = tagger.transitions
    score = tagger.starts[labels[:, 0]] + emissions[:, 0].gather(1, labels[:, :1]).squeeze(1)
    steps = transitions[labels[:, :-1], labels[:, 1:]] + emissions[:, 1:].gather(2, labels[:, 1:, None]).squeeze(2)
    score = score + (steps * mask[:, 1:]).sum(1)
    alpha = tagger.starts + emissions[:, 0]
    for index in range(1, emissions.shape[1]):
        moved = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + emissions[:, index]
        alpha = torch.where(mask[:, index, None] > 0, moved, alpha)
    return (torch.logsumexp(alpha, dim=1) - score).sum() / mask.sum()
