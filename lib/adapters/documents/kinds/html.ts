import type { Element, Root } from 'hast';
import type { Html, Root as MarkdownRoot, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark, { type Options as RemarkOptions } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options as StringifyOptions } from 'remark-stringify';
import { unified } from 'unified';
import type { ReadingIssue } from '../../../domain/question-bank';
import { textOf } from './html-elements';
import { readFonts } from './html-fonts';
import { tidyLists } from './html-lists';
import { keepNotes } from './html-notes';
import { keepMainPart } from './html-page';
import { tidySpaces } from './html-spaces';
import { type HtmlLosses, tidyTree } from './html-tree';
import { conversionIssue } from './refusals';

/** Taken back, because the reader tells questions by these very marks and nothing depends on the escape. */
function withPlainMarks(text: string): string {
  const plain = text
    .replace(/^(\d{1,9})\\([.)])/gmu, '$1$2')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<=\s)\\\*(?=\s)/gu, '*')
    .replace(/\\([<&])(?![\p{L}/!?#])/gu, '$1');
  return /\]\s?[([:]/u.test(plain) ? plain : plain.replace(/\\\[/gu, '[');
}

/**
 * How nodes are printed where the usual way would change words: emphasis beside Chinese would turn its neighbours into
 * character references, a link its words into an address, and a line break add a backslash.
 */
const HANDLERS: NonNullable<StringifyOptions['handlers']> = {
  strong: (node, _parent, state, info) =>
    marked('**', state.containerPhrasing(node, { ...info, before: '*', after: '*' })),
  emphasis: (node, _parent, state, info) =>
    marked('*', state.containerPhrasing(node, { ...info, before: '*', after: '*' })),
  link: (node, _parent, state, info) => state.containerPhrasing(node, info),
  text: (node, _parent, state, info) => withPlainMarks(state.safe(node.value, info)),
  inlineMath: (node) => node.value,
  break: (_node, _parent, state) => (state.stack.includes('tableCell') ? '<br>' : '\n'),
};

function marked(mark: string, inner: string): string {
  const words = inner.trim();
  return words === '' ? inner : inner.replace(words, () => `${mark}${words}${mark}`);
}

const parser = unified().use(rehypeParse).freeze();

const toMarkdownTree = unified()
  .use(rehypeRemark, {
    handlers: {
      details: (state, node) => [raw('<details>'), ...flow(state, node), raw('</details>')],
      summary: (_state, node) => raw(`<summary>${inOneLine(textOf(node))}</summary>`),
      'viva-verbatim': (_state, node) => ({ type: 'inlineMath', value: textOf(node) }),
    },
  })
  .freeze();

const printer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    handlers: HANDLERS,
  })
  .freeze();

function raw(value: string): Html {
  return { type: 'html', value };
}

function inOneLine(words: string): string {
  return words.trim().replace(/\s+/gu, ' ').replaceAll('<', '&lt;');
}

type State = Parameters<NonNullable<NonNullable<RemarkOptions['handlers']>[string]>>[0];

function flow(state: State, node: Element): RootContent[] {
  return state.toFlow(state.all(node));
}

/** A file of HTML as Markdown: structure kept, scripts and styles dropped, links as their words, nothing fetched. */
export function htmlToMarkdown(html: string): { text: string; losses: HtmlLosses } {
  const tree: Root = parser.parse(html);
  keepNotes(tree);
  const losses = tidyTree(tree);
  keepMainPart(tree);
  readFonts(tree);
  tidyLists(tree);
  const markdown = toMarkdownTree.runSync(tree) as unknown as MarkdownRoot;
  tidySpaces(markdown);
  return { text: printer.stringify(markdown), losses };
}

/** What the person is told about a conversion. */
export function htmlIssues(losses: HtmlLosses): ReadingIssue[] {
  const images = `${losses.images} picture${losses.images === 1 ? ' is' : 's are'} not beside the document and left out.`;
  return [
    ...(losses.images > 0 ? [conversionIssue('images-left-out', images)] : []),
    ...(losses.isCut
      ? [conversionIssue('markup-too-deep', 'Some markup is nested too deep and was left out.', 'warning')]
      : []),
  ];
}
