import type { Line } from './line';

/** A longer tag is a sentence. */
const LONGEST = 40;

/** Tags of a label line: "a, b", "[a, b]", "#a #b"; without separators it is one tag. */
export function readTags(text: string): string[] {
  const bare = text.trim().replace(/^[[【]|[\]】]$/gu, '');
  const parts = /[,，、;；|]/u.test(bare) ? bare.split(/[,，、;；|]/u) : bare.split(/\s+(?=#)/u);
  const short = parts.map((part) => part.trim()).filter((part) => part.length <= 2 * LONGEST);
  const tags = short.map((part) => part.replace(/^[\s#"'`*_]+|[\s"'`*_]+$/gu, ''));
  return [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= LONGEST);
}

const KEY = /^(?:tags?|keywords?|标签|关键词)\s*:\s*(.*)$/iu;
const ITEM = /^\s*-\s+(.+)$/u;

/** Tags of the whole document: `tags: [a, b]` of its front matter, or a YAML list below `tags:`. */
export function documentTags(lines: readonly Line[]): string[] {
  const rows: string[] = [];
  for (const line of lines) {
    if (line.kind !== 'frontmatter') {
      if (line.kind !== 'blank') break;
    } else rows.push(line.source.trim());
  }
  const at = rows.findIndex((row) => KEY.test(row));
  const value = KEY.exec(rows[at] ?? '')?.[1] ?? '';
  if (at < 0 || value !== '') return readTags(value);
  const items: string[] = [];
  for (const row of rows.slice(at + 1)) {
    const item = ITEM.exec(row)?.[1];
    if (item === undefined) break;
    items.push(...readTags(item));
  }
  return [...new Set(items)];
}
