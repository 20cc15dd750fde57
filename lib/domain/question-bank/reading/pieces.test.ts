import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateMarkdown } from './markdown-lines';
import { cutPieces } from './pieces';
import { scanSpans } from './spans';

const section = (number: number): string[] => [
  `### ${number}. 什么是第 ${number} 个概念？`,
  '',
  '```md',
  '# 注释',
  '```',
  '',
  ...Array.from({ length: 8 }, () => '说明文字。'.repeat(20)),
  '',
];

describe('cutPieces', () => {
  it('covers every line once, in order, and never cuts inside a fence or a formula', () => {
    const line = fc.constantFrom('# a', '```', 'text', '', '- item', '$$', '<!--', '-->', 'x'.repeat(9_000));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (sources) => {
        const scan = scanSpans(sources);
        const pieces = cutPieces(sources, scan);
        expect(pieces[0]?.start).toBe(0);
        expect(pieces.at(-1)?.end).toBe(sources.length);
        for (const [position, piece] of pieces.entries()) {
          const next = pieces[position + 1];
          if (next !== undefined) expect(next.start).toBe(piece.end);
        }
      }),
    );
  });

  it('gives the same blocks as parsing in one piece', () => {
    const sources = Array.from({ length: 30 }, (_, index) => section(index + 1)).flat();
    const scan = scanSpans(sources);
    const pieces = cutPieces(sources, scan);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(scan.isInside[piece.start]).toBe(false);
    const lines = annotateMarkdown(sources, scan);
    expect(lines.filter((line) => line.kind === 'heading').length).toBe(30);
    expect(lines.filter((line) => line.kind === 'code').length).toBe(90);
  });
});
