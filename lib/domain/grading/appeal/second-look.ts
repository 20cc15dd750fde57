import type { AppealReply, Contested } from '../appeal.prompt';
import { findQuote } from '../evidence';
import { oneLine, type PointedTask } from '../grading-prompt';
import type {
  AnswerTurn,
  Grade,
  Grader,
  KeyPoint,
  Language,
  TokenUsage,
  UngradedReason,
  Verdict,
} from '../model';
import { gradeOffline } from '../offline/grade-offline';
import type { OfflineOptions } from '../offline/grade-open';
import { verifyVerdicts } from '../verify-verdicts';
import { type AppealSubject, compareVerdicts } from './revise';

/** What a second look found. */
export interface SecondLook {
  /** As before, or better: an appeal makes nothing worse. Of a statement: `covered` (it is right) or `contradicted`. */
  verdict: Verdict;
  /** Verbatim part of the answer, checked by code; null exactly when the verdict is missing. */
  quote: string | null;
  /** One sentence to the person. */
  reason: string;
  grader: Grader;
  usage?: TokenUsage;
}

/** A failure is a state with a retry; the verdict stays what it was. */
export type LookOutcome =
  | { state: 'looked'; look: SecondLook }
  | { state: 'failed'; reason: UngradedReason; message: string };

const WORDS: Record<Language, Record<'noPassage' | 'noQuote' | 'claim' | Verdict, string>> = {
  zh: {
    noPassage: '申诉里指的那段话没有在回答里找到，判定不变。可以从回答里原样摘一句再试。',
    noQuote: '复核没有在回答里找到依据，判定不变。',
    claim: '离线评分不判断这类说法，判定不变。你可以直接改成你的判定。',
    covered: '单看这段话，要点说到了。',
    partial: '单看这段话，要点说到了一部分。',
    missing: '单看这段话，也没有找到这个要点。',
    contradicted: '单看这段话，与参考的说法相反。',
  },
  en: {
    noPassage:
      'The passage you point at does not stand in the answer, so the verdict stays. Copy a sentence of the answer and try again.',
    noQuote: 'The second look found no evidence in the answer, so the verdict stays.',
    claim: 'Offline grading does not judge such statements, so the verdict stays. You can set your own.',
    covered: 'Read by itself, this passage makes the point.',
    partial: 'Read by itself, this passage makes a part of the point.',
    missing: 'Read by itself, this passage does not make the point either.',
    contradicted: 'Read by itself, this passage says the opposite of the reference.',
  },
};

const LONGEST_REASON = 300;

/** The verdict of a grade that an appeal is about; null when the grade holds no such subject. */
export function contestedIn(grade: Grade, subject: AppealSubject): Contested | null {
  if ('claim' in subject) {
    const claim = grade.falseClaims.find(({ quote }) => quote === subject.claim);
    return claim ? { kind: 'claim', claim } : null;
  }
  const point = grade.points.find(({ pointId }) => pointId === subject.pointId);
  return point ? { kind: 'point', point } : null;
}

/** The point itself, by the rubric where it still is the same, else as the grade has it. */
function keyPointOf(task: PointedTask, point: Extract<Contested, { kind: 'point' }>['point']): KeyPoint {
  const known = task.points.find(({ id, text }) => id === point.pointId && text === point.point);
  return known ?? { id: point.pointId, text: point.point, core: point.core, weight: point.weight };
}

/**
 * Checks a model's reply to an appeal. A verdict other than missing needs a quote that stands in the answer itself; without
 * one, and where the reply is worse than the verdict so far, that verdict stands.
 */
export function verifyLook(
  reply: AppealReply,
  contested: Contested,
  task: PointedTask,
  grader: Grader,
): SecondLook {
  const reason = shortened(reply.reason);
  if (contested.kind === 'claim') {
    const verdict = reply.verdict === 'covered' ? 'covered' : 'contradicted';
    return { verdict, quote: contested.claim.quote, reason, grader };
  }
  const before = contested.point;
  const item = { id: before.pointId, quote: reply.quote, verdict: reply.verdict, note: reply.reason };
  const single = { points: [item], falseClaims: [], flags: [], referenceDoubt: '' };
  const [found] = verifyVerdicts(single, [keyPointOf(task, before)], task.turns, task.question).points;
  const stays = { verdict: before.verdict, quote: before.quote, grader };
  if (!found || (found.verdict === 'missing' && reply.verdict !== 'missing'))
    return { ...stays, reason: WORDS[task.language].noQuote };
  if (compareVerdicts(before.verdict, found.verdict) < 0) return { ...stays, reason };
  return { verdict: found.verdict, quote: found.quote, reason, grader };
}

/** What an appeal points at with its own words: “quoted”, after a colon, or a whole clause. */
const QUOTED = /[“"「『‘']([^”"」』’']{2,})[”"」』’']/gu;

/** "我明明说了……", "I did say that …": what comes after it is the passage. */
const SAID_LEAD =
  /^\s*(?:(?:但|可|可是|其实|因为|而且)?我?(?:明明|已经|确实|前面|后面|刚才|也|都|有|是|就)*(?:说|提|讲|写|答)(?:的是|[到过了的])*|(?:but )?I(?: did| already| also| have)* (?:said|say|mentioned|mention|wrote|write)(?: that)?)/iu;

/** The longest part of the appeal's words that stands in the answer, as the answer has it; null when none does. */
export function passageIn(turns: readonly AnswerTurn[], words: string): string | null {
  const clauses = words.split(/[。！？!?；;，,\n:：]/u);
  const parts = [
    words,
    ...[...words.matchAll(QUOTED)].map(([, quoted = '']) => quoted),
    ...words.split(/[:：\n]/u).slice(1),
    ...clauses,
    ...clauses.map((clause) => clause.replace(SAID_LEAD, '')),
  ];
  const found = parts.flatMap((part) => turns.flatMap(({ text }) => findQuote(text, part)?.text ?? []));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The offline grader looks again at the passage that the person points at, read by itself. Never throws. */
export function lookAgainOffline(
  contested: Contested,
  task: PointedTask,
  words: string,
  options: OfflineOptions = {},
): SecondLook {
  const said = WORDS[task.language];
  const grader: Grader = { kind: 'offline' };
  if (contested.kind === 'claim')
    return { verdict: 'contradicted', quote: contested.claim.quote, reason: said.claim, grader };
  const before = contested.point;
  const stays = { verdict: before.verdict, quote: before.quote, grader };
  const passage = passageIn(task.turns, words);
  if (passage === null) return { ...stays, reason: said.noPassage };
  const alone = { ...task, points: [keyPointOf(task, before)], turns: [{ text: passage }] };
  const found = gradeOffline(alone, options).points.find(({ pointId }) => pointId === before.pointId);
  const verdict = found?.verdict ?? 'missing';
  if (!found || compareVerdicts(before.verdict, verdict) < 0) return { ...stays, reason: said[verdict] };
  return { verdict, quote: found.quote, reason: said[verdict], grader };
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line;
}
