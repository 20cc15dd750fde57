/** Names of fonts whose letters are all of one width: what is set in them is code. Monotype is a foundry. */
const MONOSPACED =
  /consolas|courier|menlo|monaco|inconsolata|lucida (?:console|sans typewriter)|andale|fira code|source code|cascadia|jetbrains|hack\b|fixedsys|terminal|mono(?!type)|等宽/iu;
/** Share of a document's letters from which a font says nothing any more: all of it is set that way. */
export const MOST_MONOSPACED = 0.85;
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

export function isMonospaced(font: string): boolean {
  return MONOSPACED.test(font);
}

/** Chinese letters are all of one width in any font: a text of them is none for its font alone. */
export function mayBeCode(text: string): boolean {
  const letters = text.replace(/\s+/gu, '');
  return letters !== '' && (letters.match(CJK)?.length ?? 0) < letters.length / 2;
}
