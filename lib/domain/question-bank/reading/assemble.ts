import { stableId } from '../../ids';
import type { AuthoredKeyPoint, Option, ReadQuestion } from '../model';
import type { Survey } from './candidates';
import { explanationAfter, markedOptions, readKey, readSentence } from './choice';
import type { Dissection, Part } from './dissect';
import { readLabel } from './labels';
import type { Line } from './line';
import { readMark, withoutInvisible } from './marks';
import { readDifficulty } from './metadata';
import type { OptionRun } from './option-runs';
import { verbatim } from './verbatim';

/** A question before its id is made. */
export type Draft = Omit<ReadQuestion, 'id'>;

function textOf(part: Part | undefined, lines: readonly Line[]): string {
  return part === undefined ? '' : verbatim(lines, part.start, part.end, part.first);
}

interface Stem {
  stem: string;
  context: string;
  /** Where an answer without a label begins. */
  answerStart: number;
}

const STANDALONE = new Set(['code', 'table', 'math', 'html']);

function isImage(line: Line): boolean {
  return /^!\[[^\]]*\]\([^)]*\)$/u.test(line.text) || /^<(?:img|p|div|picture)\b.*>$/iu.test(line.text);
}

/** Splits what stands between title and options or answer: prose belongs to the stem, code and pictures go with it. */
function splitBody(lines: readonly Line[], start: number, end: number): { prose: string; context: string } {
  let split = end;
  for (let index = start; index < end; index++) {
    const line = lines[index];
    if (line === undefined || line.kind === 'blank') continue;
    if (STANDALONE.has(line.kind) || isImage(line)) split = index;
    break;
  }
  return { prose: verbatim(lines, start, split), context: verbatim(lines, split, end) };
}

/** The first block of a body whose lead is only a label: a quote, or a paragraph. */
function firstBlockEnd(lines: readonly Line[], start: number, end: number): number {
  let index = start;
  while (index < end && lines[index]?.kind === 'blank') index += 1;
  const isQuote = (lines[index]?.quotes ?? 0) > 0;
  const depth = lines[index]?.lists ?? 0;
  while (index < end) {
    const line = lines[index];
    if (line === undefined || (isQuote ? line.quotes === 0 && line.kind !== 'blank' : line.kind === 'blank'))
      break;
    if (!isQuote && line.lists < depth) break;
    index += 1;
  }
  return index;
}

function stemTitle(found: Dissection, survey: Survey): string {
  const { candidate } = found.lead;
  const continued = survey.lines.slice(candidate.stemEnd, found.bodyStart).map((line) => line.text);
  return [candidate.mark.title, ...continued].filter((text) => text !== '').join('\n');
}

function readStem(found: Dissection, survey: Survey): Stem {
  const { lines } = survey;
  const title = stemTitle(found, survey);
  const body =
    found.parts[0]?.kind === 'body' && (found.run === null || found.beforeRun > 0)
      ? found.parts[0]
      : undefined;
  const elaboration = textOf(
    found.parts.find((part) => part.kind === 'question'),
    lines,
  );
  const isSplit =
    found.run !== null || found.parts.some((part) => part.kind === 'answer' || part.kind === 'explanation');
  const stemOf = (...texts: string[]): string =>
    withoutInvisible(texts.filter((text) => text !== '').join('\n\n'));
  if (body === undefined)
    return { stem: stemOf(title, elaboration), context: '', answerStart: found.bodyStart };
  if (title === '' && elaboration === '') {
    const end = isSplit ? body.end : firstBlockEnd(lines, body.start, body.end);
    const stem = verbatim(lines, body.start, end);
    return {
      stem: stemOf(readMark(stem, false).isBold ? readMark(stem, false).title : stem),
      context: '',
      answerStart: end,
    };
  }
  if (!isSplit) return { stem: stemOf(title, elaboration), context: '', answerStart: body.start };
  const { prose, context } = splitBody(lines, body.start, body.end);
  return { stem: stemOf(title, elaboration, prose), context, answerStart: body.end };
}

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
  return label?.kind === 'answer' ? [label.rest, ...rest].join('\n').trim() : text;
}

interface Answered {
  answer: string;
  explanation?: string;
  correct?: string;
  options?: Option[];
  stemTail: string;
}

function readOpen(found: Dissection, stem: Stem, lines: readonly Line[]): Answered {
  const labelled = pickAnswer(found.parts, found.lead.candidate.mark.language);
  const explanation = textOf(
    found.parts.find((part) => part.kind === 'explanation'),
    lines,
  );
  const answer = labelled === undefined ? '' : withoutLabel(textOf(labelled, lines));
  if (answer === '' && explanation !== '') return { answer: explanation, stemTail: '' };
  if (labelled !== undefined) return { answer, stemTail: '', ...(explanation === '' ? {} : { explanation }) };
  const isOnlyRubric =
    found.parts.some((part) => part.kind === 'rubric') &&
    found.parts.some((part) => part.kind === 'question');
  return { answer: isOnlyRubric ? '' : unlabelledAnswer(found, stem, lines), stemTail: '' };
}

