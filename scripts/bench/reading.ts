import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadConfig } from '../../lib/config';
import { readDocument } from '../../lib/domain/question-bank';
import { median, round, timed } from './timing';

const RUNS = 3;
const SIZES_KB = [10, 100, 1000, 10_000];
/** remark alone is fed pieces of this size, since on a whole large file it grows worse than linearly. */
const PIECE_CHARACTERS = 16_000;

/** The starter bank, repeated with its headings renumbered, cut at about `kilobytes`. */
function grow(text: string, kilobytes: number): string {
  const wanted = kilobytes * 1024;
  const copies: string[] = [];
  for (let size = 0, copy = 0; size < wanted; copy += 1) {
    const next = text.replace(
      /^### (\d+)\. (.*)$/gm,
      (_, number, stem) => `### ${Number(number) + copy * 100}. ${stem} (${copy})`,
    );
    copies.push(next);
    size += Buffer.byteLength(next);
  }
  return Buffer.from(copies.join('\n\n'))
    .subarray(0, wanted)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS)
    pieces.push(text.slice(at, at + PIECE_CHARACTERS));
  return pieces;
}

/** Reading speed, its growth with size, and its ratio to parsing the same text with remark alone. */
export async function run(): Promise<Record<string, unknown>> {
  const source = readFileSync(loadConfig({}).starterBankFile, 'utf8');
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkFrontmatter);
  readDocument(source, 'warm-up.md');
  const rows: Record<string, unknown>[] = [];
  let previous: number | null = null;
  for (const size of SIZES_KB) {
    const text = grow(source, size);
    const megabytes = Buffer.byteLength(text) / 1e6;
    const runs = size > 2000 ? 1 : RUNS;
    const own = await medianOf(runs, () => readDocument(text, 'bench.md'));
    const alone = await medianOf(runs, () => piecesOf(text).map((piece) => remark.parse(piece)));
    const questions = readDocument(text, 'bench.md').questions.length;
    rows.push({
      kilobytes: size,
      questions,
      ms: round(own),
      megabytesPerSecond: round((megabytes / own) * 1000),
      questionsPerSecond: round((questions / own) * 1000),
      ratioToRemarkAlone: round(own / alone),
      ratioPerDoubling: previous === null ? null : round((own / previous) ** (1 / Math.log2(10))),
    });
    previous = own;
  }
  return { rows };
}

async function medianOf(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) times.push(await timed(work));
  return median(times);
}
