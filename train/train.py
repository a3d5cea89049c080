"""Trains the forests of the labeller and writes model files.

In: the rows and linear models that `winnow-lab features` wrote. Out: model.bin,
trained on all pages, and model-0.bin to model-4.bin, each trained without the
pages of one fold. Run it through train/run; it is seeded, and the same rows give
the same models.
"""

import json
import multiprocessing
import sys
import time

import lightgbm as lgb
import numpy as np

DEPTH, LEAVES = 5, 20
FOLDS = 5
UNIT = 1024  # of log-odds, in the leaves
MAIN = "standfirst body caption code footnote post".split()

TEXT = dict(objective="cross_entropy", learning_rate=0.14, num_leaves=LEAVES, max_depth=DEPTH,
            min_data_in_leaf=40, feature_fraction=0.4, bagging_fraction=0.7, bagging_freq=1,
            lambda_l2=5, num_threads=1, verbose=-1, seed=1, deterministic=True, force_row_wise=True)
TEXT_TREES = 100
CLASSES = dict(TEXT, objective="multiclass", learning_rate=0.2, num_leaves=16, min_data_in_leaf=20)
GROUPS = dict(CLASSES, learning_rate=0.28, num_leaves=20)
GROUP_ROUNDS, ROLE_ROUNDS = 17, 20
QUALITY = dict(TEXT, learning_rate=0.06, num_leaves=8, max_depth=4, min_data_in_leaf=20)
QUALITY_TREES = 60
# The weight of a block: of a page labelled by reading, of one known only by a truth that
# is noisy or that follows another convention, and of a variant of a page.
CLEAN, VARIED = 1, 0.3
SOURCES = dict(trafilatura=1, readability=0.5, wcxb=0.1)
FLOOR, EMPTY = 0.2, 0.35  # as in internal/label/decode.go


class Rows:
    """What winnow-lab features wrote."""

    def __init__(self, folder):
        about = json.load(open(folder + "/about.json"))
        self.features, self.roles, self.pages = about["features"], about["roles"], about["pages"]
        self.x = np.fromfile(folder + "/rows.u8", np.uint8).reshape(-1, len(self.features))
        self.role = np.fromfile(folder + "/roles.u8", np.uint8)
        self.share = np.fromfile(folder + "/share.f32", np.float32)
        self.words = np.fromfile(folder + "/words.i32", np.int32)
        n = len(self.role)
        self.fold, self.flat, self.clean = np.zeros(n, np.int8), np.zeros(n, bool), np.zeros(n, bool)
        self.varied, source = np.zeros(n, bool), np.ones(n, np.float32)
        for p in self.pages:
            s = self.rows_of(p)
            self.fold[s], self.flat[s], self.clean[s], self.varied[s] = p["fold"], p["flat"], p["clean"], p["varied"]
            source[s] = VARIED if p["varied"] else CLEAN if p["clean"] else SOURCES[p["set"]]
        self.weight = np.log2(self.words + 2) * source
        self.known = (self.share >= 0) & (self.words > 0)
        self.groups = about["groups"]
        self.group = np.full(256, -1)
        for g, members in enumerate(self.groups):
            self.group[members] = g
        self.group = self.group[self.role]

    @staticmethod
    def rows_of(page):
        return slice(page["first"], page["first"] + page["blocks"])


def complete(tree):
    """Lays a LightGBM tree out as a complete one: nodes (feature, bound), leaves."""
    nodes = np.zeros((2 ** DEPTH - 1, 2), np.uint8)
    leaves = np.zeros(2 ** DEPTH, np.int16)

    def walk(t, at, depth):
        if "leaf_value" in t:
            first = (at + 1) * 2 ** (DEPTH - depth) - 2 ** DEPTH
            value = int(np.clip(round(t["leaf_value"] * UNIT), -32767, 32767))
            leaves[first:first + 2 ** (DEPTH - depth)] = value
            return
        nodes[at] = t["split_feature"], int(np.clip(np.floor(t["threshold"]), 0, 255))
        walk(t["left_child"], 2 * at + 1, depth + 1)
        walk(t["right_child"], 2 * at + 2, depth + 1)

    walk(tree, 0, 0)
    return nodes.tobytes() + leaves.tobytes()


def forest(model, classes=1):
    """The bytes of a forest, as internal/label/model.go reads them."""
    trees = [complete(t["tree_structure"]) for t in model.dump_model()["tree_info"]]
    out = np.uint32(classes).tobytes()
    for c in range(classes):
        own = trees[c::classes]
        out += np.int32(0).tobytes() + np.uint32(len(own)).tobytes() + b"".join(own)
    return out


def fit(params, rounds, x, y, weight):
    return lgb.train(params, lgb.Dataset(x, y, weight=weight), rounds)


def train_text(r, use):
    return fit(TEXT, TEXT_TREES, r.x[use], np.clip(r.share[use], 0, 1), r.weight[use])


def train_classes(r, use, label, classes, params, rounds):
    """A model that tells classes apart."""
    return fit(dict(params, num_class=classes), rounds, r.x[use], label[use], r.weight[use])


def train_roles(r, use):
    """The forests of the roles of each group, as bytes."""
    out = b""
    for g, members in enumerate(r.groups):
        if len(members) == 1:
            out += np.uint32(1).tobytes() + np.int32(0).tobytes() + np.uint32(0).tobytes()
            continue
        index = np.zeros(256, int)
        index[members] = np.arange(len(members))
        model = train_classes(r, use & (r.group == g), index[r.role], len(members), CLASSES, ROLE_ROUNDS)
        out += forest(model, len(members))
    return out


