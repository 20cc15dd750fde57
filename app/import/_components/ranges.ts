import type { PreviewQuestion } from '@/lib/domain/question-bank';

/** 1-based, inclusive lines that are drawn; a document of a hundred thousand lines shows a few hundred. */
export interface LineWindow {
  first: number;
  last: number;
}

/** The lines of a decoded document, whose line ends are all LF. */
export function linesOf(text: string): string[] {
  return text.split('\n');
}

/** Which question a line belongs to, in logarithmic time. Where ranges are nested, the innermost. */
export class RangeIndex {
  /** In the order of their first lines. */
  readonly questions: readonly PreviewQuestion[];
  /** The last line that any question up to this one reaches. */
  private readonly reach: number[] = [];

  constructor(questions: readonly PreviewQuestion[]) {
    this.questions = [...questions].sort((a, b) => a.lines.start - b.lines.start);
    let reach = 0;
    for (const { lines } of this.questions) {
      reach = Math.max(reach, lines.end);
      this.reach.push(reach);
    }
  }

  /** The question that holds a line. */
  at(line: number): PreviewQuestion | undefined {
    for (let index = this.lastStartingBy(line); index >= 0 && (this.reach[index] ?? 0) >= line; index -= 1) {
      const question = this.questions[index];
      if (question && question.lines.end >= line) return question;
    }
    return undefined;
  }

  /** The question that begins at a line, or the last one that begins above it. */
  upTo(line: number): PreviewQuestion | undefined {
    return this.questions[this.lastStartingBy(line)];
  }

  /** 1-based place of the question in the document. */
  numberOf(question: PreviewQuestion): number {
    let index = this.lastStartingBy(question.lines.start);
    while (index > 0 && this.questions[index]?.id !== question.id) index -= 1;
    return index + 1;
  }

  private lastStartingBy(line: number): number {
    let low = 0;
    let high = this.questions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.questions[middle]?.lines.start ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** `size` lines around one, a quarter of them above it, within 1..total. */
export function windowAround(line: number, total: number, size: number): LineWindow {
  const first = Math.max(1, Math.min(line - Math.floor(size / 4), total - size + 1));
  return { first, last: Math.min(total, first + size - 1) };
}

/** The window that shows a line: the same one when it does already. */
export function windowShowing(window: LineWindow, line: number, total: number, size: number): LineWindow {
  const isShown = line >= window.first && line <= window.last && window.last <= total;
  return isShown ? window : windowAround(line, total, size);
}

/** Moves a window by half its size towards one end; `direction` -1 is up. */
export function windowMoved(window: LineWindow, direction: -1 | 1, total: number): LineWindow {
  const size = window.last - window.first + 1;
  const first = window.first + direction * Math.floor(size / 2);
  const fitting = Math.max(1, Math.min(first, total - size + 1));
  return { first: fitting, last: Math.min(total, fitting + size - 1) };
}

/** The line on which the answer of an open question begins; undefined where it cannot be told. */
export function answerLine(lines: readonly string[], question: PreviewQuestion): number | undefined {
  const lead = question.kind === 'open' ? question.answer.trim().split('\n', 1)[0]?.trim() : '';
  if (!lead) return undefined;
  const { start, end } = question.lines;
  for (let line = start + 1; line <= end; line += 1) if (lines[line - 1]?.includes(lead)) return line;
  return undefined;
}
