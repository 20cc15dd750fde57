import { stableId } from '../../ids';
import { visibleText } from '../../prompt';
import type { LineRange, ReadingCorrection, ReadQuestion } from '../model';
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
import type { WindowReply } from './read-window.prompt';

type Claim = WindowReply['changes'][number];

/**
 * The changes of a reply that fit the document: the line is in the window and holds the words given for it, a change of
 * a question names the first line of one, and a beginning is none yet.
 */
export function verifyBoundaries(reply: WindowReply, checked: Checked): Verified {
  const byLine = new Map(checked.reading.questions.map((question) => [question.lines.start, question]));
  return settleClaims(reply.changes, (claim) => {
    if (!isWithin(claim.line, checked.window.lines)) return 'outside-window';
    const line = lineMeant(claim.line, claim.words, checked);
    if (line === null) return 'not-there';
    const question = byLine.get(line);
    if (claim.type === 'begin') return question ? 'known' : begin(claim, line, checked);
    return question ? change(claim, question, checked) : 'not-there';
  });
}

function begin(claim: Claim, line: number, checked: Checked): ReadingProposal {
  const { lines, window, reading } = checked;
  const at = anchorOf(lines, line);
  const next =
    reading.questions.find(({ lines: { start } }) => start > line)?.lines.start ?? lines.length + 1;
  const isEnd = (end: number | null): end is number =>
    // A question that the window cuts off goes on behind it.
    end !== null && end >= line && end < next && (end < window.lines.end || end === lines.length);
  const end = isEnd(claim.end) ? claim.end : null;
  const last = end ?? next - 1;
  const answer = claim.answer !== null && claim.answer > line && claim.answer <= last ? claim.answer : null;
  return proposalOf(claim, { start: line, end: end ?? line }, checked, [
    { type: 'begin', at },
    ...correctionIf(answer, (found) => ({ type: 'answer', at, answer: anchorOf(lines, found) })),
    ...correctionIf(end, (found) => ({ type: 'end', at, end: anchorOf(lines, found) })),
  ]);
}

function correctionIf(line: number | null, make: (line: number) => ReadingCorrection): ReadingCorrection[] {
  return line === null ? [] : [make(line)];
}

function change(claim: Claim, question: ReadQuestion, checked: Checked): ReadingProposal | DropReason {
  const { lines, reading, window } = checked;
  const { start, end } = question.lines;
  const at = anchorOf(lines, start);
  const make = (correction: ReadingCorrection) => proposalOf(claim, question.lines, checked, [correction]);
  switch (claim.type) {
    case 'merge':
      return reading.questions.some((other) => other.lines.start < start)
        ? make({ type: 'merge', at })
        : 'not-there';
    case 'drop':
      return make({ type: 'drop', at });
    case 'answer': {
      const line = claim.answer;
      if (line === null || line <= start || line > end) return 'not-there';
      return isWithin(line, window.lines)
        ? make({ type: 'answer', at, answer: anchorOf(lines, line) })
        : 'outside-window';
    }
    default: {
      const line = claim.end;
      if (line === null || line < start || line >= end) return 'not-there';
      return isWithin(line, window.lines)
        ? make({ type: 'end', at, end: anchorOf(lines, line) })
        : 'outside-window';
    }
  }
}

function proposalOf(
  { type, reason }: Claim,
  range: LineRange,
  { lines, window }: Checked,
  corrections: ReadingCorrection[],
): ReadingProposal {
  const source = lines[range.start - 1] ?? '';
  return {
    id: stableId('p', type, `${range.start}`, source.trim()),
    windowId: window.id,
    type,
    lines: range,
    stem: visibleText(source),
    reason: reasonText(reason),
    corrections,
  };
}
