"""Fine-tune the tagger in two stages.

The first learns PolNeAR (with the acts of unambiguous cue verbs); the second goes on with our own stories,
which bring the diplomatic manner, all ten acts and speech inside speech, mixed with a third of PolNeAR so
that it is not forgotten. Choices are made on a fixed twentieth of PolNeAR's training articles; its dev split
is only measured.
"""

from __future__ import annotations

import hashlib
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody gives it

from evaluation.stories import ACTS, load_stories
from rejoinder.learned.features import MARKS
from training.corpora import (
    LABELS,
    Example,
    is_unlearned,
    is_validation,
    read_acts,
    read_polnear,
    read_story,
    to_example,
)
from training.network import LINK, Encoder, Shape, Tagger, crf_loss

WINDOW = 192
SHORTEST = 8
BATCH = 16
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
CLS, SEP, MASKED = 101, 102, 103
DOUBLE_TO_SINGLE = {1000: 1005, 1523: 1520, 1524: 1521}
"""MiniLM's ids of the double quotation marks (straight, opening, closing) and of their single twins."""

SEED = 20220126
ACT_WEIGHT = 0.4
"""Of the loss of acts, in the sum of losses."""
NEWS_SHARE = 5
"""The second stage reads one PolNeAR batch in five beside our own stories in each epoch."""
Window = tuple[Example, int, int]


@dataclass(frozen=True)
class Stage:
    """A stage of training: its epochs, the peak learning rates of encoder and heads, and what it goes on from."""

    name: str
    epochs: int
    rates: tuple[float, float]
    after: Path | None = None
    threads: int = 1


