import type { Language } from '../grading';
import type { Excerpt } from './excerpt';
import { keyTermsOf } from './terms';

/** How many terms of a question are explained, and how much of a source is shown. */
const MAX_TERMS = 3;
const EXCERPT_CHARACTERS = 160;

/** The terms of a question that are worth looking up, names and abbreviations first. */
export function termsToExplain(question: string): string[] {
  const terms = [...new Set(keyTermsOf(question).map((word) => word.text))].filter((term) => term.length > 1);
  const isName = (term: string) => /[A-Za-z]/.test(term);
  return [...terms.filter(isName), ...terms.filter((term) => !isName(term))].slice(0, MAX_TERMS);
}

/** The last full stop between words; the one of a list's number (“2. ”) ends nothing. */
const LAST_FULL_STOP = /(?<!\d)\. (?!.*(?<!\d)\. )/;

/** Without code blocks and tables: on one line of an excerpt they are only noise. */
function withoutBlocks(text: string): string {
  return text
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(^ {0,3}\1|$(?![\s\S]))/gm, '')
    .replace(/^[^\S\n]*\|.*$/gm, '')
    .trim();
}

/** The part of an excerpt around the first mention of a term, cut at sentence ends where it can be. */
export function excerptAround(text: string, term: string): string {
  const prose = withoutBlocks(text);
  const plain = (prose === '' ? text : prose).replace(/\s+/g, ' ').trim();
  const at = Math.max(plain.toLowerCase().indexOf(term.toLowerCase()), 0);
  const before = plain.slice(0, at);
  const start = Math.max(
    before.lastIndexOf('。') + 1,
    before.lastIndexOf('. ') + 1,
    at - EXCERPT_CHARACTERS / 2,
  );
  const piece = outsideFormulas(plain.slice(0, start), plain.slice(start, start + EXCERPT_CHARACTERS).trim());
  const end = Math.max(piece.lastIndexOf('。'), piece.search(LAST_FULL_STOP));
  return end > EXCERPT_CHARACTERS / 3
    ? piece.slice(0, end + 1)
    : piece + (start + EXCERPT_CHARACTERS < plain.length ? '…' : '');
}

/** Without the part of a formula that a cut left over at either end: half a formula is shown as its source. */
function outsideFormulas(before: string, piece: string): string {
  const isInside = (text: string) => (text.match(/(?<!\\)\$\$?/g)?.length ?? 0) % 2 === 1;
  const opened = isInside(before) ? piece.replace(/^[^$]*\$\$?/, '') : piece;
  return isInside(opened) ? opened.replace(/\$\$?[^$]*$/, '').trimEnd() : opened;
}

export interface ExplainedTerm {
  term: string;
  excerpt: Excerpt;
}

/** What a question means, without a model: its terms as other places of the bank explain them. */
export function writeClarification(
  question: string,
  explained: readonly ExplainedTerm[],
  language: Language,
): string {
  const isChinese = language === 'zh';
  if (explained.length === 0) {
    return isChinese
      ? '题库的其他地方没有解释这道题里的词。可以先按自己的理解回答，或者要一个提示。'
      : 'No other place in your bank explains the terms of this question. Answer it as you understand it, or ask for a hint.';
  }
  const lead = isChinese
    ? '这道题里的词，题库别处是这样说的：'
    : 'How other places in your bank explain the terms of this question:';
  const lines = explained.map(({ term, excerpt }) =>
    isChinese
      ? `- **${term}**：${excerptAround(excerpt.text, term)}（${excerpt.document}）`
      : `- **${term}**: ${excerptAround(excerpt.text, term)} (${excerpt.document})`,
  );
  const end = demandOf(question, language);
  return [lead, '', ...lines, ...(end ? ['', end] : [])].join('\n');
}

const DEMANDS: readonly [RegExp, Record<Language, string>][] = [
  [
    /为什么|原因|\bwhy\b/i,
    {
      zh: '它要的是原因：说清楚为什么，而不只是是什么。',
      en: 'It asks for reasons: say why, not only what.',
    },
  ],
  [
    /区别|对比|比较|异同|差异|\b(differ|compare|versus|vs)/i,
    {
      zh: '它要的是对比：逐项说出两边哪里不同。',
      en: 'It asks for a comparison: name where the two differ, one by one.',
    },
  ],
  [
    /步骤|流程|如何|怎么|怎样|\bhow\b|\bsteps?\b/i,
    { zh: '它要的是做法：按顺序说出步骤。', en: 'It asks for a way of doing it: give the steps in order.' },
  ],
  [
    /哪些|有什么|列举|\b(list|which|name)\b/i,
    { zh: '它要的是列举：一项一项说全。', en: 'It asks for a list: name each item.' },
  ],
  [
    /是什么|什么是|介绍|简述|解释|\b(what is|explain|describe)\b/i,
    {
      zh: '它要的是概念：定义、原理和作用。',
      en: 'It asks for a concept: what it is, how it works, what it is good for.',
    },
  ],
];

function demandOf(question: string, language: Language): string | null {
  return DEMANDS.find(([pattern]) => pattern.test(question))?.[1][language] ?? null;
}
