"""The graph in int8 beside the network that it is made from; runs where the tools of training are installed."""

from __future__ import annotations

import numpy as np
import pytest

from rejoinder.learned.features import MARKS, Encoded
from rejoinder.learned.runtime import run_window

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

from training.graph import HEADS, PIECE_OUTPUTS, build_graph, quantise_columns, quantise_table  # noqa: E402
from training.network import Encoder, Shape, Tagger  # noqa: E402

WIDTH = 8 * HEADS
IDS = np.array([5, 9, 120, 44, 45, 46, 8])


@pytest.fixture(scope="module")
def network() -> Tagger:
    torch.manual_seed(7)
    encoder = Encoder(Shape(vocab=128, width=WIDTH, layers=2, heads=HEADS, inner=2 * WIDTH, positions=32), MARKS)
    torch.nn.init.normal_(encoder.marks.weight)
    return Tagger(encoder, WIDTH, labels=7, acts=10).eval()


@pytest.fixture(scope="module")
def session(network: Tagger) -> onnxruntime.InferenceSession:
    graph = build_graph({name: value.detach().numpy() for name, value in network.state_dict().items()})
    onnx.checker.check_model(graph)
    return onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])


def test_the_graph_says_what_the_network_says(network: Tagger, session: onnxruntime.InferenceSession) -> None:
    fed = {"ids": np.stack([IDS, IDS[::-1]]), "marks": np.stack([IDS % MARKS, IDS % 5])}
    with torch.no_grad():
        expected = network(*(torch.from_numpy(fed[name]) for name in ("ids", "marks")), torch.ones(2, len(IDS)))
    said = session.run([*PIECE_OUTPUTS, "pooled"], fed)
    for name, one, other in zip([*PIECE_OUTPUTS, "pooled"], expected, said, strict=True):
        assert one.shape == other.shape, name
        assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.99, name


def test_the_runtime_can_run_the_graph(session: onnxruntime.InferenceSession) -> None:
    text = Encoded(IDS, IDS % MARKS, np.zeros((len(IDS), 2), dtype=np.int64))
    assert [output.shape for output in run_window(session, [text], (0, 1, 5))] == [(4, 7), (4, 128), (4, 128), (4, 20)]


def test_columns_are_quantised_each_by_its_largest_weight() -> None:
    columns, scales = quantise_columns(np.array([[1.27, 0, 3], [-0.64, 0, -381]], dtype=np.float32))
    assert columns.tolist() == [[127, 0, 1], [-64, 0, -127]]
    assert scales == pytest.approx([0.01, 1, 3])


@pytest.mark.parametrize(
    ("table", "expected", "zero"),
    [([[-1.0, 0.0, 1.55]], [[0, 100, 255]], 100), ([[0.51, 2.55]], [[51, 255]], 0), ([[0.0, 0.0]], [[0, 0]], 0)],
)
def test_a_table_is_quantised_as_a_whole(table: list[list[float]], expected: list[list[int]], zero: int) -> None:
    rows, scale, found = quantise_table(np.array(table, dtype=np.float32))
    assert (rows.tolist(), found) == (expected, zero)
    assert scale * (np.array(expected) - zero) == pytest.approx(np.array(table), abs=0.011)


def test_what_was_quantised_is_quantised_to_the_same() -> None:
    matrix = np.random.default_rng(7).normal(size=(40, 30)).astype(np.float32)
    columns, scales = quantise_columns(matrix)
    again, same = quantise_columns(columns * scales)
    assert (again == columns).all()
    assert same == pytest.approx(scales)
