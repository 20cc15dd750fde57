import { appealIn, honestComparison } from './appeals';
import type { ChatBody } from './behaviours';

interface Point {
  id: string;
  text: string;
}

/**
 * The reply of a plain, honest model to one of our grading prompts: it reads key points and answer from the prompt and
 * judges by shared characters. Deterministic, so that browser tests and benches can rely on it. Any other prompt gets a
 * short neutral sentence, as `{text, about}` where JSON was asked for (hints and follow-ups).
 */
export function honestReply(body: ChatBody): string {
  const system = body.messages?.find((message) => message.role === 'system')?.content ?? '';
  const user = body.messages?.findLast((message) => message.role === 'user')?.content ?? '';
  if (user.startsWith('Task VERDICTS'))
    return JSON.stringify(honestVerdicts(pointsIn(system), answerIn(user)));
  if (user.startsWith('Task APPEAL')) return JSON.stringify(honestLook(user));
  if (user.startsWith('Task COMPARE')) return JSON.stringify(honestComparison(user));
  if (user.startsWith('Task CRITIQUE')) return honestCritique(pointsIn(system), user);
  if (body.response_format?.json_schema?.name === 'key_points' || system.includes('split the reference'))
    return JSON.stringify(honestKeyPoints(user));
  const isEnglish = user.includes('Write in English');
  const sentence = isEnglish ? 'Could you say a little more about that?' : '这一点能再展开说说吗？';
  if (body.response_format) return JSON.stringify({ text: sentence, about: isEnglish ? 'details' : '细节' });
  return isEnglish ? 'A short reply of the scripted model.' : '这是脚本模型的一句简短回复。';
}

/** The key points as our grading prompt lists them: `p1: text` or `p2 (bonus): text`. */
export function pointsIn(system: string): Point[] {
  const block = /<key-points>\n([\s\S]*?)\n<\/key-points>/.exec(system)?.[1] ?? '';
  return block.split('\n').flatMap((line) => {
    const match = /^(\S+?)(?: \(bonus\))?: (.*)$/.exec(line);
    return match?.[1] && match[2] ? [{ id: match[1], text: match[2] }] : [];
  });
}

/** What the candidate said, without the marks of turns. */
export function answerIn(user: string): string {
  const match = /<candidate-([0-9a-f]+)>\n([\s\S]*)\n<\/candidate-\1>$/.exec(user);
  if (!match?.[1]) return '';
  const mark = new RegExp(`^\\[turn \\d+ ${match[1]}.*\\]$`, 'gm');
  return (match[2] ?? '').replace(mark, '').trim();
}

function honestVerdicts(points: readonly Point[], answer: string): unknown {
  const sentences = sentencesOf(answer);
  return {
    points: points.map((point) => {
      const [best] = sentences
        .map((quote) => ({ quote, share: sharedPairs(point.text, quote) }))
        .sort((a, b) => b.share - a.share);
      if (!best || best.share < 0.3) return { id: point.id, quote: '', verdict: 'missing', note: '' };
      const verdict = best.share >= 0.55 ? 'covered' : 'partial';
      return { id: point.id, quote: best.quote, verdict, note: verdict === 'partial' ? '…' : '' };
    }),
    falseClaims: [],
    flags: [],
    referenceDoubt: '',
  };
}

/** Judges the contested point as if for the first time; the objection changes nothing. */
function honestLook(user: string): unknown {
  const { contested, isClaim } = appealIn(user);
  if (isClaim) return { quote: '', verdict: 'contradicted', reason: '这句话仍与参考相反。' };
  const [best] = sentencesOf(answerIn(user))
    .map((quote) => ({ quote, share: sharedPairs(contested, quote) }))
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < 0.3) return { quote: '', verdict: 'missing', reason: '回答里没有说到这一点。' };
  const verdict = best.share >= 0.55 ? 'covered' : 'partial';
  return { quote: best.quote, verdict, reason: '这句话说到了。' };
}

function honestCritique(points: readonly Point[], user: string): string {
  const verdictOf = (point: Point) => new RegExp(`^${point.id}: (\\w+)`, 'm').exec(user)?.[1] ?? 'missing';
  const pick = (...verdicts: string[]) =>
    points.filter((point) => verdicts.includes(verdictOf(point))).map((point) => point.text);
  const [good, open] = [pick('covered'), pick('partial', 'missing', 'contradicted')];
  const isEnglish = user.startsWith('Task CRITIQUE in English');
  const list = (texts: string[]) => texts.join(isEnglish ? '; ' : '；') || (isEnglish ? 'nothing' : '无');
  return isEnglish
    ? `**Good** ${list(good)}\n\n**Missing or wrong** ${list(open)}\n\n**Say instead** ${list(open.slice(0, 1))}\n\n**Next step** Read the reference again.`
    : `**答得好** ${list(good)}\n\n**缺失或有误** ${list(open)}\n\n**应该这样说** ${list(open.slice(0, 1))}\n\n**下一步** 再读一遍参考答案。`;
}

function honestKeyPoints(user: string): unknown {
  const reference = /<reference-[0-9a-f]+>\n([\s\S]*)\n<\/reference-/.exec(user)?.[1] ?? '';
  const points = sentencesOf(reference)
    .slice(0, 8)
    .map((text) => ({ text, evidence: text, asked: true, importance: 'normal' }));
  return { points };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[。！？!?；;\n]+|\.\s/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]{2}/u.test(sentence));
}

/** The share of the first text's character pairs that stand in the second. */
function sharedPairs(wanted: string, text: string): number {
  const pairs = pairsOf(wanted);
  const present = new Set(pairsOf(text));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => present.has(pair)).length / pairs.length;
}

function pairsOf(text: string): string[] {
  const characters = [...text.toLowerCase().replace(/[\s\p{P}]/gu, '')];
  return characters.slice(1).map((char, index) => `${characters[index]}${char}`);
}
