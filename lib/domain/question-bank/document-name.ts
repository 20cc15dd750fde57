/** Longer names are cut; what people call a file is rarely a tenth of it, and file systems stop at 255 bytes. */
const LONGEST_NAME = 120;

/**
 * The name a document goes by in the bank: the last part of a path in either notation, without control and
 * direction-changing characters. It is shown and compared, and never used as a path.
 */
export function documentName(path: string): string {
  const base =
    path
      .normalize('NFC')
      .split(/[\\/]+/u)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  const name = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '' || name === '.' || name === '..') return 'document';
  return shorten(name);
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  const { stem, extension } = splitExtension(name);
  return `${[...stem].slice(0, LONGEST_NAME - [...extension].length).join('')}${extension}`;
}

function splitExtension(name: string): { stem: string; extension: string } {
  const extension = /(?<=.)\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
}

/** `name`, or the first of `name (2)`, `name (3)` … that is not taken; the number stands before the extension. */
export function freeDocumentName(name: string, isTaken: (name: string) => boolean): string {
  const { stem, extension } = splitExtension(name);
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${stem} (${number})${extension}`;
  return free;
}
