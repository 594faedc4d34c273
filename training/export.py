"""Trained weights -> the files of the package: tagger.onnx (int8, per channel), tokenizer.json and card.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model

from training.network import Tagger
from training.train import build, load_tokenizer

MODEL = Path("src/rejoinder/learned/model")
OUTPUTS = ("spans", "queries", "keys", "acts", "pooled")


def export_onnx(tagger: Tagger, path: Path) -> None:
    """The network in single precision, with free batch and length."""
    example = (
        torch.ones(2, 16, dtype=torch.int64),
        torch.ones(2, 16, dtype=torch.int64),
        torch.ones(2, 16, dtype=torch.int64),
    )
    names = ("ids", "marks", "mask")
    torch.onnx.export(
        tagger,
        example,
        str(path),
        input_names=list(names),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "batch", 1: "length"} for name in (*names, *OUTPUTS[:4])} | {"pooled": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def export(weights: Path, base: Path, model: Path = MODEL) -> None:
    """Write the files of the package from trained weights. ``base`` is the folder of the published encoder."""
    model.mkdir(parents=True, exist_ok=True)
    tagger = build(base)
    tagger.load_state_dict(torch.load(weights))
    tagger.eval()
    single = weights.with_suffix(".onnx")
    export_onnx(tagger, single)
    fused = optimize_model(str(single), model_type="bert", num_heads=12, hidden_size=384, opt_level=0)
    fused.save_model_to_file(str(single))
    quantize_dynamic(
        str(single),
        str(model / "tagger.onnx"),
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": 1},
    )
    load_tokenizer(base).save(str(model / "tokenizer.json"), pretty=False)
    write_card(model, tagger)


def write_card(model: Path, tagger: Tagger) -> None:
    """card.json: what the model is, from what, under which licences, with the digests of its files."""
    card = json.loads(Path(__file__).with_name("card.json").read_text(encoding="utf-8"))
    card["files"] = {name: digest(model / name) for name in ("tagger.onnx", "tokenizer.json")}
    card["chain"] = {"transitions": tagger.transitions.tolist(), "starts": tagger.starts.tolist()}
    (model / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
