import type { FoundOption } from './option-line';

/** The key of a choice question and what is said about it. */
export interface Key {
  /** Joined in option order: "B", "ACD". */
  correct: string;
  /** What follows the letters in the answer block. */
  rest: string;
}

/** Letters of one case: "B, a stack" names one option. */
const LETTERS =
  /^(?:[\s*_`"'“(（[【]|[✅✔☑👉]\ufe0f?)*([A-H](?:\s{0,8}(?:[,，、&和+/]|,?\s{0,2}and\s)?\s{0,8}[A-H])*|[a-h](?:\s{0,8}(?:[,，、&和+/]|,?\s{0,2}and\s)?\s{0,8}[a-h])*)(?:[^\S\n]|[*_`"'”)）\]】])*(?=$|[.、．:：,，。;；)\s—–【[-])/u;
const SENTENCES: readonly RegExp[] = [
  /(?:correct|right|best)?\s*(?:answer|option|choice)\s*(?:is|:)\s*[*_`"(（]*([A-Ha-h])(?![A-Za-z])/iu,
  /(?:正确答案|答案|正确选项)\s*(?:应?[为是选]|[:：])?\s*[*_`"(（]*([A-Ha-h])(?![A-Za-z])/u,
  /(?:应该?选|故选|因此选|所以选|选择?)\s*[*_`"(（]*([A-H])(?![A-Za-z])/u,
];

/** White space, punctuation and emphasis do not count when an option is repeated in the answer. */
function isIgnored(character: string): boolean {
  return /[\s\p{P}*_`~]/u.test(character);
}

/** How far into `text` the option's text reaches; 0 when the text does not repeat it. */
function repeats(text: string, option: string): number {
  let at = 0;
  for (const character of option) {
    if (isIgnored(character)) continue;
    while (at < text.length && isIgnored(text[at] ?? '')) at += 1;
    if (text.slice(at, at + character.length).toLowerCase() !== character.toLowerCase()) return 0;
    at += character.length;
  }
  return at;
}

function joined(letters: string, options: readonly FoundOption[]): string | null {
  const named = letters.replace(/and/gu, '').toUpperCase();
  const wanted = new Set([...named].filter((letter) => /[A-H]/.test(letter)));
  const known = options.filter((option) => wanted.has(option.label));
  return known.length === wanted.size && known.length > 0
    ? known.map((option) => option.label).join('')
    : null;
}

/** "A model …" begins with an article, "A) Model …" with the letter of an option. */
function isArticle(text: string, found: RegExpExecArray, options: readonly FoundOption[]): boolean {
  const isBare = /^a$/iu.test(found[1] ?? '') && /^[\s*_`"'“]*a\s*$/iu.test(found[0]);
  if (!isBare || !/^[^\S\n]+[a-z]/iu.test(text.slice(found[0].length))) return false;
  const rest = text.slice(found[0].length);
  return !options.some((option) => option.label === 'A' && repeats(rest, option.text) > 0);
}

/** "Ｂ" as "B"; lengths stay. */
function narrow(text: string): string {
  return text.replace(/[Ａ-Ｈ]/gu, (letter) => letter.normalize('NFKC'));
}

/** "①、③", "(ii)", "2": figures that name options, before anything else is said. */
const FIGURES = /^[\s*_`(（]{0,8}((?:[①-⑧]|\d|[iv]{1,4})(?:[\s,，、和]{0,4}[①-⑧])*)(?![\p{L}\p{N}])/u;

/** A key in the figures that the document gives its options, as letters; lengths stay. */
function lettered(text: string, options: readonly FoundOption[]): string {
  const byFigure = new Map(options.map(({ figure, label }) => [figure, label]));
  return text.replace(FIGURES, (figures) =>
    figures.replace(/[①-⑧]|\d|[iv]+/gu, (figure) => (byFigure.get(figure) ?? figure).padEnd(figure.length)),
  );
}

/** "||B||", ">! B": a key that a forum hides until it is clicked. */
const HIDDEN =
  /^\s{0,8}(?:\|\|\s{0,8}((?:(?!\|\|).){1,400}?)\s{0,8}\|\||(?:>\s?)?!\s?(.{1,400}?)(?:\s?!<)?(?=\n|$))/u;

function unhidden(text: string): string {
  return text.replace(HIDDEN, (_, bars: string | undefined, mark: string | undefined) => bars ?? mark ?? '');
}

/** "- B - Correct" in a list of all the letters. */
const VERDICT =
  /^[ \t]{0,8}(?:[-*+][ \t]+)?([A-H])[.)]?[ \t]*(?:[-–—:：][ \t]*|[(（])(?:correct|right|正确|对|√|✓)[)）]?[ \t]*$/gimu;

/** The letters that such a list calls right. */
function readVerdicts(text: string, options: readonly FoundOption[]): Key | null {
  const letters = [...text.matchAll(VERDICT)].map((found) => found[1] ?? '').join('');
  const correct = letters === '' ? null : joined(letters, options);
  return correct === null ? null : { correct, rest: '' };
}

/** The key that an answer block states; null when it states none. */
export function readKey(block: string, options: readonly FoundOption[]): Key | null {
  const text = unhidden(block);
  const verdicts = readVerdicts(text, options);
  if (verdicts !== null) return verdicts;
  const found = LETTERS.exec(lettered(narrow(text), options));
  if (found !== null && !isArticle(text, found, options)) {
    const correct = joined(found[1] ?? '', options);
    if (correct !== null) return { correct, rest: text.slice(found[0].length) };
  }
  return readRepeated(text, options) ?? readVerdictSign(text, options) ?? readSentence(text, options);
}

const YES = /^(?:true|yes|[ty√✓✔✅对是]|正确)(?![\p{L}\p{N}])\ufe0f?/iu;
const NO = /^(?:false|no|[fnx×✗✘✖❌错否]|错误|不对|不正确)(?![\p{L}\p{N}])\ufe0f?/iu;

/** "❌" or "对" as the key of "A. 正确 B. 错误": the option that says the same in other words. */
function readVerdictSign(text: string, options: readonly FoundOption[]): Key | null {
  const block = text.replace(/^[\s*_`(（]{1,8}/u, '');
  const said = [YES, NO].find((verdict) => verdict.test(block));
  const meant = options.filter((option) => said?.test(option.text.trim()) === true);
  const [only] = meant;
  if (options.length !== 2 || only === undefined || meant.length > 1) return null;
  return { correct: only.label, rest: block.replace(said ?? '', '') };
}

/** What parts options that are repeated one after the other. */
const BETWEEN = /^[\s*_`"'.。]{0,8}(?:[,，、;；/+&]|\n\s{0,8}[-*+]\s|and\s|和|以及)[\s*_`"']{0,8}(?:and\s)?/u;

/** The options whose words an answer block begins with, in full. */
function readRepeated(text: string, options: readonly FoundOption[]): Key | null {
  let rest = text;
  const right = new Set<FoundOption>();
  for (let next: string | undefined = text; next !== undefined; ) {
    const said = next;
    const lengths = options.map((option) => {
      const length = right.has(option) || option.text === '' ? 0 : repeats(said, option.text);
      return /[\p{L}\p{N}]/u.test(said[length] ?? '') ? 0 : length;
    });
    const longest = Math.max(...lengths);
    const found = longest > 0 ? options[lengths.indexOf(longest)] : undefined;
    if (found === undefined) break;
    right.add(found);
    rest = said.slice(longest);
    const between: string | undefined = BETWEEN.exec(rest)?.[0];
    next = between === undefined ? undefined : rest.slice(between.length);
  }
  const correct = options
    .filter((option) => right.has(option))
    .map(({ label }) => label)
    .join('');
  return correct === '' ? null : { correct, rest };
}

/** "The correct answer is b) …" anywhere near the beginning of an explanation. */
export function readSentence(text: string, options: readonly FoundOption[]): Key | null {
  const head = text.slice(0, 400);
  for (const sentence of SENTENCES) {
    const found = sentence.exec(head);
    const correct = found === null ? null : joined(found[1] ?? '', options);
    if (correct !== null) return { correct, rest: text };
  }
  return null;
}

/** The options that the document itself marks: ticked, or the only one in bold or backticks. */
export function markedOptions(options: readonly FoundOption[]): string | null {
  const marked = options.filter((option) => option.isMarked);
  return marked.length > 0 && marked.length < options.length
    ? marked.map((option) => option.label).join('')
    : null;
}

/** The text is nothing but a key: its letters, or the letter and the words of one option. */
export function readLoneKey(text: string, options: readonly FoundOption[]): Key | null {
  const key = readKey(text, options);
  const first = key === null ? '' : key.rest.split('\n')[0];
  const said = key === null ? undefined : options.find((option) => option.label === key.correct);
  const repeated = said === undefined ? 0 : repeats(first ?? '', said.text);
  const isAlone = !/[\p{L}\p{N}]/u.test((first ?? '').slice(repeated));
  return isAlone ? key : null;
}

const EXPLANATION_LABEL =
  /^(?:\*\*)?(?:[【[](?:答案)?(?:解释|解析|分析|详解|说明|理由|原因)[】\]]\s*[:：]?|[【[]?(?:答案)?(?:解释|解析|分析|说明|理由|原因|explanation|rationale|reason)[】\]]?\s*[:：])(?:\*\*)?\s*/iu;
/** What a practice site adds about the person who sat the test. */
const SITTING =
  /[^\S\n]*(?:(?:我的|你的|您的)答案|得分|your (?:answer|score))\s{0,4}[:：]\s{0,4}[^\s;；]{0,20}[;；]?/giu;

/** "Iron is a metal" says something about the option; "Iron", "Iron." and "Iron, a metal" repeat it. */
function goesOn(rest: string): boolean {
  return /^[\p{L}\p{N}]|^[^\S\n][a-z]/u.test(rest);
}

/** What the answer block says beyond the key: without the repeated option, the dash or the label before it. */
export function explanationAfter(rest: string, correct: string, options: readonly FoundOption[]): string {
  let text = rest.replace(/^[.、．:：,，。;；)）*_]+/u, '').replace(SITTING, '');
  for (const option of options) {
    if (!correct.includes(option.label)) continue;
    const length = repeats(text, option.text);
    // "B。北京是首都" is a sentence about the option, not the option and then half a sentence.
    if (length > 0 && !goesOn(text.slice(length))) text = text.slice(length);
  }
  const isSameLine = !/^\s*\n/u.test(text);
  if (isSameLine) {
    text = text
      .replace(/^[^\S\n]*[。．.，,;；:：、)）*_`'"”」]+/u, '')
      .replace(/^[^\S\n]*(?:—+|–+|-{1,3})[^\S\n]*/u, '');
  }
  return text.trim().replace(EXPLANATION_LABEL, '').trim();
}
