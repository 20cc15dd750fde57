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

/** What is done to a tree once all of its notes are known: each element is touched once. */
interface Edits {
  replaced: Map<Element, ElementContent[]>;
  /** Notes by the block that they follow, or lie at the end of. */
  after: Map<Element, Element[]>;
  within: Map<Element, Element[]>;
  notes: Set<Element>;
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
  const edits: Edits = { replaced: new Map(), after: new Map(), within: new Map(), notes: new Set() };
  const seen = new Set<Element>();
  for (const mark of places) {
    if (!isElement(mark.node, 'a') || targetOf(mark.node) === '') continue;
    const label = MARK.exec(textOf(mark.node).trim())?.[1];
    const target = label === undefined ? undefined : byName.get(targetOf(mark.node));
    const note = target && blockOf(target);
    // A note that several marks lead to stands with the first.
    if (label === undefined || !note || seen.has(note.node)) continue;
    seen.add(note.node);
    const back = backLink(note.node, mark);
    if (back && !isWithin(mark, note.node)) write(label, mark, note, back, edits);
  }
  if (edits.notes.size > 0) apply(tree, edits, 0);
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

function isWithin(place: Place, node: Element): boolean {
  return place.node === node || (place.above !== undefined && isWithin(place.above, node));
}

function write(label: string, mark: Place, note: Place, back: Element, edits: Edits): void {
  const words = textOf(mark.node).trim();
  let whole = mark;
  while (whole.above && !BLOCKS.has(whole.above.node.tagName) && textOf(whole.above.node).trim() === words)
    whole = whole.above;
  const block = blockAround(whole);
  if (block === undefined) return;
  edits.replaced.set(whole.node, [verbatim(`[^${label}]`)]);
  edits.replaced.set(back, []);
  edits.notes.add(note.node);
  const paragraph = element('p', [
    verbatim(`[^${label}]:`),
    text(' '),
    ...inOneLine(withoutLink(note.node.children, back)),
  ]);
  const side = isElement(block.node, 'li', 'td', 'th', 'dd') ? edits.within : edits.after;
  side.set(block.node, [...(side.get(block.node) ?? []), paragraph]);
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

function withoutLink(children: ElementContent[], link: Element): ElementContent[] {
  return children
    .filter((child) => child !== link)
    .map((child) => (isElement(child) ? { ...child, children: withoutLink(child.children, link) } : child));
}

/** Takes notes out of their places, and what held nothing but notes and a title for them. */
function apply(parent: Parents, edits: Edits, depth: number): void {
  if (depth > DEEPEST) return;
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const replaced = edits.replaced.get(child);
    if (replaced) return replaced;
    if (edits.notes.has(child)) return [];
    const held = child.children.length;
    apply(child, edits, depth + 1);
    const lost = child.children.length < held;
    if (lost && !PARTS.has(child.tagName) && isEmptied(child)) return [];
    child.children.push(...(edits.within.get(child) ?? []));
    return [child, ...(edits.after.get(child) ?? [])];
  }) as never;
}

function isEmptied({ children }: Element): boolean {
  return children.every((child) => isBlank(child) || (isElement(child) && HEADING.test(child.tagName)));
}
