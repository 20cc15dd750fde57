import { visibleText } from '../../prompt';
import type { LineRange, ReadQuestion } from '../model';
import { longestShown, WINDOW_LIMITS } from './windows';

/** Where the reader sees a question, or its answer, begin. */
export interface ReaderMarks {
  questions: ReadonlySet<number>;
  answers: ReadonlySet<number>;
}

/** 1-based lines on which questions and their answers begin. */
export function readerMarks(lines: readonly string[], questions: readonly ReadQuestion[]): ReaderMarks {
  return {
    questions: new Set(questions.map(({ lines: { start } }) => start)),
    answers: new Set(questions.flatMap((question) => answerLine(lines, question) ?? [])),
  };
}

/** The line below the first on which the answer of an open question begins; undefined where it cannot be told. */
function answerLine(lines: readonly string[], { kind, answer, lines: { start, end } }: ReadQuestion) {
  const lead = kind === 'open' ? answer.trim().split('\n', 1)[0]?.trim() : '';
  if (!lead) return undefined;
  for (let line = start + 1; line <= end; line++) if (lines[line - 1]?.includes(lead)) return line;
  return undefined;
}

/** What is left out of a line too long to be shown is behind this. */
const CUT = ' […]';

/**
 * The lines of a window as the model sees them, `12Q| text`: their numbers, `Q` or `A` where the reader lets a question
 * or its answer begin. Blank lines are left out; nothing of a line can look like the number of another.
 */
export function windowText(lines: readonly string[], window: LineRange, marks?: ReaderMarks): string {
  const longest = longestShown(WINDOW_LIMITS);
  const shown: string[] = [];
  for (let number = window.start; number <= window.end; number++) {
    const source = lines[number - 1] ?? '';
    const indent = /^[ \t]*/u.exec(source)?.[0].slice(0, 16) ?? '';
    // Line separators that are none to the reader must not begin a line here either.
    const text = visibleText(source).replace(/[\n\v\f\u0085\u2028\u2029]/gu, ' ');
    if (text === '') continue;
    const mark = marks?.questions.has(number) ? 'Q' : marks?.answers.has(number) ? 'A' : '';
    shown.push(
      `${number}${mark}| ${indent}${text.length > longest ? `${text.slice(0, longest)}${CUT}` : text}`,
    );
  }
  return shown.join('\n');
}
