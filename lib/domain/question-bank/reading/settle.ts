import type { Answered } from './answers';
import type { Dissection } from './dissect';
import { takeBareLetters, takeBlanks, takeLetters, takeSign, takeVerdict } from './filled-in';
import type { Line } from './line';
import { isMereKind } from './metadata';

/** A question's words and what answers it, before and after each found its place. */
interface Settled {
  stem: string;
  context: string;
  answered: Answered;
}

/** "二、填空题", "选择题": a section's title that tells how its questions are answered. */
const BLANKS = /填空|fill in the blanks?/iu;
const CHOICES = /选择|单选|多选|multiple[- ]choice/iu;

/** Puts what stands in the wrong place where it belongs: a key in the stem, options in the answer. */
export function settle(settled: Settled, found: Dissection, lines: readonly Line[]): Settled {
  const verdict = found.lead.candidate.mark.verdict ?? '';
  if (settled.answered.options !== undefined) return settleChoice(settled, verdict);
  const title = lines[found.lead.path.at(-1) ?? -1]?.text ?? '';
  if (settled.answered.answer === '') return settleBlank(settled, verdict, title);
  const isBare = found.parts.every(({ kind }) => kind === 'body');
  return isBare && isOffer(settled.answered.answer, title)
    ? { ...settled, context: settled.answered.answer, answered: { ...settled.answered, answer: '' } }
    : settled;
}

/** Below a stem of such a section one line without a label offers what nobody can tell apart, and answers nothing. */
function isOffer(answer: string, title: string): boolean {
  const isKey = /^[A-H]{1,8}[.。]?$/u.test(answer);
  return isMereKind(title) && CHOICES.test(title) && !isKey && !answer.includes('\n');
}

function settleBlank(settled: Settled, verdict: string, title: string): Settled {
  const { stem, answered } = settled;
  const blanks = BLANKS.test(title) ? takeBlanks(stem) : null;
  const filled = takeVerdict(verdict, stem) ?? takeSign(stem) ?? blanks;
  return filled === null
    ? settled
    : { ...settled, stem: filled.stem, answered: { ...answered, answer: filled.key } };
}

function settleChoice(settled: Settled, verdict: string): Settled {
  const { stem, answered } = settled;
  const { correct, options = [] } = answered;
  const filled =
    takeVerdict(verdict, stem, options) ??
    takeLetters(stem, options) ??
    (correct === undefined ? takeBareLetters(stem, options) : null);
  if (filled === null || (correct !== undefined && correct !== filled.key)) return settled;
  const right = options.filter((option) => filled.key.includes(option.label));
  const answer = right.map((option) => option.text).join('\n');
  return { ...settled, stem: filled.stem, answered: { ...answered, correct: filled.key, answer } };
}
