/** The part of a growing text that ends with a finished sentence; a screen reader hears no half words. */
export function finishedSentences(text: string): string {
  const ends = [...text.matchAll(/[。！？!?…；](?:["”’」』)）])?|\.(?=\s)|\n/g)];
  const last = ends.at(-1);
  return last ? text.slice(0, last.index + last[0].length) : '';
}
