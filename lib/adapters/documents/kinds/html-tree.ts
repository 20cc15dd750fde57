import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { tidyCode, withoutGutter } from './html-code';
import {
  BLOCKS,
  DEEPEST,
  element,
  find,
  isBlank,
  isElement,
  styleOf,
  text,
  textOf,
  verbatim,
} from './html-elements';
import { formulaOf, withFormulas } from './html-formulas';
import { wordItem } from './html-lists';
import { isLayout, withoutLayout, withTitles } from './html-page';

/** Nothing of these is text of the document. */
const DROPPED = new Set(
  'script style noscript template iframe object embed svg canvas audio video head link nav button'.split(' '),
);
const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef';
const WRAP_IN_CJK = new RegExp(`(?<=[${CJK}])[^\\S\\n]*\\n\\s*(?=[${CJK}])`, 'gu');

/** What a tree of HTML lost on its way to Markdown. */
export interface HtmlLosses {
  /** Pictures that are not beside the document: embedded, or somewhere on the network. */
  images: number;
  /** Whether markup was too deep to follow. */
  isCut: boolean;
}

/** Takes out of a tree what is no text, and turns what Markdown has no word for into what it has. In place. */
export function tidyTree(tree: Root): HtmlLosses {
  const losses: HtmlLosses = { images: 0, isCut: false };
  tidyChildren(tree, 0, losses);
  return losses;
}

function tidyChildren(parent: Parents, depth: number, losses: HtmlLosses): void {
  if (depth > DEEPEST) {
    losses.isCut ||= parent.children.length > 0;
    parent.children = [];
    return;
  }
  const isCode = parent.type === 'element' && parent.tagName === 'code';
  parent.children = (parent.children as RootContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return isCode ? [child] : withFormulas(child.value.replace(WRAP_IN_CJK, ''));
    if (child.type !== 'element') return [];
    const formula = formulaOf(child);
    if (formula !== undefined) return formula;
    return DROPPED.has(child.tagName) ? [] : tidyElement(child, depth, losses);
  });
}

function tidyElement(node: Element, depth: number, losses: HtmlLosses): ElementContent[] {
  if (node.tagName === 'table') return tidyTable(withoutGutter(node), depth, losses);
  if (node.tagName === 'img') return image(node, losses);
  if (node.tagName === 'pre') return [tidyCode(node)];
  tidyChildren(node, depth + 1, losses);
  switch (node.tagName) {
    case 'sup':
      return raised('^', node);
    case 'sub':
      return raised('_', node);
    case 'dt':
      return [element('p', [element('strong', node.children)])];
    case 'dd':
      return [element('div', node.children)];
    case 'dl':
      return [element('div', node.children)];
    case 'ol':
      return [isLettered(node) ? withLetters(node) : node];
    case 'p':
      return [wordItem(node)];
    case 'td':
    case 'th':
      return [{ ...node, children: withoutBreaks(inOneLine(node.children)) }];
    default:
      return [node];
  }
}

/** A table of data; one that only places things on the page is what stands in it. */
function tidyTable(table: Element, depth: number, losses: HtmlLosses): ElementContent[] {
  if (isLayout(table)) return tidyElement(withoutLayout(table, BLOCKS), depth, losses);
  tidyChildren(table, depth + 1, losses);
  const { titles, rest } = withTitles(table);
  return [...titles, withHead(rest)];
}

/** A picture beside the document stays one; of any other its words stay. Nothing is ever fetched. */
function image(node: Element, losses: HtmlLosses): ElementContent[] {
  const source = String(node.properties.src ?? '');
  if (source !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/iu.test(source)) return [node];
  losses.images += 1;
  const alt = String(node.properties.alt ?? '').trim();
  return alt === '' ? [] : [text(alt)];
}

/** `10⁵` must not become `105`. */
function raised(mark: string, node: Element): ElementContent[] {
  const value = textOf(node).trim();
  if (value === '' || /^[[［]/u.test(value)) return node.children;
  const isSimple = /^[\p{L}\p{N}+-]+$/u.test(value);
  return [verbatim(isSimple ? `${mark}${value}` : `${mark}(${value})`)];
}

/** `<ol type="A">`, or the same as a style: the letters are what a key names. */
function isLettered(list: Element): boolean {
  return (
    /^a$/iu.test(String(list.properties.type ?? '')) ||
    /list-style(?:-type)?\s*:[^;]*(?:upper|lower)-(?:alpha|latin)/iu.test(styleOf(list))
  );
}

/** Markdown numbers its lists with figures only: the letters become words, a line each, as people write options. */
function withLetters(list: Element): Element {
  const first = Number(list.properties.start ?? 1);
  const items = list.children.filter((child) => child.type === 'element');
  const lines = items.flatMap((item, index) => {
    const label = `${String.fromCharCode(64 + first + index)}. `;
    return [...(index > 0 ? [element('br', [])] : []), text(label), ...inOneLine(item.children)];
  });
  const fits = first >= 1 && first + items.length <= 27 && items.every(({ tagName }) => tagName === 'li');
  return fits ? element('p', lines) : list;
}

/** A table without a head, as Word makes them: Markdown has none such, and its first row is what names the columns. */
function withHead(table: Element): Element {
  if (find(table, ({ tagName }) => tagName === 'th') !== undefined) return table;
  const first = find(table, ({ tagName }) => tagName === 'tr');
  for (const cell of first?.children ?? []) if (cell.type === 'element') cell.tagName = 'th';
  return table;
}

/** A Markdown table's cell is one line: what stood below one another in it is parted by `<br>`. */
function inOneLine(children: readonly ElementContent[]): ElementContent[] {
  const line: ElementContent[] = [];
  for (const child of children) {
    if (child.type !== 'element' || !BLOCKS.has(child.tagName)) {
      line.push(child);
      continue;
    }
    if (line.some((before) => textOf(before).trim() !== '')) line.push(element('br', []));
    if (child.tagName === 'li') line.push(text('- '));
    if (child.tagName === 'pre')
      line.push(
        element('code', [
          text(
            textOf(child)
              .trim()
              .replace(/\s*\n\s*/gu, ' '),
          ),
        ]),
      );
    else line.push(...inOneLine(child.children));
  }
  return line;
}

/** Breaks at the ends of a cell are what editors leave in an empty one. */
function withoutBreaks(line: ElementContent[]): ElementContent[] {
  const isInk = (child: ElementContent): boolean => !isElement(child, 'br') && !isBlank(child);
  return line.slice(Math.max(0, line.findIndex(isInk)), line.findLastIndex(isInk) + 1);
}
