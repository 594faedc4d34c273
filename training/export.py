"""Trained weights -> the files of the package: tagger.onnx (int8), tokenizer.json and card.json."""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import torch

from training.graph import build_graph
from training.network import Tagger
from training.package import MODEL, digest
from training.train import build, load_tokenizer


def export(weights: Path, base: Path, model: Path = MODEL) -> None:
    """Write the files of the package from trained weights. ``base`` is the folder of the published encoder."""
    model.mkdir(parents=True, exist_ok=True)
    tagger = build(base)
    tagger.load_state_dict(torch.load(weights))
    named = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    onnx.save(build_graph(named), model / "tagger.onnx")
    load_tokenizer(base).save(str(model / "tokenizer.json"), pretty=False)
    write_card(model, tagger)


def write_card(model: Path, tagger: Tagger) -> None:
    """card.json: what the model is, from what, under which licences, with the digests of its files."""
    card = json.loads(Path(__file__).with_name("card.json").read_text(encoding="utf-8"))
    card["files"] = {name: digest(model / name) for name in ("tagger.onnx", "tokenizer.json")}
    card["chain"] = {"transitions": tagger.transitions.tolist(), "starts": tagger.starts.tolist()}
    (model / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
