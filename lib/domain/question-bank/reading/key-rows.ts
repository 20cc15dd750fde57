/** A row of numbers, "题号 | 1 | 2 | 3", above the row of their keys, "答案 | B | C | A". */
const NUMBER = /^[*_]{0,2}(\d{1,3})[*_]{0,2}$/u;
const KEY = /^[*_]{0,2}(?:[A-HＡ-Ｈ]{1,8}|[√×✓✗✔✘TF]|对|错|正确|错误|True|False)[*_]{0,2}$/iu;
const DELIMITERS = /^[\s|:-]+$/u;
/** One number above one letter is no table of keys. */
const FEWEST = 2;
/** Longer rows are not searched. */
const LONGEST = 2_000;

function cellsOf(row: string): string[] {
  if (row.length > LONGEST) return [];
  return row
    .split(row.includes('|') ? '|' : /\s+/u)
    .flatMap((cell) => (cell.trim() === '' ? [] : [cell.trim()]));
}

/** What a row holds of one kind, a name before it left out; [] when it holds anything else. */
function all(row: string, pattern: RegExp): string[] {
  const cells = cellsOf(row);
  const own = pattern.test(cells[0] ?? '') ? cells : cells.slice(1);
  return own.length >= FEWEST && own.every((cell) => pattern.test(cell)) ? own : [];
}

/** Spells such a pair of rows out: "1. B 2. C 3. A". Everything else stays as it is. */
export function spellOutRows(text: string): string {
  const rows = text.split('\n');
  const spelled: string[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? '';
    const numbers = all(row, NUMBER);
    let below = index + 1;
    while (
      numbers.length > 0 &&
      below < index + 4 &&
      (rows[below] === '' || DELIMITERS.test(rows[below] ?? ''))
    )
      below += 1;
    const keys = numbers.length > 0 ? all(rows[below] ?? '', KEY) : [];
    if (keys.length === 0 || keys.length !== numbers.length) spelled.push(row);
    else {
      const entries = keys.map(
        (key, at) => `${NUMBER.exec(numbers[at] ?? '')?.[1]}. ${key.replace(/[*_]/gu, '')}`,
      );
      spelled.push(entries.join(' '));
      index = below;
    }
  }
  return spelled.join('\n');
}
