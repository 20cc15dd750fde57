import type { Option } from '../question-bank';
import type { ChoiceResult, GradingTask } from './model';
import { readExcluded, seeksWrong, withoutRejected } from './rejected-options';

/** What was chosen of a choice question, and what of the answer is left as reasons. */
export interface ChoiceReading {
  /** Null when no option can be made out. */
  choice: ChoiceResult | null;
  /** The person's words that name the choice, verbatim; null without a choice. */
  quote: string | null;
}

/** Whether there is a key to compare with: it names options, and only such as the question has. */
export function hasKey({ options = [], correct = '' }: Pick<GradingTask, 'options' | 'correct'>): boolean {
  const letters = lettersOf(correct);
  const labels = labelsOf(options);
  return letters.length > 0 && letters.every((letter) => labels.includes(letter));
}

interface Named {
  labels: string[];
  quote: string;
}

/** Reads the choice from a candidate's turns, the last turn that names one counting, and compares it. */
export function gradeChoice(
  task: Pick<GradingTask, 'options' | 'correct' | 'turns'> & Partial<Pick<GradingTask, 'question'>>,
): ChoiceReading {
  const options = task.options ?? [];
  const correct = lettersOf(task.correct ?? '');
  const isMultiple = correct.length > 1;
  for (const turn of [...task.turns].reverse()) {
    const labels = labelsOf(options);
    const said = apart(turn.text, options);
    const isWrongSought = seeksWrong(task.question ?? '');
    const named =
      readExcluded(said, labels, isWrongSought) ??
      readChoice(withoutRejected(said, labels, isWrongSought), options, isMultiple);
    if (!named) continue;
    const chosen = inOptionOrder(named.labels, options);
    const wanted = inOptionOrder(correct, options);
    const choice = {
      chosen: chosen.join(''),
      correct: wanted.join(''),
      isRight: chosen.join('') === wanted.join(''),
    };
    return { choice, quote: turn.text.includes(named.quote) ? named.quote : turn.text.trim().slice(0, 200) };
  }
  return { choice: null, quote: null };
}

/** Labels written together ("ACD", or nothing but "acd") are set apart; other words stay what they are. */
function apart(text: string, options: readonly Option[]): string {
  const labels = new Set(options.map((option) => option.label.toUpperCase()));
  const setApart = (run: string) => {
    const letters = [...run.normalize('NFKC').toUpperCase()];
    const isLabels =
      letters.length === new Set(letters).size && letters.every((letter) => labels.has(letter));
    return isLabels ? letters.join('、') : run;
  };
  if (/^[\s\p{P}]*[A-Za-zＡ-Ｚａ-ｚ]{2,}[\s\p{P}]*$/u.test(text))
    return text.replace(/[A-Za-zＡ-Ｚａ-ｚ]{2,}/u, setApart);
  return text.replace(/(?<![A-Za-zＡ-Ｚａ-ｚ])[A-ZＡ-Ｚ]{2,}(?![A-Za-zＡ-Ｚａ-ｚ])/gu, setApart);
}

function lettersOf(text: string): string[] {
  return [...new Set(text.normalize('NFKC').toUpperCase().match(/[A-Z]/g) ?? [])];
}

function inOptionOrder(labels: readonly string[], options: readonly Option[]): string[] {
  const order = options.map((option) => option.label.toUpperCase());
  return [...new Set(labels)].sort((a, b) => order.indexOf(a) - order.indexOf(b) || a.localeCompare(b));
}

function labelsOf(options: readonly Option[]): string[] {
  return options.length > 0 ? options.map((option) => option.label.toUpperCase()) : [...'ABCDEFGH'];
}

/** Ways to name an option, most explicit first. */
function readChoice(text: string, options: readonly Option[], isMultiple: boolean): Named | null {
  const labels = labelsOf(options);
  return (
    readAnnounced(text, labels, isMultiple) ??
    readLeading(text, labels) ??
    readOptionText(text, options, isMultiple) ??
    readLoneLetters(text, labels, isMultiple)
  );
}

const LETTERS =
  '[A-Za-zＡ-Ｚａ-ｚ](?:\\s*(?:[、,，/&+]|和|与|跟|以及|and|\\s)?\\s*[A-Za-zＡ-Ｚａ-ｚ](?![A-Za-zＡ-Ｚａ-ｚ]))*';
