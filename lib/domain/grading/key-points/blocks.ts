import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A piece of a reference answer that stands by itself in its Markdown: a paragraph, a list item, a table row, code. */
export interface Block {
  kind: 'prose' | 'item' | 'row' | 'code';
  /** Offsets into the reference. */
  start: number;
  end: number;
  /** Heading or bold lead it stands under, '' when none. */
  lead: string;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads the structure of a reference answer. Malformed Markdown is still Markdown: this never throws. */
export function blocksOf(reference: string): Block[] {
  const blocks: Block[] = [];
  walk(parser.parse(reference) as Root, '', reference, blocks);
  return blocks;
}

function walk(parent: Nodes, inherited: string, reference: string, blocks: Block[]): void {
  if (!('children' in parent)) return;
  let lead = inherited;
  for (const node of parent.children) {
    if (node.type === 'heading') lead = plainText(node);
    else if (node.type === 'code') push(blocks, node, isFenced(node, reference) ? 'code' : 'prose', lead);
    else if (node.type === 'paragraph') lead = paragraph(node, lead, parent, blocks);
    else if (node.type === 'table') table(node, lead, blocks);
    else if (node.type === 'listItem') walk(node, lead, reference, blocks);
    else if (node.type === 'list') {
      walk(node, lead, reference, blocks);
    } else if (node.type !== 'html' && node.type !== 'thematicBreak') walk(node, lead, reference, blocks);
  }
}

/** A paragraph that is nothing but a lead ("**Advantages:**", "优点：") names what follows; else it is a block. */
function paragraph(node: Nodes, lead: string, parent: Nodes, blocks: Block[]): string {
  const text = plainText(node).trim();
  const isBold = 'children' in node && node.children.length === 1 && node.children[0]?.type === 'strong';
  const opensList = parent.type === 'listItem' && parent.children.length > 1 && parent.children[0] === node;
  if (
    (isBold || opensList || /[:：]$/.test(text)) &&
    text.length <= 40 &&
    !/[。.;；]/.test(text.replace(/^\d+\./, ''))
  )
    return text.replace(/[:：\s]+$/, '');
  push(blocks, node, parent.type === 'listItem' ? 'item' : 'prose', lead);
  return lead;
}

function table(node: Nodes, lead: string, blocks: Block[]): void {
  if (!('children' in node)) return;
  for (const row of node.children.slice(1)) push(blocks, row, 'row', lead);
}

function push(blocks: Block[], node: Nodes, kind: Block['kind'], lead: string): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start !== undefined && end !== undefined && end > start) blocks.push({ kind, start, end, lead });
}

function isFenced(node: Nodes, reference: string): boolean {
  const at = node.position?.start.offset ?? 0;
  return /^\s*(?:```|~~~)/.test(reference.slice(at, at + 12));
}
