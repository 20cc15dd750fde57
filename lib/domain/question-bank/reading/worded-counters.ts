import { groupBy } from './group-by';
import { questionLikeness } from './likeness';
import { becomeSection, type Line } from './line';

/** "考点 3：…", "**Scenario 2: …": a word of the author's own that counts. */
const COUNTER =
  /^(\*\*|__)?((?:\p{Script=Han}{2,8}|[A-Z][a-z]{2,15}(?: [A-Z]?[a-z]{2,15})?)) ?(\d{1,3}) ?[：:.、]\s*(?=\S)/u;
/** "3）考点：…": the number first, and then the word that all of them share. */
const NUMBERED_WORD = /^(\*\*|__)?(\d{1,3})\s?[.、．)）]\s?(\p{Script=Han}{2,8})\s?[：:]\s*(?=\S)/u;
/** Words that the reader knows already, and what counts parts of a text even where it asks. */
const KNOWN =
  /^(?:问题|题目|试题|面试题|选项|答案?|图|表|第)|^(?:Question|Problem|Exercise|Option|Answer|Figure|Table)$/u;
/** Fewer of one word are no numbering. */
const FEWEST = 3;
/** Mean likeness of what they count. */
const LIKELY = 0.6;

interface Counted {
  line: Line;
  word: string;
  bold: string;
  number: number;
  rest: string;
}

function readCounter(line: Line): Counted | null {
  if (line.kind !== 'paragraph' && line.kind !== 'heading') return null;
  const found = COUNTER.exec(line.text);
  const behind = found === null ? NUMBERED_WORD.exec(line.text) : null;
  const [whole = '', bold = ''] = found ?? behind ?? [];
  const word = found?.[2] ?? behind?.[3] ?? '';
  if (whole === '' || KNOWN.test(word)) return null;
  const number = Number(found?.[3] ?? behind?.[2]);
  return { line, word, bold, number, rest: line.text.slice(whole.length) };
}

const likenessOf = ({ rest, bold }: Counted): number =>
  questionLikeness(bold !== '' && rest.endsWith(bold) ? rest.slice(0, -bold.length) : rest);

function areQuestions(counted: readonly Counted[]): boolean {
  const onward = counted.filter(({ number }, at) => number === (counted[at - 1]?.number ?? 0) + 1);
  const mean = counted.reduce((sum, one) => sum + likenessOf(one), 0) / counted.length;
  return counted.length >= FEWEST && onward.length * 2 > counted.length && mean >= LIKELY;
}

/** Questions counted with a word of the author's own: reads it as "Question"; what other words count are their sections. */
export function markWordedCounters(lines: readonly Line[]): void {
  const counters = lines.flatMap((line) => readCounter(line) ?? []);
  const groups = [...groupBy(counters, ({ word }) => word).values()];
  const questions = groups.filter(areQuestions);
  for (const { line, bold, number, rest } of questions.flat())
    line.text = `${bold}Question ${number}: ${rest}`;
  if (questions.length === 0) return;
  for (const { line } of groups.filter((counted) => !questions.includes(counted)).flat())
    if (line.kind === 'paragraph' && line.isBlockStart && line.item === null) becomeSection(line);
}
