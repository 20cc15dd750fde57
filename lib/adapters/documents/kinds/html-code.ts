import type { Element, ElementContent } from 'hast';
import { classesOf, element, find, isElement, outermost, text, textOf } from './html-elements';

/** Numbers of lines, and buttons to copy them: beside the code, not of it. */
const BESIDE_CODE =
  /(?:^|[\s_-])(?:line-?(?:no|num|number)s?|ln-n(?:um(?:bers?)?)?|hljs-ln-n|lineno(?:s|\b)|linenos?div|gutter|pre-numbering|copy)(?:$|[\s_-])/iu;
const NO_CODE = new Set(['button', 'script', 'style', 'svg', 'clipboard-copy']);
const DEEPEST_IN_CODE = 20;

/** A `<pre>` with nothing in it but its code, and the language where `<code>` is looked at for it. */
export function tidyCode(pre: Element): Element {
  const children = inLines(codeOf(pre.children, 0));
  const code = children.find((child) => isElement(child, 'code')) as Element | undefined;
  const language = languageOf(`${code ? classesOf(code) : ''} ${classesOf(pre)}`);
  if (language === undefined) return { ...pre, children };
  const properties = { className: [`language-${language}`] };
  return {
    ...pre,
    children: code
      ? children.map((child) => (child === code ? { ...code, properties } : child))
      : [element('code', children, properties)],
  };
}

function codeOf(children: ElementContent[], depth: number): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [text(child.value.replaceAll('\u00a0', ' '))];
    if (child.type !== 'element' || NO_CODE.has(child.tagName) || isBesideCode(child)) return [];
    return [depth > DEEPEST_IN_CODE ? child : { ...child, children: codeOf(child.children, depth + 1) }];
  });
}

function isBesideCode(node: Element): boolean {
  return BESIDE_CODE.test(classesOf(node)) || (isElement(node, 'ul', 'ol') && isCounting(node));
}

/** Some editors write each line as a `<code>` of its own. */
function inLines(children: ElementContent[]): ElementContent[] {
  const codes = children.filter((child) => isElement(child, 'code'));
  if (codes.length < 2 || children.some((child) => child.type === 'text' && child.value.trim() !== ''))
    return children;
  return codes.flatMap((child, index) => (index > 0 ? [text('\n'), child] : [child]));
}

function languageOf(classes: string): string | undefined {
  return /(?:^|\s)lang(?:uage)?-([\w+#.-]+)|(?:^|\s)brush:\s*([\w+#.-]+)/iu
    .exec(classes)
    ?.slice(1)
    .find((name) => name !== undefined);
}

/** A table whose first cell numbers the lines of the code in the next one: without those numbers. */
export function withoutGutter(table: Element): Element {
  const rows = outermost(table, ({ tagName }) => tagName === 'tr');
  for (const row of rows) {
    const cells = row.children.filter((child) => isElement(child, 'td'));
    const [first, second] = cells;
    if (cells.length !== 2 || !isElement(first) || !second) return table;
    if (find(second, ({ tagName }) => tagName === 'pre') === undefined || !isCounting(first)) return table;
  }
  for (const row of rows) row.children = row.children.filter((child) => isElement(child, 'td')).slice(1);
  return table;
}

/** Whether all the words of a node are numbers, one after the other. */
function isCounting(node: Element): boolean {
  const numbers = textOf(node).trim();
  if (!/^[\d\s]+$/u.test(numbers)) return false;
  const leaves = leavesOf(node, 0)
    .flatMap((leaf) => leaf.trim().split(/\s+/u))
    .filter(Boolean)
    .map(Number);
  return leaves.every((number, index) => index === 0 || number === (leaves[index - 1] ?? 0) + 1);
}

function leavesOf(node: ElementContent, depth: number): string[] {
  if (node.type === 'text') return [node.value];
  if (node.type !== 'element' || depth > DEEPEST_IN_CODE) return [];
  return node.children.flatMap((child) => leavesOf(child, depth + 1));
}
