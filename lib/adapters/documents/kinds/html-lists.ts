import type { Element, ElementContent, Parents, Root } from 'hast';
import { DEEPEST, element, find, isElement, styleOf, text, textOf } from './html-elements';

/**
 * Lists as Markdown has them: those that were written item by item are one again, a list that lies in a list beside its items
 * belongs to the item before it, and a list of links into the page is its contents and left out. In place.
 */
export function tidyLists(parent: Root | Element, depth = 0): void {
  if (depth > DEEPEST) return;
  for (const child of parent.children) if (isElement(child)) tidyLists(child, depth + 1);
  const children = withoutContents(parent.children as ElementContent[]);
  parent.children = isElement(parent as Element, 'ul', 'ol') ? withinItems(children) : joinedLists(children);
}

function joinedLists(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let list: Element | null = null;
  /** The number that would go on with the list. */
  let next = 0;
  for (const child of children) {
    if (!isElement(child, 'ul', 'ol')) {
      if (child.type !== 'text' || child.value.trim() !== '') list = null;
      result.push(child);
      continue;
    }
    const start = Number(child.properties.start ?? 1);
    const goesOn =
      list?.tagName === child.tagName && (child.tagName === 'ul' || (start > 1 && start === next));
    next = (goesOn ? next : start) + itemsOf(child).length;
    if (goesOn && list) for (const item of child.children) list.children.push(item);
    else {
      list = child;
      result.push(child);
    }
  }
  return result;
}

function itemsOf({ children }: Parents): Element[] {
  return (children as ElementContent[]).filter((child): child is Element => isElement(child, 'li'));
}

function withinItems(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let item: Element | null = null;
  for (const child of children) {
    if (isElement(child, 'ul', 'ol') && item) item.children.push(child);
    else {
      if (isElement(child, 'li')) item = child;
      result.push(child);
    }
  }
  return result;
}

const CONTENTS_TITLE = /^(?:文章|本文)?(?:目录|目錄|目次|导航)$|^(?:table of )?contents$|^toc$/iu;

/** Without lists of links into the page, and what they are called. */
function withoutContents(children: ElementContent[]): ElementContent[] {
  const kept = children.filter((child) => !isContents(child));
  if (kept.length === children.length) return children;
  return kept.filter((child) => !isElement(child) || !CONTENTS_TITLE.test(textOf(child).trim()));
}

/** Whether all words of a list are links to places of the same page. */
function isContents(node: ElementContent): boolean {
  if (!isElement(node, 'ul', 'ol') || itemsOf(node).length < 2) return false;
  const words = textOf(node).replace(/\s+/gu, '');
  return words !== '' && linked(node, 0).replace(/\s+/gu, '') === words;
}

function linked(node: ElementContent, depth: number): string {
  if (node.type !== 'element' || depth > DEEPEST) return '';
  if (node.tagName === 'a' && /^#./u.test(String(node.properties.href ?? ''))) return textOf(node);
  return node.children.map((child) => linked(child, depth + 1)).join('');
}

/** Word's lists are paragraphs that carry their sign or number along: a sign makes an item, a number becomes text. */
export function wordItem(paragraph: Element): Element {
  if (!/mso-list\s*:/iu.test(styleOf(paragraph))) return paragraph;
  const label = find(paragraph, (node) => /mso-list\s*:\s*ignore/iu.test(styleOf(node)));
  const words = label && textOf(label).trim();
  if (!label || !words) return paragraph;
  const isSign =
    !/[\p{L}\p{N}]/u.test(words) ||
    find(paragraph, (node) => /wingdings|symbol|webdings/iu.test(styleOf(node))) !== undefined;
  label.children = isSign ? [] : [text(`${words} `)];
  return isSign ? element('ul', [element('li', paragraph.children)]) : paragraph;
}
