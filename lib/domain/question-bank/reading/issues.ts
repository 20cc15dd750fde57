import type { ReadingIssue, ReadQuestion } from '../model';
import { normaliseStem, questionText } from './identity';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { isPlaceholder } from './sections';

const IMAGE =
  /!\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|<img\b[^>]*\bsrc\s*=\s*(?:"([^"]+)"|'([^']+)'|([^"'\s>]+))/giu;

/** Pictures that stand beside the document, not on the web: they did not come with it. */
export function missingImages(lines: readonly Line[]): ReadingIssue[] {
  const issues: ReadingIssue[] = [];
  for (const line of lines) {
    if (line.kind === 'code' || !/!\[|<img/iu.test(line.source)) continue;
    for (const found of line.source.slice(0, 4_000).matchAll(IMAGE)) {
      const target = found.slice(1).find((part) => part !== undefined) ?? '';
      if (/^(?:https?:|data:|\/\/)/iu.test(target) || target === '') continue;
      issues.push({
        code: 'missing-image',
        severity: 'warning',
        line: line.number,
        message: `The image "${target}" did not come with the document.`,
      });
    }
  }
  return issues;
}

/** `<details>` that is never closed. */
export function unclosedTags(lines: readonly Line[]): ReadingIssue[] {
  const open: number[] = [];
  for (const line of lines) {
    if (line.kind === 'code') continue;
    for (const found of line.source.slice(0, 4_000).matchAll(/<(\/?)details\b/giu)) {
      if (found[1] === '/') open.pop();
      else open.push(line.number);
    }
  }
  return open.slice(0, 20).map((line) => ({
    code: 'unclosed-tag',
    severity: 'warning',
    line,
    message: '<details> is opened here and never closed.',
  }));
}

const SENTENCE_END = /(?:[。.!！?？…;；:：)）\]】」』”"'`|>*$~]|```|~~~)$/u;
const OPEN_END = /[,，、(（“‘「【—-]$/u;

/** Share of answers that must end with a full stop before one without counts as odd. */
const USUALLY_ENDED = 0.7;

/** The answer stops in mid-sentence: a dangling comma, or no full stop where the document's others have one. */
function isCutOff(answer: string, othersEnd: boolean): boolean {
  const last = answer.trimEnd().split('\n').at(-1)?.trim() ?? '';
  if (OPEN_END.test(last)) return true;
  const isProse = last.length >= 30 && !/^(?:[-*+|#>]|\d+[.)、])/u.test(last);
  return othersEnd && isProse && !SENTENCE_END.test(last);
}

const IMAGE_LINE = /^(?:!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>)$/iu;
const LINK_LINE = /^(?:\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+>?|\[\[[^\]]*\]\]|\[[^\]]+\]:\s*\S+)$/u;

/** The box or the letter of an option that says nothing. */
const OPTION_SIGN = /^(?:\[[ xX]\]\s{0,4})?(?:[A-H][.)、．]\s{0,4})?/u;

/** Why an answer is none, if so. */
export function emptyAnswerReason(answer: string): string | null {
  if (answer === '') return 'has no reference answer';
  if (answer.length > 4_000) return null;
  const rows = answer
    .split('\n')
    .map((row) =>
      row
        .replace(/^\s*(?:[-*+>]|\d+[.)])\s*/u, '')
        .replace(OPTION_SIGN, '')
        .trim(),
    )
    .filter((row) => row !== '');
  const all = (test: (row: string) => boolean): boolean =>
    rows.every((row) => isPlaceholder(row) || test(row));
  if (all(() => false)) return 'has only a placeholder for an answer';
  if (all((row) => IMAGE_LINE.test(row))) return 'has only a picture for an answer';
  if (all((row) => LINK_LINE.test(row))) return 'has only a link for an answer';
  return null;
}

/** Lines of what is asked on; more are an answer whatever they say. */
const MOST_ASKED_ON = 6;

/** Whether all that follows on a question are further questions: nobody answers it. */
export function asksOn(answer: string): boolean {
  const rows = answer.split('\n').map((row) => row.replace(/^\s*(?:[-*+>]|\d+[.)])\s*/u, '').trim());
  const filled = rows.filter((row) => row !== '');
  return (
    filled.length > 0 &&
    filled.length <= MOST_ASKED_ON &&
    filled.every((row) => /[?？]$/u.test(row) && questionLikeness(row) === 1)
  );
}

/** Signs that tell two questions apart although all their letters are the same: "C++" and "C#", "a+b" and "a*b". */
const SIGNS = /[+\-*/\\#<>=%&|^~!$@√×÷≤≥≠]/gu;

function sameStem(question: ReadQuestion): string {
  const text = questionText(question);
  const signs = text.replace(/\*\*|__|`/gu, '').match(SIGNS) ?? [];
  return `${normaliseStem(text)} ${signs.join('')}`;
}

/** What is odd about the questions; placeholders were already emptied, with the reason given. */
export function questionIssues(
  questions: readonly ReadQuestion[],
  reasons: ReadonlyMap<number, string>,
): ReadingIssue[] {
  const issues: ReadingIssue[] = [];
  const add = (code: string, severity: ReadingIssue['severity'], line: number, message: string): void => {
    issues.push({ code, severity, line, message });
  };
  const prose = questions.filter((question) => question.kind === 'open' && question.answer !== '');
  const ended = prose.filter((question) => SENTENCE_END.test(question.answer)).length;
  const othersEnd = prose.length >= 3 && ended / prose.length >= USUALLY_ENDED;
  const seen = new Map<string, number>();
  for (const [position, question] of questions.entries()) {
    const line = question.lines.start;
    const name = question.stem.split('\n')[0]?.slice(0, 60) ?? '';
    if (question.kind === 'choice' && question.correct === undefined) {
      add('no-answer', 'warning', line, `The choice question "${name}" has no key.`);
    } else if (question.answer === '') {
      add(
        'no-answer',
        'warning',
        line,
        `The question "${name}" ${reasons.get(position) ?? 'has no reference answer'}.`,
      );
    } else if (question.kind === 'open' && isCutOff(question.answer, othersEnd)) {
      add('answer-cut-off', 'warning', question.lines.end, `The answer to "${name}" ends in mid-sentence.`);
    }
    const identity = sameStem(question);
    const before = seen.get(identity);
    if (before === undefined) seen.set(identity, line);
    else add('duplicate-stem', 'warning', line, `The question "${name}" already stands at line ${before}.`);
  }
  return issues;
}
