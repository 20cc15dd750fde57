import type { Element, ElementContent } from 'hast';
import { classesOf, find, text, textOf, verbatim } from './html-elements';

/** How MathJax and KaTeX are told in a page where a formula is; a lone `$…$` is one if it has a letter of TeX in it. */
const IN_WORDS =
  /\\\(((?:(?!\\[()]).)+)\\\)|\\\[((?:(?!\\[[\]]).)+)\\\]|\$\$([^$]+)\$\$|\$(?=[^\s$])([^$\n]*[\\^_{}=][^$\n]*)(?<=[^\s])\$(?!\d)/gsu;
/** What shows a formula whose source stands beside it. */
const SHOWN =
  /(?:^|\s)(?:katex-html|MathJax(?:_(?:Display|Preview|SVG|CHTML)\w*)?|mwe-math-fallback-image-\w+)(?:\s|$)/u;
/** Pictures of formulas: their words are the source. */
const PICTURED = /(?:^|[\s_-])(?:tex|latex|math\w*|equation|formula)(?:$|[\s_-])/iu;
const PICTURED_FROM = /equation\?tex=|latex[^/]*\/(?:eq|svg|gif|png)|codecogs\.com|latex\.php/iu;

/** Words with the formulas in them as Markdown writes them, safe from being taken for emphasis. */
export function withFormulas(words: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const found of words.matchAll(IN_WORDS)) {
    const [whole, inline, display, dollars, dollar] = found;
    const tex = inline ?? dollar;
    const source = tex === undefined ? `$$${(display ?? dollars ?? '').trim()}$$` : `$${tex.trim()}$`;
    parts.push(text(words.slice(end, found.index)), verbatim(source.replace(/\s*\n\s*/gu, ' ')));
    end = found.index + whole.length;
  }
  return end === 0 ? [text(words)] : [...parts, text(words.slice(end))];
}

/** The TeX that an element was made of, nothing for what only shows it again; undefined for what is no formula. */
export function formulaOf(node: Element): ElementContent[] | undefined {
  if (SHOWN.test(classesOf(node))) return [];
  if (node.tagName === 'math') return mathOf(node);
  if (node.tagName === 'script' && /^math\/tex/iu.test(String(node.properties.type ?? '')))
    return printed(textOf(node), /mode=display/iu.test(String(node.properties.type)));
  if (node.tagName === 'anki-mathjax') return printed(textOf(node), node.properties.block !== undefined);
  if (node.tagName !== 'img') return undefined;
  const isPicture =
    node.properties.eeimg !== undefined ||
    PICTURED.test(classesOf(node)) ||
    PICTURED_FROM.test(String(node.properties.src ?? ''));
  const alt = String(node.properties.alt ?? '').trim();
  return isPicture && alt !== '' ? printed(alt, false) : undefined;
}

/** The source of a formula; without it its letters. */
function mathOf(node: Element): ElementContent[] {
  const isSource = (child: Element): boolean =>
    child.tagName === 'annotation' && /tex/iu.test(String(child.properties.encoding ?? ''));
  return printed(textOf(find(node, isSource) ?? node), node.properties.display === 'block');
}

function printed(tex: string, isDisplay: boolean): ElementContent[] {
  const source = tex.trim();
  if (source === '') return [];
  return [verbatim(isDisplay ? `$$${source}$$` : `$${source}$`)];
}
