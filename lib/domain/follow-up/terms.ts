/**
 * Words that carry no knowledge by themselves: they may stand in a hint and are never blanked.
 * Function words, and verbs so common in reference answers that they give nothing away.
 */
const PLAIN_WORDS = new Set(
  (
    '的 了 和 与 或 及 在 是 为 对 将 把 被 从 到 由 用 以 而 且 但 也 都 就 并 等 这 那 其 它 会 能 可 要 使 让 给 向 于 中 上 下 内 外 前 后 ' +
    '再 先 又 很 更 最 每 只 所 该 此 时 有 无 不 没 做 个 种 条 次 步 点 取 如 若 比 至 即 则 当 着 过 去 来 说 看 他 她 你 我 们 吗 呢 吧 ' +
    '什么 怎样 怎么 如何 为什么 为何 哪些 哪个 多少 是否 分别 简述 介绍 说明 解释 请问 主要 基本 基本原理 常见 应当 应该 之处 ' +
    '一个 一种 一些 这个 那个 这些 那些 可以 需要 能够 应该 使用 进行 通过 根据 以及 因为 所以 因此 如果 那么 但是 而且 并且 或者 同时 然后 最后 首先 其次 ' +
    '就是 不是 没有 不会 不能 只是 只有 还是 还有 例如 比如 包括 其中 之间 之后 之前 时候 情况 方式 方法 问题 部分 各种 不同 相同 主要 一般 通常 直接 ' +
    '实现 得到 产生 提高 降低 减少 增加 保持 避免 导致 带来 作为 成为 具有 属于 关于 对于 由于 从而 仍然 已经 不再 更加 非常 比较 可能 必须 ' +
    'the a an of to in on for and or is are be been by with as at from that this these those it its can may will must should which when if then than so not no ' +
    'use uses used using one into also only both each such while because does do has have more less most very via per about between'
  ).split(' '),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export interface Word {
  text: string;
  /** Offset in the source text, UTF-16 units. */
  start: number;
  end: number;
}

const LATIN_RUN = /[\p{Script=Latin}\p{Script=Greek}\p{N}][\p{Script=Latin}\p{Script=Greek}\p{N}_.\-/+%]*/gu;

/**
 * What no word goes beyond. The platform's segmenter takes a time that grows with the square of what it is given (15 s for
 * 40,000 characters), so it is given these; a longer one is cut.
 */
const UNBROKEN = /[^\s\p{P}\p{S}]{1,200}/gu;

function chineseWords(text: string, offset: number): Word[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) => {
    const start = offset + index;
    return isWordLike && /\p{Script=Han}/u.test(segment)
      ? [{ text: segment, start, end: start + segment.length }]
      : [];
  });
}

/** Words of a text in order: Latin runs (identifiers, numbers with unit) whole, Chinese by the platform's segmenter. */
export function wordsOf(text: string): Word[] {
  const latin: Word[] = [...text.matchAll(LATIN_RUN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const chinese = [...text.matchAll(UNBROKEN)]
    .flatMap((match) => chineseWords(match[0], match.index))
    .filter(outside(latin));
  return [...latin, ...chinese].sort((a, b) => a.start - b.start);
}

/** Whether a word stands in none of the runs; both are asked for in the order of the text. */
function outside(runs: readonly Word[]): (word: Word) => boolean {
  let next = 0;
  return (word) => {
    while ((runs[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next += 1;
    return (runs[next]?.start ?? Number.POSITIVE_INFINITY) >= word.end;
  };
}

function isPlain(word: Word): boolean {
  return PLAIN_WORDS.has(word.text.toLowerCase());
}

/**
 * The key terms of a text: its content words (names, numbers, identifiers, nouns and telling verbs), in order,
 * without those that `known` texts (the question, what the person said) already hold.
 */
export function keyTermsOf(text: string, known: readonly string[] = []): Word[] {
  const heard = known.join('\n').toLowerCase();
  return wordsOf(text).filter((word) => !isPlain(word) && !heard.includes(word.text.toLowerCase()));
}