def build(base: Path) -> Tagger:
    """A fresh tagger on the published encoder, whose digest is checked first."""
    digest = hashlib.sha256((base / "model.safetensors").read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise SystemExit(f"{base}/model.safetensors: digest {digest} is not that of the expected encoder")
    shape = Shape.read(base)
    encoder = Encoder(shape, MARKS)
    encoder.load_minilm(base)
    return Tagger(encoder, shape.width, len(LABELS), len(ACTS))


def cut(examples: list[Example], rng: random.Random) -> list[Window]:
    """Windows over every example, starting at a random place so that no boundary is learned."""
    found = []
    for example in examples:
        length = len(example.labels)
        start = -rng.randrange(WINDOW) if length > WINDOW else 0
        cuts = [(max(at, 0), min(at + WINDOW, length)) for at in range(start, length, WINDOW)]
        found += [(example, first, last) for first, last in cuts if last - first > SHORTEST or length <= SHORTEST]
    rng.shuffle(found)
    return found


def batches(found: list[Window]) -> list[list[Window]]:
    """Batches of windows of like length, about as many pieces in each."""
    order = sorted(range(len(found)), key=lambda index: (found[index][2] - found[index][1]) // 32)
    grouped: list[list[Window]] = []
    room = 0
    for index in order:
        width = found[index][2] - found[index][1] + 2
        if not grouped or room < width:
            grouped.append([])
            room = BATCH * (WINDOW + 2)
        grouped[-1].append(found[index])
        room -= (width + 31) // 32 * 32
    return grouped


def collate(chosen: list[Window], rng: random.Random) -> dict[str, object]:
    """Tensors of a batch: ids, marks, mask, labels; and lists of links and acts with their row."""
    length = max(end - start for _, start, end in chosen) + 2
    ids = np.zeros((len(chosen), length), dtype=np.int64)
    marks, labels = np.zeros_like(ids), np.zeros_like(ids)
    mask = np.zeros(ids.shape, dtype=np.float32)
    links, acts = [], []
    for row, (example, start, end) in enumerate(chosen):
        width = end - start
        pieces = example.encoded.ids[start:end].copy()
        if rng.random() < 0.12:
            for double, single in DOUBLE_TO_SINGLE.items():
                pieces[pieces == double] = single
        if rng.random() < 0.3:
            hide_cues(example, start, end, pieces, rng)
        noise = np.array([rng.random() < 0.02 for _ in range(width)])
        pieces[noise] = MASKED
        ids[row, 0], ids[row, width + 1] = CLS, SEP
        ids[row, 1 : width + 1] = pieces
        marks[row, 1 : width + 1] = example.encoded.marks[start:end]
        labels[row, 1 : width + 1] = example.labels[start:end]
        mask[row, : width + 2] = 1
        for cue, source, content in example.links:
            if start <= cue < end:
                links.append((row, cue - start + 1, inside(source, start, end), inside(content, start, end)))
        for cue, content, act in example.acts:
            kept = inside(content, start, end)
            if len(kept):
                acts.append((row, inside(cue, start, end), kept, act))
    return {
        "ids": torch.from_numpy(ids),
        "marks": torch.from_numpy(marks),
        "mask": torch.from_numpy(mask),
        "labels": torch.from_numpy(labels),
        "links": links,
        "acts": acts,
    }


def inside(indexes: np.ndarray, start: int, end: int) -> np.ndarray:
    """The indexes that fall into the window, counted from its [CLS]."""
    return indexes[(indexes >= start) & (indexes < end)] - start + 1


def hide_cues(example: Example, start: int, end: int, pieces: np.ndarray, rng: random.Random) -> None:
    """Mask some cues whose act is known, so that the act must be read off the content."""
    for cue, _, _ in example.acts:
        kept = cue[(cue >= start) & (cue < end)] - start
        if len(kept) and rng.random() < 0.7:
            pieces[kept] = MASKED


def link_loss(queries: Tensor, keys: Tensor, batch: dict) -> Tensor:
    """Cross-entropy, over every cue and every source and content piece of its window, of belonging together."""
    links = batch["links"]
    if not links:
        return queries.sum() * 0
    rows = torch.tensor([link[0] for link in links])
    cues = torch.tensor([link[1] for link in links])
    asked = queries[rows, cues].view(len(links), 2, LINK)
    offered = keys[rows].view(len(links), keys.shape[1], 2, LINK)
    scores = torch.einsum("nrd,nlrd->nlr", asked.float(), offered.float()) / LINK**0.5
    target = torch.zeros_like(scores)
    for index, (_, _, source, content) in enumerate(links):
        target[index, source, 0] = 1
        target[index, content, 1] = 1
    labels = batch["labels"][rows]
    is_source = (labels == LABELS.index("B-source")) | (labels == LABELS.index("I-source"))
    is_content = (labels == LABELS.index("B-content")) | (labels == LABELS.index("I-content"))
    weight = torch.stack([4 * is_source, is_content], dim=-1).float()
    loss = F.binary_cross_entropy_with_logits(scores, target, reduction="none")
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def act_loss(acts: Tensor, batch: dict) -> Tensor:
    """Cross-entropy of the act, from the mean of the cue's scores and that of the content's."""
    wanted = batch["acts"]
    if not wanted:
        return acts.sum() * 0
    half = acts.shape[-1] // 2
    losses = []
    for row, cue, content, act in wanted:
        at_content = acts[row, content, half:].float().mean(0)
        at_cue = acts[row, cue, :half].float().mean(0) if len(cue) else 0
        target = torch.tensor(act)
        losses.append(F.cross_entropy(at_content + at_cue, target) + 0.5 * F.cross_entropy(at_content, target))
    return torch.stack(losses).mean()


def pooled_loss(tagger: Tagger, teacher: Encoder, batch: dict, rng: random.Random) -> Tensor:
    """One minus the cosine between our sentence vector and the published encoder's, on short stretches."""
    length = batch["ids"].shape[1] - 2
    width = min(rng.choice((16, 24, 40)), length)
    start = 1 + rng.randrange(max(1, length - width))
    kept = slice(start, start + width)
    edges = [torch.full((len(batch["ids"]), 1), value) for value in (CLS, SEP)]
    ids = torch.cat([edges[0], batch["ids"][:, kept], edges[1]], 1)
    marks = F.pad(batch["marks"][:, kept], (1, 1))
    mask = F.pad(batch["mask"][:, kept], (1, 1), value=1.0)
    with torch.no_grad():
        states = teacher(ids, torch.zeros_like(marks), mask)
        wanted = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    return 1 - F.cosine_similarity(tagger(ids, marks, mask)[-1].float(), wanted.float()).mean()


def train_stage(
    tagger: Tagger, teacher: Encoder, plan: list[list[Window]], rates: tuple[float, float], rng: random.Random
) -> dict[str, Tensor]:
    """One cycle of the learning rate over the planned batches; the running mean of the weights."""
    encoder = list(tagger.encoder.parameters())
    known = {id(parameter) for parameter in encoder}
    heads = [parameter for parameter in tagger.parameters() if id(parameter) not in known]
    groups = [{"params": encoder, "lr": rates[0]}, {"params": heads, "lr": rates[1]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = len(plan)
    warm = max(1, steps // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - max(0, step - warm) / (steps - warm + 1))
    )
    mean = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    tagger.train()
    begun = time.time()
    totals = np.zeros(4)
    for step, chosen in enumerate(plan):
        batch = collate(chosen, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            spans, queries, keys, acts, _ = tagger(batch["ids"], batch["marks"], batch["mask"])
            similar = pooled_loss(tagger, teacher, batch, rng) if step % 3 == 0 else torch.zeros(())
        if all(example.complete for example, _, _ in chosen):
            tags = crf_loss(spans, batch["labels"], batch["mask"], tagger)
        else:
            tags = spans.sum() * 0
        linked, acted = link_loss(queries, keys, batch), act_loss(acts, batch)
        loss = tags + linked + ACT_WEIGHT * acted + 0.5 * similar
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        decay = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, value in tagger.state_dict().items():
                mean[name].lerp_(value, 1 - decay)
        totals = 0.98 * totals + 0.02 * np.array([tags.item(), linked.item(), acted.item(), similar.item() * 3])
        if step % 50 == 0:
            print(f"step {step}/{steps} {time.time() - begun:.0f} s loss {totals.round(4).tolist()}", flush=True)
    return mean


def train(data: Path, base: Path, out: Path, stage: Stage) -> Path:
    """Train one stage and save its weights (the running mean); the path of the file."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    torch.set_num_threads(stage.threads)
    rng = random.Random(SEED)
    tokenizer = load_tokenizer(base)
    tagger, teacher = build(base), build(base).encoder.eval()
    articles = read_polnear(data / "polnear" / "train.jsonl.gz")
    examples = [to_example(item, tokenizer) for item in articles if not is_validation(item.name)]
    if stage.after is None:
        plan = [chosen for _ in range(stage.epochs) for chosen in shuffled(batches(cut(examples, rng)), rng)]
    else:
        tagger.load_state_dict(torch.load(stage.after))
        plan = second_plan(examples, own_examples(tokenizer), stage.epochs, rng)
    mean = train_stage(tagger, teacher, plan, stage.rates, rng)
    path = out / f"{stage.name}.pt"
    torch.save(mean, path)
    return path


def load_tokenizer(base: Path) -> Tokenizer:
    """The encoder's tokenizer, without cutting and padding."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def own_examples(tokenizer: Tokenizer) -> list[Example]:
    """Our own training stories and act sentences, save those that the act head alone is fitted on."""
    folder = Path(__file__).parent / "stories"
    articles = [article for story in load_stories(folder) for article in read_story(story)]
    for path in sorted(folder.glob("*.tsv")):
        articles.extend([] if is_unlearned(path.stem) else read_acts(path))
    return [to_example(article, tokenizer) for article in articles]


def second_plan(examples: list[Example], own: list[Example], epochs: int, rng: random.Random) -> list[list[Window]]:
    """Epochs over our own examples, each with a slice of PolNeAR beside them so that it is not forgotten."""
    plan = []
    for _ in range(epochs):
        news = shuffled(batches(cut(examples, rng)), rng)
        plan.extend(shuffled(batches(cut(own, rng)) + news[: len(news) // NEWS_SHARE], rng))
    return plan


def shuffled(items: list, rng: random.Random) -> list:
    rng.shuffle(items)
    return items
