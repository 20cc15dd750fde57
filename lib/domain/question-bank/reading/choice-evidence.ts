import { markedOptions } from './choice';
import { isAnswerHint, summaryText } from './fold';
import { readLabel } from './labels';
import type { Line } from './line';
import type { OptionRun } from './option-runs';

/** Words by which a stem offers a choice. */
const OFFERS =
  /哪(?:个|项|种|一|些(?:选项|是|说法|描述)|几|组|类|里)|[(（]\s*[A-H]{0,8}\s*[)）]|_{2,}|正确的(?:是|有)|错误的(?:是|有)|不(?:正确|属于|包括)|单选|多选|选出|which\b|select\b|choose\b|what (?:is|will be|are) the (?:output|result)|true or false|输出(?:是|了)?什么|结果是/iu;
/** Words that announce a choice or just a list; they count when the stem asks. */
const ANNOUNCES = /下列|以下|下面|选择|属于|following/iu;
/** Lines above a run searched for its stem (a code sample may stand between), and below it for its key. */
const ABOVE = 60;
const BELOW = 12;

/** "（　Ｂ　）" as "（　B　）". */
function narrowLetters(text: string): string {
  return text.replace(/[Ａ-Ｈ]/gu, (letter) => letter.normalize('NFKC'));
}

function stemAbove(lines: readonly Line[], run: OptionRun): string {
  const rows: string[] = [];
  for (let index = run.start - 1; index >= Math.max(0, run.start - ABOVE); index--) {
    const line = lines[index];
    if (line === undefined || line.kind === 'rule') break;
    if (line.kind === 'heading') return [line.text, ...rows].join('\n');
    if (line.kind === 'paragraph') rows.unshift(line.text);
    if (line.kind === 'blank' && rows.length > 0) break;
  }
  return rows.join('\n');
}

