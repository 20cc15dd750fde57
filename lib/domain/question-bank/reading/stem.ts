import type { Survey } from './candidates';
import { type Dissection, partText } from './dissect';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark, withoutInvisible } from './marks';
import { isMereKind } from './metadata';
import { verbatim } from './verbatim';

/** A question's own words. */
export interface Stem {
  stem: string;
  context: string;
  /** What a title names above the question proper, "3. Memory" over "Question: What …?"; '' when there is none. */
  topic: string;
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
  const { inline } = candidate;
  const own = inline === undefined || found.run === inline.run ? '' : inline.text;
  const title = [candidate.mark.title, own].filter((text) => text !== '').join(' ');
  const continued = survey.lines.slice(candidate.stemEnd, found.bodyStart).map((line) => line.text);
  return [title, ...continued].filter((text) => text !== '').join('\n');
}

/** No topic is longer, in characters. */
const LONGEST_TOPIC = 40;

/** A short title above a labelled question only names what the question is about. */
function isTopic(title: string, elaboration: string): boolean {
  const asks = !elaboration.includes('\n') && questionLikeness(elaboration) === 1;
  return asks && title !== '' && title.length <= LONGEST_TOPIC && questionLikeness(title) < 1;
}

/** Words that point at a title: without it what they begin says too little. */
const POINTING =
  /^(?:[其它该此这]|他们|下列|以下|下面|如下|上述|(?:it|its|this|that|these|those|they|the following|which of)\b)/iu;
/** A long sentence that orders is only likely to. */
const LIKELY_ORDER = 0.5;
/** Shorter prose does not stand for itself. */
const SHORTEST_PROSE = 8;

/** "(单选题, 5 分)" and "【多选】" say how to answer, not what about. */
function isRemark(title: string): boolean {
  return isMereKind(title) || /^[(（【[][^()（）【】[\]]*[)）】\]]$/u.test(title);
}

/** The question that stands below a title that only names its subject: "Q1 Trees" over "Which split …?"; '' when none does. */
function askedBelow(title: string, prose: string, hasOptions: boolean): string {
  if (title === '' || title.length > LONGEST_TOPIC || questionLikeness(title) > 0) return '';
  if (isRemark(title) || (!hasOptions && /\n\s*\n/u.test(prose))) return '';
  const asked = readMark(prose, false).title;
  if (asked.length < SHORTEST_PROSE || (!hasOptions && POINTING.test(asked))) return '';
  return hasOptions || questionLikeness(asked) === 1 ? asked : '';
}

/** "Prompt 2: Metrics" over one paragraph that orders, "Define metrics for …": what it orders; '' where it does not. */
function orderedBelow({ lead }: Dissection, title: string, prose: string): string {
  const isNamed = lead.candidate.carrier === 'heading' && lead.candidate.mark.kind === 'question';
  if (!isNamed || title === '' || title.length > LONGEST_TOPIC || questionLikeness(title) === 1) return '';
  if (prose.includes('\n') || POINTING.test(prose)) return '';
  const [first = ''] = prose.split(/(?<=[.?!。？！])\s?/u);
  return questionLikeness(first) >= LIKELY_ORDER ? prose : '';
}

/** A page's source as the stem: its first paragraph asks, what follows goes with it. */
const PARAGRAPH = /^<p(?:\s[^<>]{0,200})?>([^<>]+)<\/p>\s*/iu;

function splitMarkup(stem: string): { asked: string; rest: string } {
  const found = PARAGRAPH.exec(stem);
  return found === null
    ? { asked: stem, rest: '' }
    : { asked: (found[1] ?? '').trim(), rest: stem.slice(found[0].length) };
}

/** Reads the stem: title, elaboration, and what stands before options or answer. */
export function readStem(found: Dissection, survey: Survey): Stem {
  const own = stemTitle(found, survey);
  const elaboration = partText(found.parts, 'question', survey.lines);
  const isNamed = found.lead.candidate.mark.kind === 'question';
  const topic = !isNamed && isTopic(own, elaboration) ? own : '';
  const words = readWords(found, survey, topic === '' ? own : '', elaboration);
  return { topic, ...words, stem: withoutForm(words.stem) };
}

/** A stem below a mere label, without the bold or the picture that sets it off. */
function withoutSign(asked: string): string {
  const [first = '', ...below] = asked.split('\n');
  const label = readMark(first, false);
  // "【第3题】" under "第3题" counts once more.
  if (label.kind === 'question' && label.title === '' && below.length > 0)
    return below.join('\n').trimStart();
  const { isBold, sign, title } = readMark(asked, false);
  if (isBold) return title;
  return sign === '' ? asked : asked.slice(asked.indexOf(sign) + sign.length).trimStart();
}

/** "单选题:" above the words of a stem and "选项:" below them are the form's, not the question's. */
function withoutForm(stem: string): string {
  const [first = '', ...below] = stem.split('\n');
  const words = below.length > 0 && /[:：]$/u.test(first) && isMereKind(first) ? below.join('\n') : stem;
  return words.replace(/\n(?:选项|备选答案)\s{0,4}[:：]\s*$/u, '').trim();
}

function readWords(
  found: Dissection,
  survey: Survey,
  title: string,
  elaboration: string,
): Omit<Stem, 'topic'> & { topic?: string } {
  const { lines } = survey;
  const body =
    found.parts[0]?.kind === 'body' && (found.run === null || found.beforeRun > 0)
      ? found.parts[0]
      : undefined;
  const isSplit =
    found.run !== null ||
    survey.answeredAtEnd.has(found.lead.candidate.mark.path.at(-1) ?? -1) ||
    found.parts.some((part) => part.kind === 'answer' || part.kind === 'explanation');
  const stemOf = (...texts: string[]): string =>
    withoutInvisible(texts.filter((text) => text !== '').join('\n\n'));
  if (body === undefined)
    return { stem: stemOf(title, elaboration), context: '', answerStart: found.bodyStart };
  if (title === '' && elaboration === '') {
    const end = isSplit ? body.end : firstBlockEnd(lines, body.start, body.end);
    const { asked, rest } = splitMarkup(verbatim(lines, body.start, end));
    return {
      stem: stemOf(withoutSign(asked)),
      context: rest,
      answerStart: end,
    };
  }
  if (!isSplit) {
    const asked = elaboration === '' ? orderedBelow(found, title, verbatim(lines, body.start, body.end)) : '';
    return asked === ''
      ? { stem: stemOf(title, elaboration), context: '', answerStart: body.start }
      : { stem: stemOf(asked), context: '', answerStart: body.end, topic: title };
  }
  const { prose, context } =
    found.isWholeStem === true
      ? { prose: verbatim(lines, body.start, body.end), context: '' }
      : splitBody(lines, body.start, body.end);
  const isKeyed = survey.answeredAtEnd.size > 0;
  const asked = elaboration === '' && !isKeyed ? askedBelow(title, prose, found.run !== null) : '';
  if (asked !== '') return { stem: stemOf(asked), context, answerStart: body.end, topic: title };
  return { stem: stemOf(title, elaboration, prose), context, answerStart: body.end };
}
