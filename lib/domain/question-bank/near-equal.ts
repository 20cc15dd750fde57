import type { ReadQuestion } from './model';
import { diceSimilarity } from './similarity';

/**
 * Two stems in much the same words are near-equal from here on. Measured on pairs of real question lists: rewordings
 * of a stem lie above, questions on another side of the same subject (优点/缺点) below.
 */
const SAME_WORDS = 0.82;

/** Words that ask what something is or how it works in general: the same question whichever of them is used. */
const ASKS_WHAT_IT_IS =
  /什么是|是什么|何谓|何为|介绍|简述|概述|阐述|解释|说明|谈谈|讲讲|聊聊|说说|讲一下|说一下|原理|概念|定义|思想|思路|机制|\b(what (is|are|does)|explain|describe|introduce|principle|definition|overview|idea behind|how does)\b/giu;

/** Words that frame a question and say nothing about its subject. */
const FRAME =
  /请|一下|一?下(?=\p{L})|你|我们|能否|能不能|简单|简要|详细|主要|基本|核心|工作|有哪些|有那些|有什么|哪些|以及|及其|与|和|并|其|了|吗|呢|的|在|中|对|\b(please|briefly|in detail|the|an?|of|and|its|their|works?|main|basic|core|to|me|you|can|in|does|do)\b/giu;

/** Words so general in a bank about language models that they do not make another subject. */
const GENERAL =
  /大模型|模型|微调|技术|方法|算法|使用|技巧|\b(models?|fine-?tuning|techniques?|methods?|algorithms?|llms?)\b/giu;

/** Sides of a subject: a clause that names nothing else (`代价是什么？`) leans on the clause before it. */
const SIDES = new Set(
  '代价 作用 优势 优点 缺点 好处 局限 局限性 区别 特点 步骤 流程 目的 意义 原因 影响 difference purpose benefits'.split(
    ' ',
  ),
);

/** The clauses of a stem: a long one sets a scene first and asks in the end. */
function clausesOf(stem: string): string[] {
  return stem
    .normalize('NFKC')
    .toLowerCase()
    .split(/[。.?!;；,\n]+(?=\s|$|\p{Script=Han})/u)
    .filter((clause) => clause.trim() !== '');
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `低秩适配(LoRA)` names one thing twice: each name by itself. */
function namesOf(subject: string): string[] {
  const inside = [...subject.matchAll(/\(([^()]*)\)/gu)].map((match) => match[1] ?? '');
  const outside = subject.replace(/\([^()]*\)/gu, ' ');
  return [outside, ...inside].map(nameOf).filter((name) => name.length > 1 && !SIDES.has(name));
}

function nameOf(text: string): string {
  const framed = text.replace(FRAME, ' ');
  return bare(framed.replace(GENERAL, ' ')) || bare(framed);
}

/** What a stem asks to be explained as a whole; empty when it asks for something narrower. */
function subjectsExplained(stem: string): string[] {
  return clausesOf(stem).flatMap((clause) => {
    const subject = clause.replace(ASKS_WHAT_IT_IS, ' ');
    return subject === clause ? [] : namesOf(subject);
  });
}

/** Names and numbers tell questions apart that are alike in every other letter: `QLoRA 是什么`, `LoRA 是什么`. */
function sameLatinWords(left: string, right: string): boolean {
  const words = (text: string) =>
    [
      ...new Set(
        text
          .normalize('NFKC')
          .toLowerCase()
          .match(/[a-z0-9]+/g),
      ),
    ]
      .sort()
      .join(' ');
  return words(left) === words(right);
}

/**
 * Whether two stems ask the same, so that one interview must not ask both: they are written in nearly the same words,
 * or both ask for an explanation of the same subject, however they are worded.
 */
export function areNearEqualStems(left: string, right: string): boolean {
  if (sameLatinWords(left, right) && diceSimilarity(bare(left), bare(right)) >= SAME_WORDS) return true;
  const subjects = new Set(subjectsExplained(left));
  return subjectsExplained(right).some((subject) => subjects.has(subject));
}

/** White space says nothing here; every other sign of a code sample may. */
function contextOf({ context = '' }: Pick<ReadQuestion, 'context'>): string {
  return context.normalize('NFKC').replace(/\s+/gu, '');
}

/** Whether two questions ask the same: near-equal stems about the same code, table or picture, or about none. */
export function areNearEqualQuestions(
  left: Pick<ReadQuestion, 'stem' | 'context'>,
  right: Pick<ReadQuestion, 'stem' | 'context'>,
): boolean {
  return contextOf(left) === contextOf(right) && areNearEqualStems(left.stem, right.stem);
}
