/** Where a quote stands in an answer: UTF-16 offsets, `end` exclusive; `text` is the answer's own slice. */
export interface FoundQuote {
  start: number;
  end: number;
  text: string;
}

/** One comparable character and the range of the original text it stands for. */
interface Unit {
  char: string;
  start: number;
  end: number;
}

/** What people say while they think; may stand in the answer without standing in the quote, and the other way. */
const FILLERS = /嗯+|呃+|啊+|那个|就是说|就是|然后|\b(?:um+|uh+|you know)\b/giu;

/** White space, marks, control and zero-width characters never count; nor does punctuation (see `isKept`). */
const DROPPED = /[\s\p{P}\p{Z}\p{C}\p{M}`]/u;
/** Characters that mean nothing when they are all a quote has. */
const FUNCTION_CHARS = new Set('的了是在和与或也就都而及着过吗呢吧之其这那有个不我你他它们为以对会可能要');
const FUNCTION_WORDS = new Set(
  'a an the is are was be to of in on at by it its and or not no so as i we you he they this that for with do does can'.split(
    ' ',
  ),
);
/** Models join two parts of an answer with an ellipsis; each part is looked up by itself. */
const ELLIPSIS = /…+|\.{3,}|。{3,}|\[\.\.\.\]/u;

/**
 * Finds a quote in an answer. White space, width (NFKC), punctuation and case are ignored and spoken fillers are
 * skipped over; letters, digits and their order must agree, and a Latin word or number is found only whole.
 * A quote without substance (a comma, a lone function word) is never found. Parts joined by an ellipsis must all
 * stand in the answer in that order; the longest of them is returned.
 */
export function findQuote(answer: string, quote: string): FoundQuote | null {
  const parts = quote.split(ELLIPSIS).filter((part) => /[\p{L}\p{N}]/u.test(part));
  let from = 0;
  let longest: FoundQuote | null = null;
  for (const part of parts) {
    const found = findPart(answer, part, from);
    if (!found) return null;
    from = found.end;
    if (!longest || found.text.length > longest.text.length) longest = found;
  }
  return longest;
}

function findPart(answer: string, quote: string, from: number): FoundQuote | null {
  const answerUnits = unitsOf(answer);
  const quoteUnits = unitsOf(quote);
  const spoken = withoutFillers(quote, quoteUnits);
  const isWholeAnswer = spoken.length > 0 && textOf(spoken) === textOf(withoutFillers(answer, answerUnits));
  if (!isWholeAnswer && !hasSubstance(spoken, quote)) return null;
  return (
    locate(answer, answerUnits, quoteUnits, from) ??
    locate(answer, withoutFillers(answer, answerUnits), spoken, from)
  );
}

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (const original of text) {
    const end = start + original.length;
    if (isKept(text, start, original)) {
      // Decomposed, so that an accent typed as one character or as two compares equal once marks are dropped.
      for (const char of original.normalize('NFKD').toLowerCase()) {
        if (!DROPPED.test(char) || isNumeric(char)) units.push({ char, start, end });
      }
    }
    start = end;
  }
  return units;
}

/** Punctuation inside a number is part of it: "0.5" is not "05", "10%" not "10", "-1" not "1". */
function isKept(text: string, at: number, char: string): boolean {
  if (char === '%' || char === '％') return true;
  const isDigit = (other: string | undefined) => other !== undefined && /\d/.test(other);
  if (char === '.') return isDigit(text[at - 1]) && isDigit(text[at + 1]);
  if (char === '-' || char === '−') return isDigit(text[at + 1]) && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
  return !DROPPED.test(char);
}

function isNumeric(char: string): boolean {
  return char === '%' || char === '.' || char === '-' || char === '−';
}

function withoutFillers(text: string, units: readonly Unit[]): Unit[] {
  const spans = [...text.matchAll(FILLERS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let next = 0;
  return units.filter((unit) => {
    // Both lists are in text order, so one walk is enough.
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= unit.start) next += 1;
    const span = spans[next];
    return !span || unit.start < span.start || unit.end > span.end;
  });
}

function textOf(units: readonly Unit[]): string {
  return units.map((unit) => unit.char).join('');
}

/** At least two characters of an ideographic script, or a Latin word or number, that are not mere function words. */
function hasSubstance(units: readonly Unit[], quote: string): boolean {
  const text = textOf(units);
  const ideographs = [...text].filter((char) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(char));
  if (ideographs.length >= 2) return ideographs.some((char) => !FUNCTION_CHARS.has(char));
  const words =
    quote
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{N}]+/gu) ?? [];
  return words.some((word) => /\p{N}/u.test(word) || (word.length >= 2 && !FUNCTION_WORDS.has(word)));
}

function locate(
  answer: string,
  units: readonly Unit[],
  quote: readonly Unit[],
  from: number,
): FoundQuote | null {
  const needle = textOf(quote);
  if (needle === '') return null;
  // One character per unit would break on astral characters, so offsets are kept per code unit.
  const owners = units.flatMap((unit) => Array.from({ length: unit.char.length }, () => unit));
  const haystack = textOf(units);
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const first = owners[at];
    const last = owners[at + needle.length - 1];
    if (!first || !last || first.start < from) continue;
    if (cutsWord(answer, first.start) || cutsWord(answer, last.end)) continue;
    return { start: first.start, end: last.end, text: answer.slice(first.start, last.end) };
  }
  return null;
}

/** Whether an offset lies inside a Latin word or a number. */
function cutsWord(text: string, offset: number): boolean {
  const isWordChar = (char: string | undefined) =>
    char !== undefined && /[a-z0-9]/i.test(char.normalize('NFKC'));
  const [before, after] = [text[offset - 1], text[offset]];
  return isWordChar(before) && isWordChar(after);
}
