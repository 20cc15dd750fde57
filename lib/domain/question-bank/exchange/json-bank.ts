import { z } from 'zod';
import type { LineRange, ReadingIssue } from '../model';
import { BANK_MARK, type BankEntry, type BankParse, checkEntry, plainLines } from './entry';

/** A bank as JSON: `{ viva: 'bank/1', title?, questions: [entry, …] }`, indented by two. */
export function printJsonBank(entries: readonly BankEntry[], { title }: { title?: string } = {}): string {
  return `${JSON.stringify({ viva: BANK_MARK, ...(title ? { title } : {}), questions: entries }, null, 2)}\n`;
}

const OWN = /^\s*\{\s*"viva"\s*:\s*"bank\//u;
const bankSchema = z.object({
  viva: z.string(),
  title: z.string().optional().catch(undefined),
  questions: z.array(z.unknown()),
});

/** Reads our own JSON; bad fields are left out and named by their path. Null when it is none of ours. Never throws. */
export function parseJsonBank(text: string): BankParse | null {
  const source = plainLines(text);
  if (!OWN.test(source)) return null;
  const issues: ReadingIssue[] = [];
  const parse: BankParse = { format: 'json', entries: [], lines: [], issues };
  const found = readJson(source);
  if (found.bank === null) {
    issues.push({
      code: 'bad-json',
      severity: 'error',
      line: 1,
      message: `Nothing could be read: ${found.why}`,
    });
    return parse;
  }
  const { viva, title, questions } = found.bank;
  if (viva !== BANK_MARK) issues.push(unknownVersion(viva));
  const places = placesOfQuestions(source, questions.length);
  for (const [index, question] of questions.entries()) {
    const lines = places[index] ?? { start: 1, end: 1 };
    const entry = checkEntry(question, `questions[${index}]`, (code, message) =>
      issues.push({ code, severity: 'warning', line: lines.start, message }),
    );
    if (entry === null) continue;
    parse.entries.push(entry);
    parse.lines.push(lines);
  }
  return { ...parse, ...(title === undefined ? {} : { title }) };
}

export function unknownVersion(version: string): ReadingIssue {
  const message = `This bank was written as ${version}; it was read as ${BANK_MARK}.`;
  return { code: 'unknown-version', severity: 'warning', line: 1, message };
}

function readJson(source: string): { bank: z.infer<typeof bankSchema> } | { bank: null; why: string } {
  try {
    const bank = bankSchema.safeParse(JSON.parse(source));
    return bank.success ? { bank: bank.data } : { bank: null, why: z.prettifyError(bank.error) };
  } catch (error) {
    return { bank: null, why: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The lines of the objects in the outermost list, found by counting brackets outside strings; none when they are not as
 * many as there should be (another list of objects stands beside).
 */
function placesOfQuestions(source: string, count: number): LineRange[] {
  const places: LineRange[] = [];
  let [line, depth, start] = [1, 0, 0];
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '"') at = endOfString(source, at);
    else if (sign === '\n') line += 1;
    else if (sign === '{' || sign === '[') {
      if (depth === 2 && sign === '{') start = line;
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 2 && sign === '}') places.push({ start, end: line });
    }
  }
  return places.length === count ? places : [];
}

/** Where the string that begins at `start` ends: its closing quote. */
function endOfString(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at;
}
