import { type Slice, sentencesOf } from '../key-points/sentences';
import { apartFrom, areOpposed, marksOf } from './polarity';
import { unitsOf } from './units';

/**
 * A passage prepared for comparing polarity: its content units in order, and the turning words that stand in the gaps
 * between them (gap i stands before unit i).
 */
export interface Statement extends Slice {
  keys: string[];
  /** How much each unit counts as context: a word says more than a character. */
  sizes: number[];
  gaps: Map<number, number[]>;
  /** False for a lead that only announces what comes ("单链表："). */
  isClosed: boolean;
  /** It speaks of preventing something, so that who says the thing does not happen agrees. */
  prevents: boolean;
  /** How many clauses it has: as many things can be denied. */
  clauses: number;
}

/** Modals and particles that come and go with a negation (能 / 不能, 需要 / 无需): no part of the compared wording. */
const MODALS = new Set([...'能会可以要是有需用应该得被再并都才就够']);

const PREVENTING = /防(?!火)|避免|杜绝|以免|抑制|\b(?:prevent|avoid)/iu;

/** Context on both sides together that makes two places the same: six characters or four words. */
const ENOUGH_CONTEXT = 6;
/** Where both passages begin, or end, the boundary is context too. */
const BOUNDARY_CONTEXT = 1;
const WIDEST_CONTEXT = 8;
/** Context of sentences that agree as a whole. */
const WHOLE = 99;

/** Turning words of one sentence that are compared: nobody turns more than that. */
const MOST_MARKS = 100;

/** Sentences of a text as statements. */
export function statementsOf(text: string): Statement[] {
  return sentencesOf(text).map((slice) => statementAt(text, slice));
}

function statementAt(text: string, slice: Slice): Statement {
  const passage = text.slice(slice.start, slice.end);
  const marks = marksOf(passage);
  const units = apartFrom(marks, unitsOf(passage)).filter((unit) => unit.weight > 0 && !MODALS.has(unit.key));
  const gaps = new Map<number, number[]>();
  let gap = 0;
  for (const mark of marks.slice(0, MOST_MARKS)) {
    while ((units[gap]?.start ?? Number.POSITIVE_INFINITY) < mark.end) gap++;
    const poles = gaps.get(gap);
    if (poles) poles.push(mark.pole);
    else gaps.set(gap, [mark.pole]);
  }
  return {
    ...slice,
    keys: units.map((unit) => unit.key),
    sizes: units.map((unit) => (unit.kind === 'han' ? 1 : 1.5)),
    gaps,
    isClosed: !/[：:]\s*$/.test(passage),
    prevents: PREVENTING.test(passage),
    clauses: passage.split(/[，,；;：:]/).filter((clause) => /[\p{L}\d]/u.test(clause)).length,
  };
}

/** What of a passage an answer turns round, in the same words before and after. */
export interface Denial {
  /** The answer's sentence that says the opposite, by text offsets. */
  start: number;
  end: number;
  /** In how many places. */
  count: number;
  /** Share of the passage's clauses that are turned round, 0..1. */
  share: number;
  /** Whether a whole sentence was repeated but for its turning words. */
  isWhole: boolean;
}

/** What the answer says to the contrary of the passage, or null. */
export function denialOf(passage: readonly Statement[], answer: readonly Statement[]): Denial | null {
  const found = new Map<string, Match>();
  const add = (wanted: Statement, gap: number, match: Match) => found.set(`${wanted.start}:${gap}`, match);
  for (const wanted of passage) {
    for (const gap of wanted.gaps.keys()) {
      const match = bestMatch(wanted, gap, answer);
      if (match?.isOpposed) add(wanted, gap, match);
    }
  }
  for (const said of answer) {
    for (const gap of said.gaps.keys()) {
      const match = bestMatch(said, gap, passage);
      // Somewhere else the answer may say just what the passage says: "if … then …; if not … then not …".
      if (match?.isOpposed && bestMatch(match.statement, match.gap, answer)?.isOpposed)
        add(match.statement, match.gap, { ...match, statement: said });
    }
  }
  const [strongest] = [...found.values()].sort((a, b) => b.context - a.context);
  if (!strongest) return null;
  const { start, end } = strongest.statement;
  const clauses = passage.reduce((sum, statement) => sum + statement.clauses, 0);
  return {
    start,
    end,
    count: found.size,
    share: Math.min(1, found.size / Math.max(1, clauses)),
    isWhole: strongest.context >= WHOLE,
  };
}

interface Match {
  statement: Statement;
  /** The gap in `statement`. */
  gap: number;
  context: number;
  isOpposed: boolean;
}

/** Where else the words around a gap stand; of equally good places one that agrees is believed. */
function bestMatch(from: Statement, gap: number, candidates: readonly Statement[]): Match | null {
  let best: Match | null = null;
  for (const statement of candidates) {
    for (let other = 0; other <= statement.keys.length; other++) {
      const context = commonContext(from, gap, statement, other);
      if (context < ENOUGH_CONTEXT || (best && context < best.context)) continue;
      const isOpposed =
        from.prevents === statement.prevents &&
        areOpposed(from.gaps.get(gap) ?? [], statement.gaps.get(other) ?? []);
      if (!best || context > best.context || !isOpposed) best = { statement, gap: other, context, isOpposed };
    }
  }
  return best;
}

/** Common context of two gaps; 0 unless something agrees on both sides. */
function commonContext(left: Statement, i: number, right: Statement, j: number): number {
  if (i === j && isSameWording(left, right)) return WHOLE;
  const before = sideContext(left, i - 1, right, j - 1, -1);
  if (before === 0) return 0;
  const after = sideContext(left, i, right, j, 1);
  return after === 0 ? 0 : before + after;
}

/** However short: the same content in the same order, so that only the turning words can differ. */
function isSameWording(left: Statement, right: Statement): boolean {
  return (
    left.isClosed &&
    right.isClosed &&
    left.keys.length >= 2 &&
    left.keys.length === right.keys.length &&
    left.keys.every((key, at) => key === right.keys[at])
  );
}

function sideContext(left: Statement, i: number, right: Statement, j: number, step: 1 | -1): number {
  let context = 0;
  let a = i;
  let b = j;
  while (context < WIDEST_CONTEXT && left.keys[a] !== undefined && left.keys[a] === right.keys[b]) {
    context += left.sizes[a] ?? 1;
    a += step;
    b += step;
  }
  const bothEnd = left.keys[a] === undefined && right.keys[b] === undefined;
  return bothEnd ? context + BOUNDARY_CONTEXT : context;
}
