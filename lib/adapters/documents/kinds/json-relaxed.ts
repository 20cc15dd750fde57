/**
 * The values of a text that is JSON but for what people and programs leave in it: commas before a closing bracket, comments,
 * one value after the other. Null when anything else is wrong with it.
 */
export function relaxedValues(text: string): unknown[] | null {
  const sources = valuesIn(text);
  if (sources === null) return null;
  try {
    return sources.map((source) => JSON.parse(source) as unknown);
  } catch {
    // Something else is wrong: the expected answer to the question.
    return null;
  }
}

/**
 * A string; a comment; a comma before a closing bracket; a bracket; any other run of letters. What is not closed goes to the
 * end, so that nothing is looked for twice.
 */
const TOKEN =
  /("[^"\\]*(?:\\[\s\S][^"\\]*)*"?)|(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(,(?=(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?(?:\*\/|$))*[\]}]))|([[{])|([\]}])|([^"/,[\]{}]+|[\s\S])/gu;

/** Sources of the values at the top; null when words stand between them, or one is open to the end. */
function valuesIn(text: string): string[] | null {
  const sources: string[] = [];
  let current = '';
  let depth = 0;
  for (const [token, , comment, comma, opening, closing] of text.matchAll(TOKEN)) {
    if (comment !== undefined || comma !== undefined) continue;
    if (opening !== undefined) depth += 1;
    if (depth === 0 && !/^[\s,]*$/u.test(token)) return null;
    if (depth > 0) current += token;
    if (closing === undefined) continue;
    depth -= 1;
    if (depth > 0) continue;
    sources.push(current);
    current = '';
  }
  return depth === 0 && sources.length > 0 ? sources : null;
}
