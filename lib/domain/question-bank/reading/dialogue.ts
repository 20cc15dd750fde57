import { questionLikeness } from './likeness';
import type { Line } from './line';

const speaker = (names: string): RegExp =>
  new RegExp(`^(?:\\*\\*|__)?(?:${names})\\s?\\d?(?:\\*\\*|__)?\\s*[:：](?:\\*\\*|__)?\\s*(?=\\S)`, 'iu');
const ASKS = speaker('面试官|考官|主考官|interviewer');
const ANSWERS = speaker('我|候选人|应聘者|求职者|面试者|应试者|candidate|interviewee|me|you');
/** Fewer exchanges are a quotation. */
const FEWEST = 2;

interface Turn {
  line: Line;
  isQuestion: boolean;
  /** What is said, behind the speaker's name. */
  text: string;
}

function turnOf(line: Line): Turn | null {
  if (line.kind !== 'paragraph') return null;
  const asks = ASKS.exec(line.text);
  if (asks !== null) return { line, isQuestion: true, text: line.text.slice(asks[0].length) };
  const answers = ANSWERS.exec(line.text);
  return answers === null ? null : { line, isQuestion: false, text: line.text.slice(answers[0].length) };
}

/**
 * The record of an interview: "Interviewer: How …?", "Candidate: …". Where the two take turns their names become the
 * labels of question and answer. What the interviewer says without asking stays what it is.
 */
export function labelDialogue(lines: readonly Line[]): void {
  const turns = lines.map(turnOf).filter((turn) => turn !== null);
  const exchanges = turns.filter((turn, at) => turn.isQuestion && turns[at + 1]?.isQuestion === false);
  if (exchanges.length < FEWEST) return;
  for (const { line, isQuestion, text } of turns) {
    if (isQuestion && questionLikeness(text) < 1) continue;
    line.text = `${isQuestion ? '问' : '答'}：${text}`;
  }
}
