import { promisesQuestions, questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';

/** "Topics addressed:", "学习目标：": what follows is talked about, not asked. */
const AGENDA =
  /^(?:\*\*|__)?(?:(?:key\s|main\s|the\s)?(?:topics?|agenda|goals?|objectives?|outcomes?|themes?)(?:\s(?:addressed|covered|discussed|of\s\S{1,20}|for\s\S{1,20}))?|(?:会议|本次|本章|本节)?(?:议题|议程|主题|学习目标|学习内容|主要内容|内容提要))\s*[:：](?:\*\*|__)?$/iu;
/** A bullet that is nothing but a link to another site. */
const LINK = /^\[(.+)\]\(https?:[^()\s]*(?:\([^()]*\)[^()\s]*)?\)[.。]?$/u;
/** Fewer links are no list of links. */
const FEWEST_LINKS = 8;
/** Share of all bullets that are such links in a list of links. */
const LINKED = 0.7;
/** Share of linked titles that ask, from which on the links lead to the answers of questions. */
const ASKING = 0.5;

const isItem = (line: Line | undefined): boolean =>
  line !== undefined && (line.item !== null || /^\d{1,3}[.、)）]\s*\S/u.test(line.text));

function isAgenda(line: Line | undefined): boolean {
  return line?.kind === 'paragraph' && line.item === null && AGENDA.test(line.text);
}

/** The items right below a line. */
function itemsBelow(lines: readonly Line[], index: number): number[] {
  const items: number[] = [];
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line?.kind === 'blank') {
      if (items.length > 0 && !isItem(lines[at + 1])) break;
      continue;
    }
    if (line?.kind !== 'paragraph' || !isItem(line)) break;
    items.push(at);
  }
  return items;
}

/** The links of a document that is a list of links to other sites, most of whose titles ask nothing. */
function linkList(lines: readonly Line[]): number[] {
  const bullets = lines.filter(({ item }) => item !== null && !item.isOrdered);
  const links = bullets.flatMap(({ number, text }) => {
    const title = LINK.exec(text)?.[1];
    return title === undefined ? [] : [{ index: number - 1, title: readMark(title, false).title }];
  });
  const asking = links.filter(({ title }) => questionLikeness(title) === 1);
  const isList = links.length >= FEWEST_LINKS && links.length >= bullets.length * LINKED;
  return isList && asking.length < links.length * ASKING ? links.map(({ index }) => index) : [];
}

/** Items that no reader takes for questions, whatever their words: of an agenda, or of a list of links. */
export function listedAside(lines: readonly Line[]): ReadonlySet<number> {
  // In a bank the topics are the questions'.
  const isBank = promisesQuestions(lines.find((line) => line.kind !== 'blank')?.text ?? '');
  const agendas = [...lines.keys()].filter((index) => !isBank && isAgenda(lines[index]));
  return new Set([...agendas.flatMap((index) => itemsBelow(lines, index)), ...linkList(lines)]);
}