const SHORT_TAIL = 120;

/** A choice question: options, key and explanation. What follows the options is tail, key or explanation. */
function readChoice(found: Dissection, run: OptionRun, lines: readonly Line[]): Answered {
  const options = run.options.map(({ label, text }) => ({ label, text: withoutInvisible(text).trim() }));
  const after = found.parts.slice(found.beforeRun);
  const block = withoutLabel(textOf(pickAnswer(after, null), lines));
  const labelledExplanation = textOf(
    after.find((part) => part.kind === 'explanation'),
    lines,
  );
  const body = textOf(
    after.find((part) => part.kind === 'body'),
    lines,
  );
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
  return /^[\s*_`(（【[]*[A-H][\s*_`)）】\]]*(?:$|\n)/u.test(body)
    ? readKey(body, run.options)
    : readSentence(body, run.options);
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

const POINT =
  /^\s*(?:[-*+]|\d+[.)])\s+(?:[[【(（]\s*(核心|加分|必答|core|bonus|extra)\s*(\d+(?:\.\d+)?)?\s*[\]】)）]\s*)?/iu;

/** Items of a list; wrapped lines are joined to their item. */
function listItems(text: string): string[] {
  const items: string[] = [];
  for (const row of text.split('\n')) {
    if (/^(?:[-*+]|\d+[.)])\s/u.test(row)) items.push(row);
    else if (row.trim() !== '' && items.length > 0) items[items.length - 1] += `\n${row}`;
  }
  return items;
}

function readKeyPoints(text: string): AuthoredKeyPoint[] {
  return listItems(text).map((item) => {
    const mark = POINT.exec(item);
    return {
      text: item.slice(mark?.[0].length ?? 0).trim(),
      weight: Number(mark?.[2] ?? 1) || 1,
      core: !/加分|bonus|extra/iu.test(mark?.[1] ?? ''),
    };
  });
}

function readMistakes(text: string): string[] {
  return listItems(text).map((item) => item.replace(/^(?:[-*+]|\d+[.)])\s+/u, '').trim());
}

/** What the surroundings say about a question. */
export interface Surroundings {
  topics: string[];
  difficulty: number | undefined;
  legend: ReadonlyMap<string, number>;
}

function difficultyOf(found: Dissection, around: Surroundings): number | undefined {
  const own = found.parts.find((part) => part.kind === 'difficulty');
  const emoji = [...found.lead.candidate.mark.emoji]
    .map((sign) => around.legend.get(sign))
    .find((value) => value !== undefined);
  return (own === undefined ? undefined : readDifficulty(own.first ?? '')) ?? emoji ?? around.difficulty;
}

/** Puts a question together from its parts. */
export function assemble(found: Dissection, survey: Survey, around: Surroundings): Draft {
  const { lines } = survey;
  const { stem, context, answerStart } = readStem(found, survey);
  const { run } = found;
  const answered =
    run === null ? readOpen(found, { stem, context, answerStart }, lines) : readChoice(found, run, lines);
  const keyPoints = readKeyPoints(
    textOf(
      found.parts.find((part) => part.kind === 'key-points'),
      lines,
    ),
  );
  const mistakes = readMistakes(
    textOf(
      found.parts.find((part) => part.kind === 'mistakes'),
      lines,
    ),
  );
  const difficulty = difficultyOf(found, around);
  const { stemTail, ...rest } = answered;
  return {
    kind: run === null ? 'open' : 'choice',
    stem: stemTail === '' ? stem : `${stem}\n\n${stemTail}`,
    ...(context === '' ? {} : { context }),
    ...rest,
    topics: around.topics,
    lines: { start: found.lead.candidate.index + 1, end: lastFilled(found, lines) },
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(keyPoints.length === 0 ? {} : { keyPoints }),
    ...(mistakes.length === 0 ? {} : { mistakes }),
  };
}

function lastFilled(found: Dissection, lines: readonly Line[]): number {
  let end = found.lead.end;
  const isEmpty = (line: Line | undefined): boolean =>
    line === undefined ||
    line.kind === 'blank' ||
    line.kind === 'rule' ||
    /^<a\b[^>]*>(?:<\/a>)?$/iu.test(line.text);
  while (end > found.lead.candidate.index + 1 && isEmpty(lines[end - 1])) end -= 1;
  return end;
}

/** What two stems are compared by: letters and digits, lower case. */
export function normaliseStem(text: string): string {
  return withoutInvisible(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Gives every question its id: document, stem (with its code), and which of the same it is. */
export function withIds(drafts: readonly Draft[], documentName: string): ReadQuestion[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const identity = normaliseStem(`${draft.stem}\n${draft.context ?? ''}`) || draft.stem;
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    return { id: stableId('q', documentName, identity, String(occurrence)), ...draft };
  });
}
