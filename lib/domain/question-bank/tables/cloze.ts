/** `{{c1::hidden::hint}}`, Anki's mark of a gap. */
const CLOZE = /\{\{c(\d{1,3})::([\s\S]*?)(?:::([^{}]*?))?\}\}/giu;

/** What is asked and what is hidden, one card per number as in Anki; none when the text has no gap. */
export function clozeCards(text: string): { question: string; answer: string }[] {
  const numbers = [...new Set([...text.matchAll(CLOZE)].map((found) => Number(found[1])))].sort(
    (a, b) => a - b,
  );
  return numbers.map((number) => {
    const hidden: string[] = [];
    const question = text.replace(CLOZE, (_all, of: string, words: string, hint?: string) => {
      if (Number(of) !== number) return words;
      hidden.push(words);
      return hint ? `____（${hint}）` : '____';
    });
    return { question, answer: [...new Set(hidden)].join('\n') };
  });
}
