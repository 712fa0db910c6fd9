interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  readonly values: Value[];
}

/** A match of a phrase in a sequence of terms: `from` inclusive, `to` exclusive. */
export interface PhraseMatch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** Finds known phrases (sequences of terms) in a text's terms in one pass. */
export class PhraseTrie<Value> {
  readonly #root: Node<Value> = { next: new Map(), values: [] };

  add(phrase: readonly string[], value: Value): void {
    if (phrase.length === 0) return;
    let node = this.#root;
    for (const term of phrase) {
      let next = node.next.get(term);
      if (!next) {
        next = { next: new Map(), values: [] };
        node.next.set(term, next);
      }
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** Every phrase that stands in `terms`, overlapping ones included, by their start. */
  matches(terms: readonly string[]): readonly PhraseMatch<Value>[] {
    const found: PhraseMatch<Value>[] = [];
    for (let from = 0; from < terms.length; from++) {
      let node: Node<Value> | undefined = this.#root;
      for (let to = from; node && to < terms.length; to++) {
        node = node.next.get(terms[to] ?? '');
        for (const value of node?.values ?? []) found.push({ from, to: to + 1, value });
      }
    }
    return found;
  }
}
