import type { Grade, KeyPoint, Language, PointVerdict, Rubric } from '../grading';
import { findLeak } from './leak';
import { pointKindName, pointKindOf } from './point-kind';
import { topicOfPoint } from './topic';

export interface FollowUp {
  text: string;
  /** What it is about, in a few words. */
  about: string;
  pointIds: string[];
}

/**
 * The core point a follow-up should aim at: a contradicted one first, then the heaviest missing one, then a partial
 * one; null when every core point is covered. Points that an earlier follow-up aimed at are left out.
 */
export function choosePointToProbe(grade: Grade, asked: readonly string[] = []): PointVerdict | null {
  const order = ['contradicted', 'missing', 'partial'];
  const open = grade.points.filter(
    (point) => point.core && order.includes(point.verdict) && !asked.includes(point.pointId),
  );
  const rank = (point: PointVerdict) => order.indexOf(point.verdict) - point.weight / 1000;
  return [...open].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

export interface FollowUpRequest {
  question: string;
  target: PointVerdict;
  rubric: Pick<Rubric, 'points'>;
  answers: readonly string[];
  language: Language;
}

/** A follow-up made by rules: a template on the topic of the point; it never says the point itself. */
export function writeFollowUp({ question, target, rubric, answers, language }: FollowUpRequest): FollowUp {
  const known = [question, ...answers];
  const others = rubric.points.map((point) => point.text);
  const topic = topicOfPoint(target.point, known);
  const isSafe = topic !== null && findLeak(topic, others, known) === null;
  const about = isSafe ? topic : pointKindName(pointKindOf(target.point), language);
  return { text: phrase(target, about, language), about, pointIds: [target.pointId] };
}

function phrase(target: PointVerdict, about: string, language: Language): string {
  const quote = target.quote === null ? '' : target.quote.trim();
  if (language === 'en') {
    if (target.verdict === 'contradicted')
      return `You said “${quote}”. Think about “${about}” once more: does that really hold, and why?`;
    if (target.verdict === 'partial')
      return `You touched on “${quote}”. Can you be more exact about “${about}”?`;
    return `One thing is still open. What would you add about “${about}”?`;
  }
  if (target.verdict === 'contradicted')
    return `你刚才说“${quote}”。再想一想“${about}”：这样说成立吗，为什么？`;
  if (target.verdict === 'partial') return `你提到了“${quote}”。关于“${about}”，能说得更具体一些吗？`;
  return `还有一点没有谈到。关于“${about}”，你会怎么补充？`;
}

/** Whether a follow-up (or first or second hint) may be shown: it gives no key point away. */
export function isLeakFree(
  text: string,
  points: readonly KeyPoint[],
  question: string,
  answers: readonly string[],
): boolean {
  return (
    findLeak(
      text,
      points.map((point) => point.text),
      [question, ...answers],
    ) === null
  );
}
