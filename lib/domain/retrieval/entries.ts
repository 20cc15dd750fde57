import { type Passage, type Question, questionText } from '../question-bank';
import type { IndexEntry } from './model';

/**
 * The texts under which a question is found: its stem with the code or table it speaks of and, when there is one, its
 * answer; each in the words of the questions that were merged into it too.
 */
export function entriesOfQuestion(question: Question): IndexEntry[] {
  const options = (question.options ?? []).map((option) => option.text);
  const others = question.otherReferences ?? [];
  const answers = [
    ...(question.kind === 'choice' ? options : [question.answer]),
    question.explanation ?? '',
    ...others.flatMap(({ answer, explanation = '' }) => [answer, explanation]),
  ];
  return [
    entry(
      question.id,
      'stem',
      eachOnce([questionText(question), ...others.map(({ stem }) => stem)], question.stem),
    ),
    entry(question.id, 'answer', eachOnce(answers)),
  ].filter(({ text }) => text !== '');
}

/** Texts below one another, none twice; `known` stands in one of them. */
function eachOnce(texts: readonly string[], known = ''): string {
  return [...new Set(texts)]
    .filter((text, index) => text !== '' && (index === 0 || text !== known))
    .join('\n');
}

/** A passage is found by its headings and its text. */
export function entryOfPassage(passage: Passage): IndexEntry {
  return entry(passage.id, 'passage', [...passage.headings, passage.text].join('\n'));
}

function entry(ownerId: string, part: IndexEntry['part'], text: string): IndexEntry {
  return { id: `${ownerId}#${part}`, ownerId, part, text: plainText(text) };
}

/** A link or picture; the address may hold one pair of brackets. */
const LINK = /!?\[([^[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g;
const FENCE = /^\s{0,20}(?:```|~~~).*$/gm;
const TAG = /<\/?[a-zA-Z][^<>\n]*>/g;
const LEAD = /^\s{0,3}(?:#{1,6}\s|>\s?|[-*+]\s|(?=[ \t:-]*\|)[ \t:|-]+$)/gm;

/**
 * Markdown without what says nothing about the meaning: addresses, fences, emphasis, table rules. No pattern goes over a
 * place again for each sign of one kind: documents come from anywhere, and this runs where requests are answered.
 */
function plainText(markdown: string): string {
  return markdown
    .replace(LINK, '$1')
    .replace(FENCE, '')
    .replace(TAG, ' ')
    .replace(LEAD, '')
    .replace(/[*`|]+|~~/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
