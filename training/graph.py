"""Trained weights -> the ONNX graph of the tagger, in int8.

The graph says what ``network`` says, in the operators that onnxruntime runs fastest on a CPU (docs/decisions/0012). It
reads windows without padding, so that it needs no mask. A table of embeddings is quantised as a whole, the weights of a
linear layer column by column; what flows between them is quantised as it comes, window by window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

HEADS = 12
EPSILON = 1e-12
PIECE_OUTPUTS = ("spans", "queries", "keys", "acts")
"""What is said of each piece; ``pooled`` is said of a window."""
OPERATORS, FORMAT = 17, 8
"""The versions of the operators and of the file format: those that onnxruntime 1.20 reads."""
_RUNTIME = "com.microsoft"

Weights = Mapping[str, NDArray[np.float32]]
"""The weights of ``network.Tagger`` by their names there."""


def build_graph(weights: Weights) -> ModelProto:
    """The graph: ``ids`` and ``marks`` (batch x length, int64) -> ``PIECE_OUTPUTS`` and ``pooled``."""
    graph = _Graph(weights)
    states = _embed(graph)
    for number in range(sum(name.endswith(".inner.weight") for name in weights)):
        states = _layer(graph, f"encoder.layers.{number}", states)
    pieces = graph.quantised(states)
    for name in PIECE_OUTPUTS:
        graph.linear_of_quantised(pieces, name)
    mean = graph.add("ReduceMean", [states], "mean", axes=[1], keepdims=0)
    graph.add("Identity", [graph.linear(mean, "similar")], "pooled")
    return graph.model()


def _embed(graph: _Graph) -> str:
    """Word, place and mark of each piece, added and normed."""
    length = graph.add("Shape", ["ids"], "length", start=1, end=2)
    words = graph.table("encoder.words", "Gather", ["ids"])
    places = graph.table("encoder.places", "Slice", [graph.constant("first", [0]), length])
    marks = graph.table("encoder.marks", "Gather", ["marks"])
    return graph.normed_sum(graph.add("Add", [words, places], "placed"), marks, "encoder.norm")


def _layer(graph: _Graph, name: str, states: str) -> str:
    """A layer of the encoder: attention, then the feed-forward part, each added to what it was given, and normed."""
    pieces = graph.quantised(states)
    parts = [graph.linear_of_quantised(pieces, f"{name}.{part}") for part in ("query", "key", "value")]
    mixed = graph.add("MultiHeadAttention", parts, f"{name}.mixed", _RUNTIME, num_heads=HEADS)
    attended = graph.normed_sum(graph.linear(mixed, f"{name}.output"), states, f"{name}.attention_norm")
    inner = graph.add("Gelu", [graph.linear(attended, f"{name}.inner")], f"{name}.gelu", _RUNTIME)
    return graph.normed_sum(graph.linear(inner, f"{name}.outer"), attended, f"{name}.norm")


class _Graph:
    """A graph as it grows; each method adds what it says and gives the name of its output."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[NodeProto] = []
        self.tensors: list[TensorProto] = []

    def add(self, operator: str, inputs: Sequence[str], output: str, domain: str = "", **settings: object) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **settings))
        return output

    def constant(self, name: str, value: object) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def table(self, name: str, operator: str, chosen: Sequence[str]) -> str:
        """The rows of a table of embeddings that ``operator`` takes with its inputs ``chosen``."""
        values, scale, zero = quantise_table(self.weights[f"{name}.weight"])
        rows = self.add(operator, [self.constant(f"{name}.rows", values), *chosen], f"{name}.chosen")
        worth = [self.constant(f"{name}.scale", scale), self.constant(f"{name}.zero", zero)]
        return self.add("DequantizeLinear", [rows, *worth], name)

    def quantised(self, states: str) -> tuple[str, str, str]:
        """States as whole numbers from 0 to 255, what one of them is worth, and the number that stands for zero."""
        names = (f"{states}.whole", f"{states}.scale", f"{states}.zero")
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [states], names))
        return names

    def linear(self, states: str, name: str) -> str:
        """A linear layer over ``states``, which nothing else asks for."""
        columns, scales, bias = self._linear_weights(name)
        return self.add("DynamicQuantizeMatMul", [states, columns, scales, "", bias], name, _RUNTIME)

    def linear_of_quantised(self, states: tuple[str, str, str], name: str) -> str:
        """A linear layer over states that are quantised once for several."""
        whole, scale, zero = states
        columns, scales, bias = self._linear_weights(name)
        return self.add("MatMulIntegerToFloat", [whole, columns, scale, scales, zero, "", bias], name, _RUNTIME)

    def _linear_weights(self, name: str) -> tuple[str, str, str]:
        columns, scales = quantise_columns(self.weights[f"{name}.weight"].T)
        given = {"columns": columns, "scales": scales, "bias": self.weights[f"{name}.bias"]}
        names = [self.constant(f"{name}.{part}", value) for part, value in given.items()]
        return names[0], names[1], names[2]

    def normed_sum(self, states: str, others: str, name: str) -> str:
        """The sum of both, normed over the width."""
        total = self.add("Add", [states, others], f"{name}.sum")
        fitted = [self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", [total, *fitted], name, axis=-1, epsilon=EPSILON)

    def model(self) -> ModelProto:
        ids = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("ids", "marks")]
        said = [(name, ["batch", "length", len(self.weights[f"{name}.bias"])]) for name in PIECE_OUTPUTS]
        said.append(("pooled", ["batch", len(self.weights["similar.bias"])]))
        outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in said]
        graph = helper.make_graph(self.nodes, "tagger", ids, outputs, self.tensors)
        versions = [helper.make_opsetid("", OPERATORS), helper.make_opsetid(_RUNTIME, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=FORMAT, producer_name="rejoinder")


def quantise_columns(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The nearest whole numbers from -127 to 127 and, for each column, what one of them is worth."""
    largest = np.abs(matrix).max(0)
    scales = np.where(largest > 0, largest / np.float32(127), np.float32(1))
    return np.clip(np.rint(matrix / scales), -127, 127).astype(np.int8), scales


def quantise_table(table: NDArray[np.float32]) -> tuple[NDArray[np.uint8], np.float32, np.uint8]:
    """The nearest whole numbers from 0 to 255, what one of them is worth, and the number that stands for zero."""
    least, largest = min(table.min(), np.float32(0)), max(table.max(), np.float32(0))
    scale = (largest - least) / np.float32(255) or np.float32(1)
    zero = np.rint(-least / scale)
    return np.clip(np.rint(table / scale) + zero, 0, 255).astype(np.uint8), scale, zero.astype(np.uint8)
