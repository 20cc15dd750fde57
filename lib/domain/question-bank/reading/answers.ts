import type { Option } from '../model';
import { explanationAfter, markedOptions, readKey, readLoneKey, readSentence } from './choice';
import { SET_OFF_KEY } from './choice-evidence';
import { type Dissection, type Part, partText, textOf } from './dissect';
import { readLabel } from './labels';
import type { Line } from './line';
import { withoutInvisible } from './marks';
import type { OptionRun } from './option-runs';
import type { Stem } from './stem';
import { verbatim } from './verbatim';

/** Where nothing is labelled, the body after the stem is the answer, in one piece. */
function unlabelledAnswer(found: Dissection, stem: Stem, lines: readonly Line[]): string {
  const bodies = found.parts.filter((part) => part.kind === 'body');
  const first = bodies[0];
  const last = bodies.at(-1);
  if (first === undefined || last === undefined) return '';
  const end = found.parts
    .slice(found.parts.indexOf(first), found.parts.indexOf(last) + 1)
    .every(
      (part) =>
        part.kind === 'body' ||
        part.kind === 'metadata' ||
        part.kind === 'tags' ||
        part.kind === 'difficulty',
    )
    ? last.end
    : first.end;
  return verbatim(lines, Math.max(first.start, stem.answerStart), end);
}

function pickAnswer(parts: readonly Part[], language: string | null): Part | undefined {
  const answers = parts.filter((part) => part.kind === 'answer');
  return (
    answers.find((part) => language !== null && part.language?.toLowerCase() === language.toLowerCase()) ??
    answers[0]
  );
}

/** Inside a fold without blank lines the label is still in the text. */
function withoutLabel(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const label = readLabel(first, false);
  const labelled = label?.kind === 'answer' ? [label.rest, ...rest].join('\n').trim() : text;
  // "**A**" alone is the key, not the short word for an answer.
  return labelled === '' ? text : labelled;
}

/** What answers a question, and a tail of the stem that was found behind the options. */
export interface Answered {
  answer: string;
  explanation?: string;
  correct?: string;
  options?: Option[];
  stemTail: string;
}

/** The reference answer of an open question. */
export function readOpen(found: Dissection, stem: Stem, lines: readonly Line[]): Answered {
  const labelled = pickAnswer(found.parts, found.lead.candidate.mark.language);
  const explanation = partText(found.parts, 'explanation', lines);
  const answer = labelled === undefined ? '' : withoutLabel(textOf(labelled, lines));
  if (answer === '' && explanation !== '') return { answer: explanation, stemTail: '' };
  if (labelled !== undefined) return { answer, stemTail: '', ...(explanation === '' ? {} : { explanation }) };
  const isOnlyRubric =
    found.parts.some((part) => part.kind === 'rubric') &&
    found.parts.some((part) => part.kind === 'question');
  return { answer: isOnlyRubric ? '' : unlabelledAnswer(found, stem, lines), stemTail: '' };
}

/** One line of at most this many characters behind the options still belongs to the stem. */
const SHORT_TAIL = 120;

/** A choice question: options, key and explanation. What follows the options is tail, key or explanation. */
export function readChoice(found: Dissection, run: OptionRun, lines: readonly Line[]): Answered {
  const options = run.options.map(({ label, text }) => ({ label, text: withoutInvisible(text).trim() }));
  const after = found.parts.slice(found.beforeRun);
  const keyed =
    pickAnswer(after, null) ?? (run.isStated === true ? pickAnswer(found.parts, null) : undefined);
  const block = withoutLabel(textOf(keyed, lines));
  const labelledExplanation = partText(after, 'explanation', lines);
  const body = partText(after, 'body', lines);
  const key = block === '' ? null : readKey(block, run.options);
  const bodyKey = key === null && block === '' ? readKeyInBody(body, run) : null;
  const correct =
    key?.correct ??
    markedOptions(run.options) ??
    bodyKey?.correct ??
    readSentence(labelledExplanation, run.options)?.correct;
  const isTail = bodyKey === null && body !== '' && block !== '' ? true : isShortTail(body, correct);
  const said = [
    key === null ? block : explanationAfter(key.rest, key.correct, run.options),
    bodyKey === null ? '' : explanationAfter(bodyKey.rest, bodyKey.correct, run.options),
    labelledExplanation,
    isTail || bodyKey !== null ? '' : body,
  ].filter((text) => text !== '');
  const right = options.filter((option) => correct?.includes(option.label));
  return {
    options,
    answer: right.map((option) => option.text).join('\n'),
    stemTail: isTail ? body : '',
    ...(correct === undefined ? {} : { correct }),
    ...(said.length === 0 ? {} : { explanation: said.join('\n\n') }),
  };
}

function readKeyInBody(body: string, run: OptionRun): ReturnType<typeof readKey> {
  if (SET_OFF_KEY.test(body)) return readKey(body, run.options);
  return /^[\s*_`(（【[]*[A-H][\s*_`)）】\]]*(?:$|\n)/u.test(body)
    ? readKey(body, run.options)
    : (readLoneKey(body, run.options) ?? readSentence(body, run.options));
}

function isShortTail(body: string, correct: string | undefined): boolean {
  return (
    body !== '' &&
    correct === undefined &&
    body.length <= SHORT_TAIL &&
    !body.includes('\n') &&
    !/\]\(|https?:/u.test(body)
  );
}