const ANNOUNCED = new RegExp(
  `(?:(?:答案|正确答案|我的答案|应该|正确(?:的)?选项|最终)\\s*(?:应该|应当)?\\s*(?:是|为|选|[:：])+\\s*|(?:我|应|应该|所以|就|还是|改)?选(?:择|项)?\\s*(?:的是|是|[:：])?\\s*|(?:the\\s+)?(?:answer|choice|option)(?:\\s+is|s\\s+are|\\s*:)?\\s*(?:option\\s+)?|\\bi(?:'d)?\\s+(?:choose|pick|select|go with)\\s+(?:option\\s+)?)[（(「"“]?\\s*(${LETTERS})(?![A-Za-zＡ-Ｚａ-ｚ])`,
  'giu',
);
/** "不选 A", "not A": what is turned down is not chosen. */
const TURNED_DOWN = /(?:不|别|没|未|排除|not|n't)\s*(?:应该|应|会|要|能)?\s*$/iu;

function readAnnounced(text: string, labels: readonly string[], isMultiple: boolean): Named | null {
  const named = [...text.matchAll(ANNOUNCED)]
    .filter((match) => !TURNED_DOWN.test(text.slice(Math.max(0, match.index - 8), match.index)))
    .flatMap((match) => {
      const found = known(match[1] ?? '', labels);
      return found ? [{ labels: found, quote: match[0].trim() }] : [];
    });
  if (isMultiple && named.length > 1 && named.every((one) => one.labels.length === 1)) {
    return { labels: named.flatMap((one) => one.labels), quote: named[0]?.quote ?? '' };
  }
  // Who corrects himself ("I choose A … no, I choose B") means the last.
  return named.at(-1) ?? null;
}

function readLeading(text: string, labels: readonly string[]): Named | null {
  const match = new RegExp(
    `^[\\s（(\\[「"“*]*(${LETTERS})(?![A-Za-zＡ-Ｚａ-ｚ'’])(?=\\s*(?:$|[\\p{P}\\p{Script=Han}\\n]|\\s(?:because|since|as|is|are|option)))`,
    'iu',
  ).exec(text);
  const found = match ? known(match[1] ?? '', labels) : null;
  // "A model is …": the article, not the label.
  if (!match || !found) return null;
  return { labels: found, quote: (match[1] ?? '').trim() };
}

function known(raw: string, labels: readonly string[]): string[] | null {
  const letters = lettersOf(raw.replace(/\band\b/giu, ' '));
  return letters.length > 0 && letters.every((letter) => labels.includes(letter)) ? letters : null;
}

function readOptionText(text: string, options: readonly Option[], isMultiple: boolean): Named | null {
  const said = comparable(text);
  const found = options
    .map((option) => ({ label: option.label.toUpperCase(), wording: comparable(option.text) }))
    .filter((option) => option.wording.length > 0 && said.includes(option.wording))
    .sort((a, b) => b.wording.length - a.wording.length);
  // An option that is part of a longer one that was said was not itself meant.
  const meant = found.filter(
    (option) => !found.some((other) => other !== option && other.wording.includes(option.wording)),
  );
  if (meant.length === 0 || (!isMultiple && meant.length > 1)) return null;
  return { labels: meant.map((option) => option.label), quote: text.trim().slice(0, 200) };
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}$\\]/gu, '');
}

/** Lone capitals anywhere ("因为…所以 B 对"); only when they leave no doubt. */
function readLoneLetters(text: string, labels: readonly string[], isMultiple: boolean): Named | null {
  const plain = text.normalize('NFKC');
  const found = [...plain.matchAll(/(?<![A-Za-z0-9_$\\])([A-Z])(?![A-Za-z0-9_'’])/gu)]
    .filter((match) => !(match[1] === 'A' && /^\s+[a-z]/.test(plain.slice(match.index + 1))))
    .map((match) => match[1] ?? '')
    .filter((letter) => labels.includes(letter));
  const distinct = [...new Set(found)];
  if (distinct.length === 0 || (distinct.length > 1 && !isMultiple)) return null;
  return { labels: distinct, quote: text.trim().slice(0, 200) };
}