def log_odds(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def train_fold(r, k, flat):
    """The forests without the pages of fold k, as bytes, and of those pages the
    probabilities of main text by each of the two forests that tell it."""
    mine = r.flat == flat
    use = mine & (r.fold != k)
    text = train_text(r, use & r.known)
    use &= r.clean & (r.group >= 0)
    groups = train_classes(r, use, r.group, len(r.groups), GROUPS, GROUP_ROUNDS)
    parts = forest(text) + forest(groups, len(r.groups)) + train_roles(r, use & ~r.varied)
    test = mine & (r.fold == k) & ~r.varied
    x = r.x[test]
    return parts, (test, text.predict(x), groups.predict(x)[:, 0]) if len(x) else None


def decode(p, words):
    """The choice of internal/label/decode.go, and the F1 it expects."""
    order = np.argsort(-p, kind="stable")
    hit, kept = np.cumsum((p * words)[order]), np.cumsum(words[order])
    f = 2 * hit / (kept + (p * words).sum() + 1e-9)
    f = np.where(p[order] >= FLOOR, f, -1)
    keep = np.zeros(len(p), bool)
    if len(p) == 0 or f.max() < 0:
        return keep, 0.0
    k = len(f) - 1 - int(np.argmax(f[::-1]))
    if f[k] >= EMPTY:
        keep[order[:k + 1]] = True
    return keep, float(f[k])


def log_scale(n):
    x = int(n) + 1
    l = x.bit_length() - 1
    return min(8 * l + ((x << 3 >> l) & 7), 255)


PAGE = ["PageBlocks", "PageWords", "PageLinks", "PageRunning", "PagePrices", "PageH1s", "PageForms", "PageScore",
        "PageImages", "PageControls", "PageTimes", "TopItems", "TopShare", "TopScore",
        "TypeArticle", "TypeForum", "TypeProduct", "TypeCollection", "TypeListing", "TypeDocs", "TypeService"]


def page_rows(r, p, text, group):
    """What the model of quality knows of a page, and the F1 that was reached."""
    s = r.rows_of(p)
    words = r.words[s].astype(float)
    q = 1 / (1 + np.exp(-(log_odds(text[s]) + log_odds(group[s])) / 2))
    keep, expected = decode(q, words)
    total, kept = words.sum(), words[keep].sum()
    share = np.clip(r.share[s], 0, 1)
    hit = (words * share)[keep].sum()
    truth = max(p["truth"], (words * share).sum())
    f1 = 2 * hit / (kept + truth) if kept + truth else 1.0

    def ratio(a, b):
        return min(int(a * 255 / b), 255) if b else 0

    wanted = words * (keep | (q > .2))
    at = np.nonzero(r.x[s][:, r.features.index("SummaryAt")] == 128)[0]
    row = [ratio(expected, 1), ratio(kept, total), ratio((words * q)[keep].sum(), kept), log_scale(kept),
           ratio(words[(q > .2) & (q < .8)].sum(), total),
           ratio((wanted * abs(text[s] - group[s])).sum(), wanted.sum()), ratio((words * q)[~keep].sum(), kept),
           log_scale(keep.sum()), 1 + int(keep[at[0]]) if len(at) else 0]
    first = r.x[p["first"]]
    return row + [int(first[r.features.index(n)]) for n in PAGE], f1


def feature_hash(names):
    h = 0x811c9dc5
    for c in "".join(n + "," for n in names).encode():
        h = (h ^ c) * 0x01000193 & 0xffffffff
    return h


def report(name, pages):
    by_type = {}
    for kind, f1 in pages:
        by_type.setdefault(kind, []).append(f1)
    print("%-6s %.4f %5d" % (name, np.mean([f for _, f in pages]), len(pages)),
          " ".join("%s %.3f" % (k, np.mean(v)) for k, v in sorted(by_type.items())), flush=True)


def run_job(job):
    return train_fold(shared, *job)


def main(rows, out):
    began = time.time()
    global shared
    shared = r = Rows(rows)
    text, group = np.zeros(len(r.role)), np.zeros(len(r.role))
    parts = {}
    jobs = [(k, flat) for k in range(FOLDS + 1) for flat in (False, True)]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for job, (forests, tested) in zip(jobs, pool.imap(run_job, jobs, 1)):
            parts[job] = forests
            if tested:
                text[tested[0]], group[tested[0]] = tested[1:]
            print("fold %d%s, %.0f s" % (job[0], " flat" if job[1] else "", time.time() - began), flush=True)
    rated = [(p, *page_rows(r, p, text, group)) for p in r.pages
             if p["blocks"] and not p["flat"] and not p["varied"] and (p["truth"] or p["clean"]) and p["set"] != "trafilatura"]
    x = np.array([row for _, row, _ in rated], np.uint8)
    y = np.array([f1 for _, _, f1 in rated])
    fold = np.array([p["fold"] for p, _, _ in rated])
    for name in ("roles", "labels", "wcxb", "readability"):
        if any(p["set"] == name for p, _, _ in rated):
            report(name, [(p["type"], f1) for p, _, f1 in rated if p["set"] == name])
    flat = [(p["type"], page_rows(r, p, text, group)[1]) for p in r.pages if p["blocks"] and p["flat"] and p["set"] == "roles"]
    report("flat", flat)
    for k in range(FOLDS + 1):
        quality = fit(QUALITY, QUALITY_TREES, x[fold != k], y[fold != k], None)
        name = "model.bin" if k == FOLDS else "model-%d.bin" % k
        with open(out + "/" + name, "wb") as f:
            f.write(b"winnow-model-2\n" + np.uint32(feature_hash(r.features)).tobytes())
            f.write(open(rows + "/linear-%d.bin" % k, "rb").read())
            f.write(parts[k, False] + parts[k, True] + forest(quality))
    print("done, %.0f s" % (time.time() - began))


if __name__ == "__main__":
    main(*sys.argv[1:])
