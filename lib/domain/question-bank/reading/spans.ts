import type { ReadingIssue } from '../model';

/** Constructs that run over blank lines until they are closed; the parser's pieces must not cut through one. */
export interface SpanScan {
  /** `isInside[i]`: line i (0-based) lies inside a span, its first line excepted. */
  isInside: boolean[];
  /** 0-based lines that open something nobody closes: the parser must not see them as openers. */
  unclosed: Set<number>;
  issues: ReadingIssue[];
}

interface Opener {
  line: number;
  name: string;
  /** Fence characters, for a code fence. */
  fence: string;
  closes: (line: string) => boolean;
}

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})([^`]*)$/;
const RAW_TAG = /^\s{0,3}<(pre|script|style|textarea)\b/i;
const isHeading = (line: string): boolean => /^#{1,6}\s/.test(line);

function openerAt(source: string, line: number): Opener | null {
  const fence = FENCE.exec(source)?.[1];
  if (fence !== undefined) return fenceOpener(fence, line);
  const text = source.trim();
  if (/^\$\$[^$]*$/.test(text))
    return { line, name: '$$', fence: '', closes: (next) => /\$\$\s*$/.test(next) };
  if (text.startsWith('<!--') && !text.includes('-->')) {
    return { line, name: '<!--', fence: '', closes: (next) => next.includes('-->') };
  }
  const tag = RAW_TAG.exec(source)?.[1]?.toLowerCase();
  if (tag === undefined || source.toLowerCase().includes(`</${tag}`)) return null;
  return { line, name: `<${tag}>`, fence: '', closes: (next) => next.toLowerCase().includes(`</${tag}`) };
}

function fenceOpener(fence: string, line: number): Opener {
  const close = new RegExp(`^[\\s>]*${fence[0] === '~' ? '~' : '`'}{${fence.length},}\\s*$`);
  return { line, name: fence, fence, closes: (next) => close.test(next) };
}

/** A fence with an info string inside an open fence of the same kind: the open one was never closed. */
function reopens(open: Opener, source: string): boolean {
  const found = FENCE.exec(source);
  return open.fence !== '' && found?.[1] === open.fence && (found[2] ?? '').trim() !== '';
}

/** Finds fences, formulas, comments and raw tags, balanced or not. Linear in the number of lines. */
export function scanSpans(sources: readonly string[]): SpanScan {
  const scan: SpanScan = { isInside: sources.map(() => false), unclosed: new Set(), issues: [] };
  let open: Opener | null = null;
  for (let index = 0; index < sources.length; index++) {
    const source = sources[index] ?? '';
    if (open === null) {
      open = openerAt(source, index);
      continue;
    }
    scan.isInside[index] = true;
    if (open.closes(source)) open = null;
    else if (reopens(open, source)) {
      giveUp(scan, open, index, sources);
      scan.isInside[index] = false;
      open = openerAt(source, index);
    }
  }
  if (open !== null) giveUp(scan, open, sources.length, sources);
  return scan;
}

/**
 * An opener without an end swallows the rest of the document by the book. Here it ends before the next heading
 * when there is one, and otherwise counts as text.
 */
function giveUp(scan: SpanScan, open: Opener, until: number, sources: readonly string[]): void {
  scan.unclosed.add(open.line);
  for (let index = open.line + 1; index < until; index++) scan.isInside[index] = false;
  const isFence = open.fence !== '';
  scan.issues.push({
    code: isFence ? 'unclosed-fence' : 'unclosed-tag',
    severity: 'warning',
    line: open.line + 1,
    message: `${open.name} is opened here and never closed${
      sources.slice(open.line, until).some(isHeading) ? ' before the next heading' : ''
    }.`,
  });
}
