import type { Nodes, Root, Text } from 'mdast';
import { DEEPEST } from './html-elements';

/**
 * Takes out the room that pages make with no-break spaces and empty paragraphs: one space is enough between words. What a
 * line is set in by stays: it may be code. In place.
 */
export function tidySpaces(node: Root | Nodes, depth = 0): void {
  if (!('children' in node) || depth > DEEPEST) return;
  const children = node.children as Nodes[];
  for (const [index, child] of children.entries()) {
    if (child.type === 'text') narrow(child, index === 0 || children[index - 1]?.type === 'break');
    else tidySpaces(child, depth + 1);
  }
  node.children = children.filter((child) => child.type !== 'paragraph' || !isEmpty(child)) as never;
}

function narrow(node: Text, isFirst: boolean): void {
  const indent = isFirst ? (/^\u00a0{2,}/u.exec(node.value)?.[0] ?? '') : '';
  node.value = indent + node.value.slice(indent.length).replace(/[ \u00a0]*\u00a0[ \u00a0]*/gu, ' ');
}

function isEmpty(node: Nodes): boolean {
  if ('children' in node) return node.children.every(isEmpty);
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
