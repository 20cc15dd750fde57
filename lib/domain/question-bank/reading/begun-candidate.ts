import type { Candidate, Survey } from './candidates';
import { canAsk } from './considered';
import { summaryText } from './fold';
import { endsInQuestionMark, questionLikeness } from './likeness';
import type { Line } from './line';
import { type Mark, readMark } from './marks';

/** A stem that breaks over lines reaches to the question mark, at most so many lines further down. */
const LONGEST_STEM_LINES = 6;
const ENDS_SENTENCE = /[。.!！;；:：]$/u;

/** Where the stem's lines end: the line itself, or the one of its block that ends the question it begins. */
function stemEndOf(lines: readonly Line[], index: number): number {
  if (lines[index]?.kind !== 'paragraph') return index + 1;
  for (let at = index; at < index + LONGEST_STEM_LINES; at++) {
    const line = lines[at];
    if (line?.kind !== 'paragraph' || (at > index && (line.isBlockStart || line.item !== null))) break;
    if (endsInQuestionMark(line.text)) return at + 1;
    if (ENDS_SENTENCE.test(line.text)) break;
  }
  return index + 1;
}

function markOf(lines: readonly Line[], index: number, end: number, first: string): Mark {
  const own = readMark(first, lines[index]?.kind === 'heading');
  const rest = lines.slice(index + 1, end).map((line) => line.text);
  return { ...own, title: [own.title, ...rest].filter((text) => text !== '').join('\n') };
}

/** The candidate for a question that a person lets begin at a line, whatever the line looks like. */
export function begunCandidate(survey: Survey, index: number): Candidate {
  const { lines } = survey;
  const known = survey.candidates.find((candidate) => candidate.index === index);
  if (known !== undefined && canAsk(known)) return known;
  const line = lines[index];
  const label = survey.labels[index];
  const text = line?.text ?? '';
  const folded = line?.kind === 'html' ? (summaryText(line) ?? text) : text;
  const first = label != null && label.kind !== 'question' && label.rest.trim() !== '' ? label.rest : folded;
  const stemEnd = stemEndOf(lines, index);
  const mark = markOf(lines, index, stemEnd, first);
  const isHeading = line?.kind === 'heading';
  return {
    index,
    stemEnd,
    carrier: isHeading ? 'heading' : 'line',
    level: isHeading ? line.depth : 0,
    shape: 'begun',
    mark,
    likeness: questionLikeness(mark.title),
    isListed: false,
    isQuoted: false,
  };
}

/** The same candidate with its stem ending at a line that a person gave to something else. */
export function cutStem(candidate: Candidate, end: number, lines: readonly Line[]): Candidate {
  if (candidate.stemEnd <= end) return candidate;
  const stemEnd = Math.max(candidate.index + 1, end);
  const mark = markOf(lines, candidate.index, stemEnd, lines[candidate.index]?.text ?? '');
  return { ...candidate, stemEnd, mark };
}
