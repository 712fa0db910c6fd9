"""Reads the invented reports, and cuts their texts into word pieces."""

import json
import re
import subprocess
import zlib
from pathlib import Path

HERE = Path(__file__).parent
# Word pieces of a text that are read.
MOST_PIECES = 256
SENTENCE_END = re.compile(r"(?<=[a-z0-9%][.!?])\s+(?=[A-Z\"“‘'])|(?<=[.!?][\"”])\s+(?=[A-Z\"“])")


def read_reports():
    lines = [line for file in sorted(HERE.glob("reports/*.jsonl")) for line in file.read_text().splitlines()]
    return [json.loads(line) for line in lines if line]


def split(reports):
    """Those to learn from, and every tenth to measure on: the same ones when there are more reports."""
    is_kept_back = lambda report: zlib.crc32(report["id"].encode()) % 10 == 0
    kept_back = [report for report in reports if is_kept_back(report)]
    return [report for report in reports if not is_kept_back(report)], kept_back


def sentences(text):
    parts = SENTENCE_END.split(text)
    return parts if len(parts) > 1 else []


def pieces_of(texts):
    """Text → the numbers of its word pieces, as the bot cuts it."""
    texts = sorted(texts)
    run = subprocess.run(["node", HERE / "tokens.mjs"], input=json.dumps(texts).encode(), stdout=-1, check=True)
    return {text: pieces[:MOST_PIECES] for text, pieces in zip(texts, json.loads(run.stdout))}
