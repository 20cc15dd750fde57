import type { Element, ElementContent, Parents, Root } from 'hast';
import { isMonospaced, MOST_MONOSPACED, mayBeCode } from './fonts';
import {
  BLOCKS,
  classesOf,
  DEEPEST,
  element,
  isBlank,
  isElement,
  styleOf,
  text,
  textOf,
} from './html-elements';

/** What programs write that know no better: the look of the letters, not what it means. */
const CARRIERS = new Set(['span', 'font', 'o:p']);
const EMPHASIS: Record<string, string> = { b: 'strong', strong: 'strong', i: 'em', em: 'em' };
/** Marks code that is told by its font; `<code>` without it is what the author called so. */
const TYPED = 'dataTyped';
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/iu;
const PLAIN_WEIGHT = /font-weight\s*:\s*(?:normal|[1-5]00)/iu;
const ITALIC = /font-style\s*:\s*(?:italic|oblique)/iu;
const FAMILY = /font-family\s*:\s*([^;]+)/iu;

/**
 * Reads meaning out of looks: bold and italic letters as emphasis, a font of equal widths as code, and joins what was cut
 * into pieces of one look. In place, on a tidied tree.
 */
export function readFonts(tree: Root): void {
  const isTyped = lettersOf(tree, 0, false) > MOST_MONOSPACED * textOf(tree).replace(/\s+/gu, '').length;
  readChildren(tree, 0, !isTyped);
  tree.children = (tree.children as ElementContent[]).map(settled);
}

/** Letters below a node that are set in a font of equal widths. */
function lettersOf(node: Parents, depth: number, isTyped: boolean): number {
  if (depth > DEEPEST) return 0;
  let letters = 0;
  for (const child of node.children) {
    if (child.type === 'text') letters += isTyped ? child.value.replace(/\s+/gu, '').length : 0;
    else if (child.type === 'element' && child.tagName !== 'pre')
      letters += lettersOf(child, depth + 1, isTyped || isSetAsCode(child));
  }
  return letters;
}

function isSetAsCode(node: Element): boolean {
  if (classesOf(node) === 'viva-typed') return true;
  const family = FAMILY.exec(styleOf(node))?.[1] ?? String(node.properties.face ?? '');
  return isMonospaced(family.split(',')[0] ?? '');
}

function readChildren(parent: Parents, depth: number, knowsCode: boolean): void {
  if (depth > DEEPEST) return;
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'pre') return [child];
    readChildren(child, depth + 1, knowsCode);
    return meaningOf(child, knowsCode);
  });
  parent.children = withCodeBlocks(joined(children));
}

/** An element of looks as what it means; any other stays. */
function meaningOf(node: Element, knowsCode: boolean): ElementContent[] {
  const style = styleOf(node);
  const emphasis = EMPHASIS[node.tagName];
  if (emphasis !== undefined)
    return emphasis === 'strong' && PLAIN_WEIGHT.test(style)
      ? node.children
      : emphasised(emphasis, node.children);
  const isCode = knowsCode && isSetAsCode(node);
  if (!CARRIERS.has(node.tagName)) return [isCode ? { ...node, children: typed(node.children) } : node];
  if (isCode) return typed(node.children);
  const italic = ITALIC.test(style) ? emphasised('em', node.children) : node.children;
  return BOLD.test(style) ? emphasised('strong', italic) : italic;
}

/** Emphasis has no blocks in it, and none of its own kind. */
function emphasised(tagName: string, children: ElementContent[]): ElementContent[] {
  if (children.some((child) => isElement(child) && BLOCKS.has(child.tagName))) return children;
  const inner = children.flatMap((child) => (isElement(child, tagName) ? child.children : [child]));
  return inner.length === 0 ? [] : [element(tagName, inner)];
}

function typed(children: ElementContent[]): ElementContent[] {
  return joined(
    children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return [element('code', [child], { [TYPED]: true })];
      if (child.type !== 'element' || child.tagName === 'br' || child.tagName === 'code') return [child];
      if (BLOCKS.has(child.tagName)) return [{ ...child, children: typed(child.children) }];
      return child.tagName in EMPHASIS ? typed(child.children) : [child];
    }),
  );
}

function isTypedCode(node: ElementContent | undefined): node is Element {
  return isElement(node, 'code') && node.properties[TYPED] === true;
}

/** Neighbours of one look as one: `<b>a</b><b>b</b>` would come out as `**a****b**`. */
function joined(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) append(result, child);
  return result;
}

/** Each child is looked at once, however many are joined: what is joined already is whole. */
function append(result: ElementContent[], child: ElementContent): void {
  const last = result.at(-1);
  if (last?.type === 'text' && child.type === 'text') last.value += child.value;
  else if (
    (isElement(child, 'strong', 'em') && isElement(last, child.tagName)) ||
    (isTypedCode(child) && isTypedCode(last))
  )
    for (const inner of child.children) append((last as Element).children, inner);
  else if (child.type === 'text') result.push(text(child.value));
  else result.push(child.type === 'element' ? { ...child, children: [...child.children] } : child);
}

/** Paragraphs that are code line by line as one block of code; a line of it within words as code among them. */
function withCodeBlocks(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: Element[] = [];
  const flush = (): void => {
    let last = run.length;
    while (last > 0 && isBlank(run[last - 1] as Element)) last -= 1;
    result.push(...asCode(run.slice(0, last)), ...run.slice(last));
    run = [];
  };
  for (const child of children) {
    const isParagraph = isElement(child, 'p', 'div');
    if (isParagraph && (isTypedWhole(child) || (run.length > 0 && isBlank(child)))) run.push(child);
    else if (child.type === 'text' && child.value.trim() === '' && run.length > 0) continue;
    else {
      flush();
      result.push(withSettled(child));
    }
  }
  flush();
  return result;
}

function isTypedWhole({ children }: Element): boolean {
  const inked = children.filter((child) => !isElement(child, 'br') && textOf(child).trim() !== '');
  return inked.length > 0 && inked.every(isTypedCode);
}

function asCode(run: Element[]): ElementContent[] {
  const lines = run.flatMap(linesOf);
  if (lines.length < 2 || !mayBeCode(lines.join(''))) return run.map(withSettled);
  return [element('pre', [element('code', [text(lines.join('\n'))])])];
}

/** Lines of code as they look: any white space of the source is one space, a no-break space is a real one. */
function linesOf(paragraph: Element): string[] {
  const lines = [''];
  for (const child of paragraph.children) {
    if (isElement(child, 'br')) lines.push('');
    else lines[lines.length - 1] += textOf(child).replace(/[^\S\u00a0]+/gu, ' ');
  }
  if (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  return lines.map((line) => line.replace(/^ /u, '').replaceAll('\u00a0', ' ').trimEnd());
}

function withSettled(node: ElementContent): ElementContent {
  return node.type === 'element' ? { ...node, children: node.children.map(settled) } : node;
}

/** Among words, Chinese letters and lone signs are words, whatever their font. */
function settled(node: ElementContent): ElementContent {
  if (!isTypedCode(node)) return node;
  const value = textOf(node);
  return mayBeCode(value) && /[\p{L}\p{N}]/u.test(value) ? element('code', [text(value)]) : text(value);
}
