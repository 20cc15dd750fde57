import { type InterviewState, questionOnStage } from './state';
import type { Intent } from './view';

/** Short orders, matched as a whole: a sentence that merely holds one of these words is an answer. */
const ORDERS: readonly [Intent, RegExp][] = [
  [
    'hint',
    /^(请|能|可以)?(再)?(给|来)?(我)?(点|个|一个|一点|一些|下)?(提示|线索)(一下|吗|吧)?$|^(a |another |give me a )?hint( please)?$/,
  ],
  [
    'skip',
    /^(我)?(想)?(跳过|先跳过|跳过这题|跳过这道题|过|这题过|pass|skip)(吧|了)?$|^skip (it|this|this one|this question)$/,
  ],
  ['next', /^(请)?(下一题|下一个|下一道|下一道题|继续|next|next question|go on|continue)(吧)?$/],
  [
    'reveal',
    /^(请)?(看|看看|看一下|公布|告诉我|显示|给我看)?(一下)?(参考)?答案(吧|是什么)?$|^(show|reveal)( me)?( the)? (answer|reference)( please)?$/,
  ],
  ['finish', /^(结束|结束面试|交卷|不考了|finish|end the interview)(吧|了)?$/],
];

/** Words by which a person asks what the question means. */
const ASKS_MEANING =
  /什么意思|啥意思|指的是什么|是指什么|怎么理解(这|题|本)|没(看|听|太)?(看|听)?懂(题|问题)|题目.{0,8}(意思|解释)|解释一下(这|题)|能不能解释|what do(es)? (you|it|this|that|the question) mean|what is meant|(clarify|rephrase)\b/;

/** A question is put with a question word and ends like one; `…吧？` is a hesitant answer. */
const QUESTION_WORD =
  /什么|为什么|怎么|如何|哪|谁|多少|是否|是不是|能不能|可不可以|吗|请问|\b(what|why|how|which|who|when|where|is|are|do|does|can|could|should)\b/;
const QUESTION_END = /[?？]$/;
/** A question to the examiner is short; longer texts with a question mark are rhetorical parts of an answer. */
const LONGEST_QUESTION = 80;

/**
 * What a person most likely wants with a text that came without an intent: rules only. Orders are understood when they
 * stand alone; whoever asks what the question means gets it explained, a question after the grade is discussed, and
 * everything else is an answer.
 */
export function detectIntent(text: string, state: InterviewState): Intent {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const order = said.replace(/[\s。.!,，、~]+$/u, '').replace(/\?$/, '');
  const found = ORDERS.find(([, pattern]) => pattern.test(order));
  if (found) return found[0];
  const stage = questionOnStage(state);
  const isPicking = stage?.question.kind === 'choice' && /^[a-h]([\s,、.)和及]*[a-h])*([^a-z]|$)/.test(said);
  if (isPicking || said.length > LONGEST_QUESTION) return 'answer';
  const isAsking =
    ASKS_MEANING.test(said) ||
    (QUESTION_END.test(said) && QUESTION_WORD.test(said) && !/吧[?？]$/.test(said));
  if (!isAsking) return 'answer';
  const isGraded = stage?.answers.at(-1)?.grade !== undefined && state.mode === 'practice';
  return isGraded && stage?.pendingFollowUp === null ? 'discuss' : 'clarify';
}
