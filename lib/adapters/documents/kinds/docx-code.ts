import { isMonospaced } from './fonts';
import { type OfficeParts, partText } from './office-parts';

/** A node of the document as mammoth hands it over before it makes HTML of it. */
interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  font?: string | null;
  tabType?: string;
}

/** The name that runs of code get; the style map makes of it what tells code by its looks. */
export const TYPED_STYLE = 'Viva typed';

/** Gives the runs that are set in a font of equal widths, by themselves or by a style, a style that says so. */
export function markCode(document: WordNode, parts: OfficeParts, named: ReadonlySet<string>): WordNode {
  const styles = typedStyles(partText(parts, 'word/styles.xml'));
  const isTyped = ({ styleId, font }: WordNode) =>
    (font ? isMonospaced(font) : false) || (styleId ? styles.has(styleId) : false);
  const mark = (node: WordNode, isInside: boolean): WordNode => {
    if (node.styleName && named.has(node.styleName)) return node;
    const typed = isInside || isTyped(node);
    if (node.type === 'run' && typed)
      return { ...node, styleName: TYPED_STYLE, children: node.children?.map(withRealSpaces) ?? [] };
    return node.children ? { ...node, children: node.children.map((child) => mark(child, typed)) } : node;
  };
  return mark(document, false);
}

/** HTML would make one space of many: those that set code in must stay. */
function withRealSpaces(node: WordNode): WordNode {
  if (node.type === 'tab') return { type: 'text', value: '\u00a0'.repeat(4) };
  return node.type === 'text' ? { ...node, value: node.value?.replaceAll(' ', '\u00a0') ?? '' } : node;
}

function typedStyles(xml: string): ReadonlySet<string> {
  const styles = xml.match(/<w:style\b[^>]*>[\s\S]*?<\/w:style>/gu) ?? [];
  return new Set(
    styles.flatMap((style) => {
      const font = /<w:rFonts\b[^>]*?\bw:ascii="([^"]*)"/u.exec(style)?.[1];
      const id = /^<w:style\b[^>]*?\bw:styleId="([^"]*)"/u.exec(style)?.[1];
      const isDefault = /^<w:style\b[^>]*?\bw:default="(?:1|true)"/u.test(style);
      return font && id && !isDefault && isMonospaced(font) ? [id] : [];
    }),
  );
}
