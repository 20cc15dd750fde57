import type { Element, ElementContent, Nodes, Parents, RootContent, Text } from 'hast';

/** Deeper than this nothing is looked for: such markup is no document but an attack. */
export const DEEPEST = 150;

/** What stands on lines of its own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p div ul ol li pre blockquote h1 h2 h3 h4 h5 h6 table tbody tr dl dt dd section article'.split(' '),
);

export function text(value: string): Text {
  return { type: 'text', value };
}

export function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

/** Printed as it is: a formula, a mark of Markdown. */
export function verbatim(value: string): Element {
  return element('viva-verbatim', [text(value)]);
}

export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function isBlank(node: Nodes): boolean {
  return textOf(node).trim() === '' && find(node, ({ tagName }) => tagName === 'img') === undefined;
}

export function styleOf({ properties }: Element): string {
  return String(properties.style ?? '');
}

export function classesOf({ properties }: Element): string {
  return Array.isArray(properties.className) ? properties.className.join(' ') : '';
}

/** The first element below a node that is wanted, in the order of the text. */
export function find(
  node: Nodes,
  isWanted: (node: Element) => boolean,
  depth = DEEPEST,
): Element | undefined {
  if (depth === 0 || !('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = isWanted(child) ? child : find(child, isWanted, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The elements of a kind below a node that lie in no other of that kind. */
export function outermost(node: Parents, isWanted: (node: Element) => boolean, depth = DEEPEST): Element[] {
  if (depth === 0) return [];
  return (node.children as RootContent[]).flatMap((child) => {
    if (child.type !== 'element') return [];
    return isWanted(child) ? [child] : outermost(child, isWanted, depth - 1);
  });
}
