import { AppError, isAppError } from '../domain/errors';
import { stableId } from '../domain/ids';
import type { DocumentReading, ReadingIssue, ReadPassage, ReadQuestion } from '../domain/question-bank';
import type { DocumentReader } from '../ports';

/**
 * A reader of the plainest format, for tests of what happens after reading. A line `stem => answer` is a question,
 * `stem =>` one without an answer, `# name` a heading, any other line a passage. Bytes that start with zero are binary.
 */
export function lineReader(): DocumentReader {
  return {
    decode(bytes, name) {
      if (bytes.length === 0) throw new AppError('invalid', 'document-empty', `${name} is empty.`);
      if (bytes[0] === 0) throw new AppError('invalid', 'document-binary', `${name} is not text.`);
      return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' };
    },
    async open(bytes, name) {
      try {
        return [{ state: 'opened', name, fileKind: 'text', issues: [], ...this.decode(bytes, name) }];
      } catch (error) {
        if (!isAppError(error)) throw error;
        const { code, message } = error;
        return [{ state: 'refused', name, issue: { code, severity: 'error', line: 1, message } }];
      }
    },
    read: async (text, name) => readLines(text, name),
    close: async () => {},
  };
}

function readLines(text: string, name: string): DocumentReading {
  const questions: ReadQuestion[] = [];
  const passages: ReadPassage[] = [];
  const issues: ReadingIssue[] = [];
  let topics: string[] = [];
  text.split('\n').forEach((line, index) => {
    const lines = { start: index + 1, end: index + 1 };
    const [stem, answer] = line.split('=>').map((part) => part.trim());
    if (line.startsWith('# ')) topics = [line.slice(2)];
    else if (stem && answer !== undefined) {
      questions.push({ id: stableId('q', name, stem), kind: 'open', stem, answer, topics, lines });
      if (answer === '')
        issues.push({
          code: 'no-answer',
          severity: 'warning',
          line: index + 1,
          message: `No answer: ${stem}`,
        });
    } else if (stem) passages.push({ headings: topics, lines, text: line });
  });
  return { format: 'text', questions, passages, issues };
}
