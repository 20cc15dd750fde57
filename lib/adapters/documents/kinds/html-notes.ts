import type { Element, ElementContent, Parents, Root } from 'hast';
import { BLOCKS, DEEPEST, element, find, isBlank, isElement, text, textOf, verbatim } from './html-elements';

/** What a mark of a note looks like: `1`, `[2]`, `*`. */
const MARK = /^[[［(（]?([\p{Nd}*†‡§]{1,3})[\]］)）]?$/u;
const PARTS = new Set(['html', 'body', 'main', 'article']);
const HEADING = /^h[1-6]$/u;

interface Place {
  node: Element;
  parent: Parents;
  above?: Place;
}

/**
 * Notes at the foot of a page, where they are asked for: a link that is a mark and leads to a block that links back to it is a
 * note, and its words follow the paragraph as a note in Markdown. At the end they would belong to whatever comes last. In place.
 */
export function keepNotes(tree: Root): void {
  const places = placesOf(tree, undefined, 0);
  const byName = new Map<string, Place>();
  for (const place of places)
    for (const name of namesOf(place.node)) if (!byName.has(name)) byName.set(name, place);
  const notes = new Map<Element, Element>();
  for (const place of places) {
    const label = MARK.exec(textOf(place.node).trim())?.[1];
    const target =
      isElement(place.node, 'a') && label !== undefined ? byName.get(targetOf(place.node)) : undefined;
    const note = target && blockOf(target);
    const back = note && backLink(note.node, place);
    if (label === undefined || !note || !back || contains(note.node, place.node)) continue;
    removeLink(note.node, back);
    write(label, place, note, notes);
  }
}

function placesOf(parent: Parents, above: Place | undefined, depth: number): Place[] {
  if (depth > DEEPEST) return [];
  return (parent.children as ElementContent[]).flatMap((node) => {
    if (node.type !== 'element') return [];
    const place = { node, parent, ...(above && { above }) };
    return [place, ...placesOf(node, place, depth + 1)];
  });
}

function namesOf({ properties }: Element): string[] {
  return [properties.id, properties.name].flatMap((name) => (name ? [String(name)] : []));
}

function targetOf({ properties }: Element): string {
  const href = String(properties.href ?? '');
  return href.startsWith('#') ? href.slice(1) : '';
}

/** The paragraph or item that a place is, or lies in. */
function blockOf(place: Place): Place | undefined {
  return isElement(place.node, 'li', 'p', 'div', 'aside', 'dd') ? place : place.above && blockOf(place.above);
}

/** The link in a note that leads back to its mark, or to what the mark stands in. */
function backLink(note: Element, mark: Place): Element | undefined {
  const names = new Set(
    [mark, mark.above, mark.above?.above].flatMap((place) => (place ? namesOf(place.node) : [])),
  );
  return find(note, (node) => isElement(node, 'a') && names.has(targetOf(node)));
}

function contains(node: Element, wanted: Element): boolean {
  return find(node, (each) => each === wanted) !== undefined;
}

function write(label: string, mark: Place, note: Place, notes: Map<Element, Element>): void {
  const words = textOf(mark.node).trim();
  let whole = mark;
  while (whole.above && !BLOCKS.has(whole.above.node.tagName) && textOf(whole.above.node).trim() === words)
    whole = whole.above;
  replace(whole, [verbatim(`[^${label}]`)]);
  const paragraph = element('p', [verbatim(`[^${label}]:`), text(' '), ...inOneLine(note.node.children)]);
  const block = blockAround(whole);
  if (block === undefined || isElement(block.node, 'li', 'td', 'th', 'dd')) {
    (block?.node ?? whole.parent).children.push(paragraph);
  } else {
    const after = notes.get(block.node) ?? block.node;
    block.parent.children.splice(block.parent.children.indexOf(after as never) + 1, 0, paragraph as never);
    notes.set(block.node, paragraph);
  }
  removeWhole(note);
}

function blockAround({ above }: Place): Place | undefined {
  if (above === undefined) return undefined;
  return BLOCKS.has(above.node.tagName) || isElement(above.node, 'td', 'th') ? above : blockAround(above);
}

function inOneLine(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    isElement(child, 'p', 'div') ? [...inOneLine(child.children), text(' ')] : [child],
  );
}

function replace({ node, parent }: Place, by: ElementContent[]): void {
  const at = parent.children.indexOf(node as never);
  if (at >= 0) parent.children.splice(at, 1, ...(by as never[]));
}

/** A note, and what held nothing but notes and a title for them. */
function removeWhole(note: Place): void {
  replace(note, []);
  const { above } = note;
  if (above === undefined || PARTS.has(above.node.tagName)) return;
  const rest = above.node.children.filter((child) => !isElement(child) || !HEADING.test(child.tagName));
  if (rest.every(isBlank)) removeWhole(above);
}

function removeLink(node: Element, link: Element): void {
  node.children = node.children.filter((child) => child !== link);
  for (const child of node.children) if (isElement(child)) removeLink(child, link);
}
