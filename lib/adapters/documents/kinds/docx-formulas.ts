import type { Element, ElementContent, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { isElement, textOf } from './html-elements';

/** A formula as TeX; `isWhole` is false where only its letters could be kept. */
interface Formula {
  tex: string;
  isWhole: boolean;
}

const DEEPEST_FORMULA = 40;
const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Signs over sums and products, and accents, as TeX calls them (ECMA-376 part 1, 22.1.2). */
const LARGE: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
};
const ACCENTS: Record<string, string> = {
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\bar',
  '\u20d7': '\\vec',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
};
/** Properties and layout: nothing of them is a letter. */
const SILENT = /pr$/u;

/** A formula of Word (Office Math Markup, ECMA-376 part 1, 22.1) as TeX. */
export function texOf(xml: string): Formula {
  const opened = xml.replace(/<([\w:]+)((?:\s[^<>]*?)?)\/>/gu, '<$1$2></$1>');
  const state = { isWhole: true };
  const tex = parser
    .parse(opened)
    .children.map((child) => tell(child as ElementContent, state, 0))
    .join('');
  return { tex: tex.replace(/ {2,}/gu, ' ').trim(), isWhole: state.isWhole };
}

type State = { isWhole: boolean };

function tell(node: Nodes, state: State, depth: number): string {
  if (!isElement(node) || depth > DEEPEST_FORMULA) return '';
  const part = (name: string): string =>
    node.children
      .filter((child) => isElement(child, `m:${name}`))
      .map((child) => inner(child as Element, state, depth))
      .join('');
  const group = (name: string): string => `{${part(name)}}`;
  const property = (name: string): string | undefined => propertyOf(node, name);
  switch (node.tagName) {
    case 'm:r':
      return lettersOf(node);
    case 'm:f':
      return `\\frac${group('num')}${group('den')}`;
    case 'm:ssup':
      return whole(state, node, 'e', 'sup')
        ? `${based(part('e'))}^${group('sup')}`
        : inner(node, state, depth);
    case 'm:ssub':
      return whole(state, node, 'e', 'sub')
        ? `${based(part('e'))}_${group('sub')}`
        : inner(node, state, depth);
    case 'm:ssubsup':
      return `${based(part('e'))}_${group('sub')}^${group('sup')}`;
    case 'm:rad':
      return `\\sqrt${part('deg') === '' ? '' : `[${part('deg')}]`}${group('e')}`;
    case 'm:nary':
      return `${large(property('m:chr') ?? '∫')}${limit('_', part('sub'))}${limit('^', part('sup'))} ${part('e')}`;
    case 'm:d':
      return delimited(node, state, depth);
    case 'm:func':
      return `${named(part('fname'))} ${part('e')}`;
    case 'm:limlow':
      return `${named(part('e'))}_${group('lim')}`;
    case 'm:limupp':
      return `${part('e')}^${group('lim')}`;
    case 'm:acc':
      return `${ACCENTS[property('m:chr') ?? '\u0302'] ?? '\\hat'}${group('e')}`;
    case 'm:bar':
      return `${property('m:pos') === 'top' ? '\\overline' : '\\underline'}${group('e')}`;
    case 'm:m':
      return `\\begin{matrix}${rows(node, 'm:mr', state, depth)}\\end{matrix}`;
    case 'm:eqarr':
      return `\\begin{aligned}${rows(node, undefined, state, depth)}\\end{aligned}`;
    default:
      return SILENT.test(node.tagName) ? '' : inner(node, state, depth);
  }
}

function inner(node: Element, state: State, depth: number): string {
  return node.children.map((child) => tell(child, state, depth + 1)).join('');
}

/** Whether a construct has its parts; without them only letters are left. */
function whole(state: State, node: Element, ...names: string[]): boolean {
  const hasAll = names.every((name) => node.children.some((child) => isElement(child, `m:${name}`)));
  state.isWhole &&= hasAll;
  return hasAll;
}

function lettersOf(run: Element): string {
  return run.children.map((child) => (isElement(child, 'm:t', 'w:t') ? escaped(textOf(child)) : '')).join('');
}

function escaped(letters: string): string {
  return letters.replace(/[\\{}$%&#_^]/gu, (sign) => (sign === '\\' ? '\\backslash ' : `\\${sign}`));
}

function based(base: string): string {
  return [...base].length > 1 ? `{${base}}` : base;
}

function limit(sign: string, value: string): string {
  return value === '' ? '' : `${sign}{${value}}`;
}

function large(sign: string): string {
  return LARGE[sign] ?? sign;
}

function named(name: string): string {
  return /^[a-z]{2,}$/iu.test(name) ? `\\operatorname{${name}}` : name;
}

function propertyOf(node: Element, name: string): string | undefined {
  for (const child of node.children) {
    if (!isElement(child) || !SILENT.test(child.tagName)) continue;
    const found = child.children.find((each) => isElement(each, name));
    if (isElement(found)) return String(found.properties['m:val'] ?? found.properties.mVal ?? '');
  }
  return undefined;
}

function delimited(node: Element, state: State, depth: number): string {
  const [begin, end] = [propertyOf(node, 'm:begchr') ?? '(', propertyOf(node, 'm:endchr') ?? ')'];
  const parts = node.children.filter((child) => isElement(child, 'm:e')) as Element[];
  const between = propertyOf(node, 'm:sepchr') ?? '|';
  const words = parts.map((part) => inner(part, state, depth)).join(between);
  return `${fence('\\left', begin)}${words}${fence('\\right', end)}`;
}

function fence(side: string, sign: string): string {
  return `${side}${sign === '' ? '.' : sign === '{' || sign === '}' ? `\\${sign}` : sign}`;
}

function rows(node: Element, rowName: string | undefined, state: State, depth: number): string {
  const cells = (row: Element): string =>
    row.children
      .filter((child) => isElement(child, 'm:e'))
      .map((child) => inner(child as Element, state, depth))
      .join(' & ');
  if (rowName === undefined) return cells(node).replaceAll(' & ', ' \\\\ ');
  return node.children.flatMap((child) => (isElement(child, rowName) ? [cells(child)] : [])).join(' \\\\ ');
}
