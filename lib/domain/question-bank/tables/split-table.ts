import type { ColumnMapping, Table } from './table';
import { withTopicsBelow } from './table-entries';

/** What our Markdown writes around a row and around each of its cells, bytes at most: markers, labels, blank lines. */
const AROUND_ROW = 160;
const AROUND_CELL = 64;
/** Part of the room that is filled: rows of one table are not all printed at the same length. */
const FILL = 0.9;

/**
 * A table cut between rows into tables that each give a document of at most `room` bytes, where the whole would give one of
 * `printed` bytes. Every row is in one of them, in order; rows that are added below later leave the first tables as they are.
 */
export function splitTable(table: Table, mapping: ColumnMapping, printed: number, room: number): Table[] {
  // A topic that is meant for the rows below must reach those of the next table.
  const rows = withTopicsBelow(table.rows, mapping);
  const sizes = rows.map(sizeOf);
  const estimate = sizes.reduce((sum, size) => sum + size, 0);
  const most = (room * FILL) / Math.max(1, printed / estimate);
  const starts: number[] = [];
  let filled = 0;
  for (const [index, size] of sizes.entries()) {
    if (index === 0 || filled + size > most) {
      starts.push(index);
      filled = 0;
    }
    filled += size;
  }
  return starts.map((start, part) => ({
    columns: table.columns,
    rows: rows.slice(start, starts[part + 1]),
    ...(part > 0 && { isContinued: true }),
  }));
}

function sizeOf(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + (cell === '' ? 0 : AROUND_CELL + utf8Length(cell)), AROUND_ROW);
}

/** Bytes in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Half of a pair stands for two of the pair's four bytes.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}
