import type { z } from 'zod';

export type Reading<T> =
  | { state: 'ok'; value: T }
  /** 'cut' = the object is not closed. */
  | { state: 'cut' | 'no-json' | 'wrong-shape'; message: string };

/** Reads one JSON object out of a reply: thoughts, code fences, talk around it and trailing commas are put aside. */
export function readJson<T>(reply: string, schema: z.ZodType<T>): Reading<T> {
  const text = withoutThoughts(reply);
  const start = text.indexOf('{');
  if (start < 0) return { state: 'no-json', message: 'The model did not reply with JSON.' };
  const end = closingBrace(text, start);
  if (end < 0) return { state: 'cut', message: 'The reply ends in the middle of its JSON.' };
  const parsed = parse(text.slice(start, end + 1));
  if (parsed === undefined) return { state: 'no-json', message: 'The model replied with broken JSON.' };
  const checked = schema.safeParse(parsed);
  if (checked.success) return { state: 'ok', value: checked.data };
  const places = checked.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'reply');
  return {
    state: 'wrong-shape',
    message: `The reply does not have the agreed shape (${places.join(', ')}).`,
  };
}

/** The text of a reply, which some servers send in parts; '' for anything else. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { text?: unknown } | null) => (typeof part?.text === 'string' ? part.text : ''))
    .join('');
}

/** Some servers send only the closing tag; what stands before the last one is thought. Unclosed thoughts run to the end. */
export function withoutThoughts(text: string): string {
  const closed = text.replace(/^[\s\S]*<\/think(?:ing)?>/i, '');
  return closed.replace(/<think(?:ing)?>[\s\S]*$/i, '').trim();
}

/** The brace that closes the one at `start`, strings respected; -1 when it is never closed. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function parse(text: string): unknown {
  for (const candidate of [text, text.replace(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate);
    } catch (error) {
      // A SyntaxError is what the next candidate, and in the end `undefined`, stands for.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
