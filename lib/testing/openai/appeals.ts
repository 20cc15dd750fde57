/** The point or statement that a prompt of ours asks for a second look at, and the objection to its verdict. */
export function appealIn(user: string): { contested: string; isClaim: boolean; words: string } {
  const block = /<contested>\n([\s\S]*?)\n<\/contested>/.exec(user)?.[1] ?? '';
  const quoted = /: ("(?:[^"\\]|\\.)*")/.exec(block)?.[1] ?? '""';
  const words = /<appeal-([0-9a-f]+)>\n([\s\S]*?)\n<\/appeal-\1>/.exec(user)?.[2] ?? '';
  return {
    contested: JSON.parse(quoted) as string,
    isClaim: block.startsWith('Statement called wrong'),
    words,
  };
}

/** The texts of a comparison, in the order of the prompt. */
function comparedIn(user: string): string[] {
  return ['first', 'second'].map(
    (name) => new RegExp(`<${name}-([0-9a-f]+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(user)?.[2] ?? '',
  );
}

/** Prefers the answer with more sentences, wherever it stands; equal ones are the same. */
export function honestComparison(user: string): unknown {
  const [first = 0, second = 0] = comparedIn(user).map((text) => text.split(/[。；;.]/u).length);
  const better = first === second ? 'same' : first > second ? 'first' : 'second';
  const judged = { reason: '先给结论，再分条说。', better };
  return { style: { ...judged, better: 'same' }, structure: judged };
}
