"""Trained weights -> the files of the package: ``python -m training.export --out training/out --base MINILM``.

Writes tagger.onnx (int8, per channel), tokenizer.json and card.json into src/rejoinder/learned/model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from tokenizers import Tokenizer

from training.network import Tagger
from training.train import build

OUTPUTS = ("spans", "queries", "keys", "acts", "pooled")


def export_onnx(tagger: Tagger, path: Path) -> None:
    """The network in single precision, with free batch and length."""
    example = (torch.ones(2, 16, dtype=torch.int64), torch.ones(2, 16, dtype=torch.int64), torch.ones(2, 16, dtype=torch.int64))
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("training/out/second.pt"))
    parser.add_argument("--model", type=Path, default=Path("src/rejoinder/learned/model"))
    parser.add_argument("--scores", type=Path, help="JSON file with the scores to write into the card")
    arguments = parser.parse_args()
    arguments.model.mkdir(parents=True, exist_ok=True)
    tagger = build(arguments.base)
    tagger.load_state_dict(torch.load(arguments.weights))
    tagger.eval()
    single = arguments.weights.with_suffix(".onnx")
    export_onnx(tagger, single)
    fused = optimize_model(str(single), model_type="bert", num_heads=12, hidden_size=384, opt_level=0)
    fused.save_model_to_file(str(single))
    print(fused.get_fused_operator_statistics())
    target = arguments.model / "tagger.onnx"
    quantize_dynamic(
        str(single), str(target), per_channel=True, weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": 1}
    )
    tokenizer = Tokenizer.from_file(str(arguments.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(arguments.model / "tokenizer.json"), pretty=False)
    write_card(arguments, tagger)


def write_card(arguments: argparse.Namespace, tagger: Tagger) -> None:
    """card.json: what the model is, from what, under which licences, with which scores and digests."""
    text = Path(__file__).with_name("card.json").read_text(encoding="utf-8")
    card = json.loads(text)
    files = ("tagger.onnx", "tokenizer.json")
    card["files"] = {name: digest(arguments.model / name) for name in files}
    card["chain"] = {"transitions": tagger.transitions.tolist(), "starts": tagger.starts.tolist()}
    if arguments.scores:
        card["scores"] = json.loads(arguments.scores.read_text(encoding="utf-8"))
    (arguments.model / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    main()
