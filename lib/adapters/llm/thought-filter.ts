const TAGS = ['<think>', '<thinking>'];

/** Passes a streamed text on without `<think>…</think>`, also when a tag is split over several deltas. */
export class ThoughtFilter {
  #held = '';
  #isThinking = false;
  #hasSpoken = false;

  /** The part of the text so far that can be shown now. */
  push(delta: string): string {
    this.#held += delta;
    let shown = '';
    for (;;) {
      const step = this.#isThinking ? this.#leaveThought() : this.#speak();
      shown += step.shown;
      if (step.isWaiting) return this.#trimStart(shown);
    }
  }

  /** What was held back because it might have become a tag. */
  flush(): string {
    const rest = this.#isThinking ? '' : this.#held;
    this.#held = '';
    return this.#trimStart(rest);
  }

  #speak(): { shown: string; isWaiting: boolean } {
    const tag = /<think(?:ing)?>/i.exec(this.#held);
    if (tag) {
      const shown = this.#held.slice(0, tag.index);
      this.#held = this.#held.slice(tag.index + tag[0].length);
      this.#isThinking = true;
      return { shown, isWaiting: false };
    }
    const keep = lengthOfPossibleTag(this.#held, TAGS);
    const shown = this.#held.slice(0, this.#held.length - keep);
    this.#held = this.#held.slice(this.#held.length - keep);
    return { shown, isWaiting: true };
  }

  #leaveThought(): { shown: string; isWaiting: boolean } {
    const tag = /<\/think(?:ing)?>/i.exec(this.#held);
    if (!tag) {
      // Thoughts are dropped as they come; only the beginning of a closing tag is kept.
      this.#held = this.#held.slice(-'</thinking>'.length);
      return { shown: '', isWaiting: true };
    }
    this.#held = this.#held.slice(tag.index + tag[0].length);
    this.#isThinking = false;
    return { shown: '', isWaiting: false };
  }

  /** Thoughts are followed by blank lines that belong to nobody. */
  #trimStart(text: string): string {
    const shown = this.#hasSpoken ? text : text.trimStart();
    if (shown) this.#hasSpoken = true;
    return shown;
  }
}

/** How many characters at the end of a text may be the beginning of one of the tags. */
function lengthOfPossibleTag(text: string, tags: readonly string[]): number {
  const tail = text.slice(text.lastIndexOf('<')).toLowerCase();
  return text.includes('<') && tags.some((tag) => tag.startsWith(tail)) ? tail.length : 0;
}