/** "①③": what the key of options in circled figures says. */
const RINGED = /^[*_`(（]{0,3}[①-⑧](?:[\s,，、和]{0,4}[①-⑧]){0,7}(?![\p{L}\p{N}])/u;

/** The next label below says which of the circled figures are right. */
function hasRingedKey(lines: readonly Line[], run: OptionRun): boolean {
  const below = lines.slice(run.end, run.end + BELOW).filter((line) => line.kind !== 'blank');
  const label = below[0]?.kind === 'paragraph' ? readLabel(below[0].text, false) : null;
  return label?.kind === 'answer' && RINGED.test(label.rest);
}

/** "✅ **C** — …", "||B||": a key that no word announces. */
export const SET_OFF_KEY =
  /^(?:[✅✔☑👉]\ufe0f?\s{0,4}(?:\*\*)?[A-H](?:\*\*)?(?![A-Za-z])|\*\*[A-H]\*\*(?=$|\s{0,4}[-–—:：])|\|\|\s?[A-H]{1,8}\s?\|\|$)/u;

function hasKeyBelow(lines: readonly Line[], run: OptionRun): boolean {
  for (const line of lines.slice(run.end, run.end + BELOW)) {
    if (line.kind === 'html') {
      const summary = summaryText(line);
      if (summary !== null && isAnswerHint(summary.replace(/<[^>]*>/gu, ''))) return true;
    }
    const label =
      line.kind === 'paragraph' || line.kind === 'heading'
        ? readLabel(line.text, line.kind === 'heading')
        : null;
    if (line.kind === 'paragraph' && SET_OFF_KEY.test(line.text)) return true;
    if (label !== null) return label.kind === 'answer' || label.kind === 'explanation';
    if (line.kind === 'heading') return false;
  }
  return false;
}

/** Lines from `key` on that may list the letters of the right options. */
const LONGEST_KEY = 400;
/** Two entries with letters make a key of an answer section. */
const KEYED = /\d{1,3}\s*(?:[.、．:：)）|]|[-–—]\s*(?:\d{1,3})?)\s*[*_`(（]*[A-Ha-h]{1,8}(?![A-Za-z])/gu;

/** Whether the answers at the end of the document name options by letter. */
function namesLetters(lines: readonly Line[], key: number): boolean {
  if (key < 0) return false;
  const text = lines.slice(key, key + LONGEST_KEY).map((line) => line.text);
  return (text.join('\n').match(KEYED)?.length ?? 0) >= 2;
}

/** "N/A" four times offers nothing. */
export function areDistinct(run: OptionRun): boolean {
  return new Set(run.options.map((option) => option.text.trim())).size > 1;
}

/** A document that calls itself a test of this kind. */
const QUIZ = /\b(?:mcqs?|quiz(?:zes)?|multiple[- ]choice)\b|选择题|测验/iu;

/** Whether a run offers a choice by itself: its stem does, a key follows, or an option is marked as right. */
function isSupported(run: OptionRun, lines: readonly Line[], isQuiz: boolean): boolean {
  if (run.style === 'truth' || run.isNamed === true || isTruthPair(run)) return true;
  if (run.style === 'task' && markedOptions(run.options) !== null) return true;
  // Answers count their points so; only the key tells them from options.
  if (run.style === 'circled') return hasRingedKey(lines, run);
  // So is what a person may do, with no question about it.
  if (run.style === 'named') return hasKeyBelow(lines, run) || markedOptions(run.options) !== null;
  const stem = narrowLetters(stemAbove(lines, run));
  const asks = /[?？]\s*\**$|[(（]\s*[)）][。.]?$/u.test(stem.trim());
  // "a) … b) …" is how answers count their own points; a choice in such letters must ask or be keyed.
  if (run.style === 'lower')
    return (asks && (OFFERS.test(stem) || stem.length < 300)) || hasKeyBelow(lines, run);
  if (OFFERS.test(stem) || (asks && (isQuiz || ANNOUNCES.test(stem)))) return true;
  return hasKeyBelow(lines, run) || markedOptions(run.options) !== null;
}

/** Whether options on a stem's own line offer a choice: the stem asks for one, or a key follows. */
export function offersChoice(stem: string, lines: readonly Line[], run: OptionRun): boolean {
  return areDistinct(run) && (OFFERS.test(stem) || ANNOUNCES.test(stem) || hasKeyBelow(lines, run));
}

const TRUTH = /^(?:true|false|yes|no|t|f|[对错是否]|正确|错误|√|×)[.。]?$/iu;
/** Options of an exam's question, and so many questions that have just these without a word or a key. */
const EXAM_OPTIONS = 4;
const FEWEST_ALIKE = 4;
const MOSTLY_ALIKE = 0.9;

/** "a. True", "b. False": nothing else looks so. */
function isTruthPair({ options }: OptionRun): boolean {
  return options.length === 2 && options.every(({ text }) => TRUTH.test(text.trim()));
}

/** "- [x] What is a closure?": questions that somebody ticks off, no options. */
function isChecklist(run: OptionRun, lines: readonly Line[]): boolean {
  const asking = run.options.filter(({ text }) => /[?？]$/u.test(text.trim()));
  const isAsked = /[?？]\s*\**$/u.test(stemAbove(lines, run).trim());
  return run.style === 'task' && asking.length * 2 >= run.options.length && !isAsked;
}

/** Four options below each of many questions, or true and false: an answer's own points never come so evenly. */
function areExam(runs: readonly OptionRun[]): boolean {
  const lettered = runs.filter(({ style }) => style === 'letter' || style === 'lower');
  const even = lettered.filter((run) => run.options.length === EXAM_OPTIONS || isTruthPair(run));
  return even.length >= FEWEST_ALIKE && even.length >= lettered.length * MOSTLY_ALIKE;
}

/**
 * "A. … B. …" may also be an answer's own list. A run stays when something offers a choice, when most runs of its
 * style in the document do, or when the answers at the document's line `key` (-1: there are none) name letters.
 */
export function keepChoices(found: readonly OptionRun[], lines: readonly Line[], key = -1): OptionRun[] {
  const runs = found.filter((run) => areDistinct(run) && !isChecklist(run, lines));
  const isQuiz = QUIZ.test(lines.find((line) => line.kind !== 'blank')?.text ?? '');
  if (namesLetters(lines, key) || areExam(runs)) return runs;
  const supported = new Set(runs.filter((run) => isSupported(run, lines, isQuiz)));
  const isUsual = (style: OptionRun['style']): boolean => {
    const alike = runs.filter((run) => run.style === style);
    return alike.length >= 4 && alike.filter((run) => supported.has(run)).length * 2 >= alike.length;
  };
  const styles = new Set<OptionRun['style']>(
    runs.map((run) => run.style).filter((style) => style !== 'circled'),
  );
  const usual = new Set([...styles].filter(isUsual));
  return runs.filter((run) => supported.has(run) || usual.has(run.style));
}
