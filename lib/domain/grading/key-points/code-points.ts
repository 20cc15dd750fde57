import type { Slice } from './sentences';

/** What a code reference is checked by: a call with its arguments, or a comment that says what a step is for. */
export interface CodePoint extends Slice {
  text: string;
  kind: 'call' | 'comment';
}

const CALL = /(?<![\w.])([A-Za-z_][\w.]*)\s*\(/g;
const COMMENT = /(?:#|\/\/)\s*(.+)$/;
/** Calls that any program may make and that prove nothing. */
const PLAIN_CALLS = new Set(
  'print len range str int float list dict set if for while def return super isinstance'.split(' '),
);

/** Upper bound of points from one code block: a page of code is not twenty demands. */
const MOST_POINTS = 8;

/**
 * Calls, their named arguments, and comments of a code block.
 * @param reference the whole reference; `block` the block's place in it, fences included.
 */
export function codePointsOf(reference: string, block: Slice): CodePoint[] {
  const points: CodePoint[] = [];
  const seen = new Set<string>();
  let offset = block.start;
  for (const line of reference.slice(block.start, block.end).split('\n')) {
    const point = readLine(line, offset);
    offset += line.length + 1;
    if (point && !seen.has(point.text)) {
      seen.add(point.text);
      points.push(point);
    }
  }
  return points.length <= MOST_POINTS ? points : preferCalls(points);
}

function preferCalls(points: CodePoint[]): CodePoint[] {
  const calls = points.filter((point) => point.kind === 'call').slice(0, MOST_POINTS);
  const kept = new Set([
    ...calls,
    ...points.filter((point) => point.kind === 'comment').slice(0, MOST_POINTS - calls.length),
  ]);
  return points.filter((point) => kept.has(point));
}

function readLine(line: string, offset: number): CodePoint | null {
  const trimmed = line.trim();
  if (trimmed === '' || /^(?:```|~~~|import\b|from\b|def\b|class\b|@)/.test(trimmed)) return null;
  const start = offset + line.indexOf(trimmed);
  const slice = { start, end: start + trimmed.length };
  for (const match of trimmed.replace(COMMENT, '').matchAll(CALL)) {
    const name = match[1] ?? '';
    if (PLAIN_CALLS.has(name) || name.length < 3) continue;
    return { ...slice, text: trimmed.replace(/\s+/g, ' '), kind: 'call' };
  }
  const comment = COMMENT.exec(trimmed)?.[1];
  if (comment) return { ...slice, text: comment, kind: 'comment' };
  // An argument on its own line of a longer call: r=8, target_modules=[…],
  return /^\w+\s*=\s*[^=]/.test(trimmed) ? { ...slice, text: trimmed.replace(/,$/, ''), kind: 'call' } : null;
}
