import { type ReadingIssue, tableOfJson } from '../../../domain/question-bank';
import type { Conversion, DecodedText } from './conversion';
import { withPlainWords } from './html-cells';
import { relaxedValues } from './json-relaxed';
import { conversionIssue, refusal } from './refusals';

/** Bad lines that are named one by one. */
const MOST_NAMED = 20;

interface ReadJson {
  value: unknown;
  issues: ReadingIssue[];
}

function tryParse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON: the expected answer to the question.
    return null;
  }
}

/** A value a line; a broken line is an issue and the others count. Null when most lines are no JSON. */
function readLines(text: string): ReadJson | null {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  if (!filled[0] || !/^[[{]/u.test(filled[0].line)) return null;
  const values: unknown[] = [];
  const bad: number[] = [];
  for (const { line, number } of filled) {
    const parsed = /^[[{]/u.test(line) ? tryParse(line) : null;
    if (parsed === null) bad.push(number);
    else values.push(parsed.value);
  }
  if (values.length === 0 || bad.length > values.length) return null;
  const issues = bad
    .slice(0, MOST_NAMED)
    .map((number) =>
      conversionIssue(
        'json-line-broken',
        `Line ${number} of the file is no JSON and was left out.`,
        'warning',
      ),
    );
  const rest = bad.length - issues.length;
  if (rest > 0)
    issues.push(conversionIssue('json-line-broken', `${rest} more lines are no JSON.`, 'warning'));
  return { value: values, issues };
}

/** JSON or JSON Lines, whatever the file is called; null when the text is neither. */
export function readJson(text: string): ReadJson | null {
  if (!/^\s*[[{]/u.test(text)) return null;
  const whole = tryParse(text);
  if (whole !== null) return typeof whole.value === 'object' ? { value: whole.value, issues: [] } : null;
  const lines = readLines(text);
  if (lines !== null) return lines;
  const values = relaxedValues(text);
  if (values === null) return null;
  return { value: values.length === 1 ? values[0] : values, issues: [] };
}

/** Records of question and answer as a table. Throws AppError invalid `no-records` when there is none. */
export function jsonConversion({ value, issues }: ReadJson, { encoding, name }: DecodedText): Conversion {
  const found = tableOfJson(withPlainWords(value));
  if (found !== null) {
    const { table, leftOut } = found;
    return { name, fileKind: 'json', encoding, table, issues: [...issues, ...leftOutIssues(leftOut)] };
  }
  throw refusal('no-records', name, `${name} is JSON, but holds no records with a question and an answer.`);
}

function leftOutIssues(count: number): ReadingIssue[] {
  if (count === 0) return [];
  const message = `${count} of the file's records ask nothing by a name that is known and were left out.`;
  return [conversionIssue('record-without-question', message, 'warning')];
}

/** A file called .json that is none. */
export function brokenJson({ text, name }: DecodedText): Error {
  let reason = '';
  try {
    JSON.parse(text);
  } catch (error) {
    reason = error instanceof Error ? ` (${error.message.slice(0, 120)})` : '';
  }
  return refusal(
    'document-damaged',
    name,
    `${name} is no valid JSON, or was cut short${reason}. Save it again.`,
  );
}
