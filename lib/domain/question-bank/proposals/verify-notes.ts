import { stableId } from '../../ids';
import { visibleText } from '../../prompt';
import { comparableStem } from '../duplicates';
import type { AddedQuestion, LineRange } from '../model';
import type { DropReason, ReadingProposal } from './model';
import {
  anchorOf,
  type Checked,
  isWithin,
  lineMeant,
  reasonText,
  settleClaims,
  type Verified,
} from './proposing';
import type { NotesClaim, NotesReply } from './questions-from-notes.prompt';
import { findVerbatim, type VerbatimPart, withoutNumbers } from './verbatim';

/** Characters; an answer that stands in the document is bounded by its window. */
const LONGEST_STEM = 600;
const LONGEST_WRITTEN_ANSWER = 4000;

/** Text of a question, and whether it is the document's. */
interface Part {
  text: string;
  isWritten: boolean;
}

/**
 * The questions of a reply with what stands in the document as it stands there, looked for first in the passage named,
 * then in the window. Whatever does not stand there counts as the model's, whatever the model says of it.
 */
export function verifyNotes(reply: NotesReply, checked: Checked): Verified {
  const known = new Set(checked.reading.questions.map(({ stem }) => comparableStem(stem)));
  return settleClaims(reply.questions, (claim) => {
    const passage = passageOf(claim, checked);
    if (typeof passage === 'string') return passage;
    const proposal = propose(claim, passage, checked);
    if (typeof proposal === 'string') return proposal;
    return known.has(comparableStem(proposal.stem)) ? 'known' : proposal;
  });
}

/** The lines named without blank ones around them, moved to where the words given for the first stand. */
function passageOf(claim: NotesClaim, checked: Checked): LineRange | DropReason {
  const { lines, window } = checked;
  if (claim.start > claim.end || !isWithin(claim.start, window.lines)) return 'outside-window';
  const start = claim.words.trim() === '' ? claim.start : lineMeant(claim.start, claim.words, checked);
  if (start === null) return 'not-there';
  const end = claim.end + start - claim.start;
  if (!isWithin(end, window.lines)) return 'outside-window';
  const isBlank = (line: number) => lines[line - 1]?.trim() === '';
  let [first, last] = [start, end];
  while (first < last && isBlank(first)) first++;
  while (last > first && isBlank(last)) last--;
  return isBlank(first) ? 'not-there' : { start: first, end: last };
}

function propose(claim: NotesClaim, passage: LineRange, checked: Checked): ReadingProposal | DropReason {
  const { lines, window } = checked;
  const asked = found(claim.stem, passage, checked);
  const stem = asked ? documents(asked) : written(claim.stem);
  const answer = answerOf(claim, passage, asked, checked);
  if (!/[\p{L}\p{N}]/u.test(stem.text) || !/[\p{L}\p{N}]/u.test(answer.text)) return 'not-there';
  if (stem.text.length > LONGEST_STEM) return 'too-long';
  if (answer.isWritten && answer.text.length > LONGEST_WRITTEN_ANSWER) return 'too-long';
  const modelWritten: ReadingProposal['modelWritten'] = [
    ...(stem.isWritten ? (['stem'] as const) : []),
    ...(answer.isWritten ? (['answer'] as const) : []),
  ];
  const question: AddedQuestion = {
    kind: 'open',
    stem: stem.text,
    answer: answer.text,
    topics: topicsAt(passage.start, checked),
    ...(modelWritten.length > 0 && { modelWritten }),
    start: anchorOf(lines, passage.start),
    end: anchorOf(lines, passage.end),
  };
  return {
    id: stableId('p', 'add', `${passage.start}`, comparableStem(stem.text)),
    windowId: window.id,
    type: 'add',
    lines: passage,
    stem: stem.text,
    answer: answer.text,
    ...(modelWritten.length > 0 && { modelWritten }),
    reason: reasonText(claim.reason),
    corrections: [{ type: 'add', question }],
  };
}

function answerOf(claim: NotesClaim, passage: LineRange, asked: VerbatimPart | null, checked: Checked): Part {
  if (claim.answer.trim() === '')
    return { text: behindQuestion(passage, asked, checked.lines), isWritten: false };
  const said = found(claim.answer, passage, checked);
  return said ? documents(said) : written(claim.answer);
}

/** The passage as it stands, without the question where it begins with it. */
function behindQuestion(passage: LineRange, asked: VerbatimPart | null, lines: readonly string[]): string {
  const own = (from: number) => trimLines(lines.slice(from - 1, passage.end));
  if (asked === null || asked.lines.start !== passage.start) return own(passage.start);
  const rest = (lines[asked.lines.end - 1] ?? '').slice(asked.endOffset);
  // What is left of the question's own line: its last sign, or the mark that closes its emphasis, is no answer.
  const behind = rest.replace(/^[\s*_`#:：?？.。)）」”"-]+/u, '');
  return trimLines([behind, ...lines.slice(asked.lines.end, passage.end)]);
}

function trimLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
}

function found(words: string, passage: LineRange, { lines, window }: Checked): VerbatimPart | null {
  return findVerbatim(lines, passage, words) ?? findVerbatim(lines, window.lines, words);
}

function documents({ text }: VerbatimPart): Part {
  return { text: text.trim(), isWritten: false };
}

function written(text: string): Part {
  return { text: visibleText(withoutNumbers(text)), isWritten: true };
}

/** Headings above the passage, without the document's title. */
function topicsAt(line: number, { reading }: Checked): string[] {
  const around = reading.passages.find(({ lines }) => isWithin(line, lines));
  return around?.headings.slice(1) ?? [];
}
