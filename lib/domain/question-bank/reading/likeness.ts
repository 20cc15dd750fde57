/** Words that ask, wherever they stand in a short line. */
const ASKING =
  /什么|甚么|如何|怎么|怎样|为什么|为何|哪些|哪个|哪种|哪里|哪几|哪一|多少|是否|能否|可否|有没有|会不会|能不能|是不是|吗$|呢$|几种|几个阶段|有何|[(（]\s*[)）]|_{3,}|＿{2,}|有那些/u;
const ASKING_LATIN =
  /^(?:what|why|how|when|where|which|who|whom|whose|is|are|was|were|do|does|did|can|could|should|would|will|have|has|in which|in what|for what|to what|given|suppose|imagine|say|tell|let['’]s (?:say|discuss|talk|have)|true or false)(?=['’\s,]|$)/iu;
/** How other languages ask: Japanese, Korean, Russian, Spanish and Portuguese, French, German, Vietnamese. */
const ASKING_ELSEWHERE =
  /(?:とは(?:何|なん|[?？]|$)|何(?:です|か)|なぜ|どのよう|どんな|どう(?:やって|違|し|い)|(?:です|ます|せん|でしょう)か[。？?]?$|教えて|(?:説明|比較)して|述べ(?:よ|て))|(?:무엇|왜\s|어떻게|설명(?:하|해)|차이점?|인가요?|까요?[?？]?$)|^(?:что|как|какие|какая|какой|какое|каким|почему|зачем|когда|где|кто|чем|сколько|в\s+чем|в\s+чём|для\s+чего|расскажите|опишите|объясните|перечислите|назовите|сравните)(?=\s)|^¿|^(?:qué|cuál|cuáles|cómo|por\s+qué|explique|describa|o\s+que|qual|quais|como|por\s+que|explique|descreva)\s|^(?:qu['’]|quelle?s?\s|comment\s|pourquoi\s|expliquez|décrivez)|^(?:was|wie|warum|welche[rsn]?|erklären|beschreiben|nennen)\s(?=\p{Lu}|\p{Ll})(?=[^.]*[?]$)|(?:là\s+gì|như\s+thế\s+nào|tại\s+sao|thế\s+nào)/iu;
/** Verbs that only ever order at the beginning of a line. */
const ORDERING =
  /^(?:请|简述|简要|简单(?:介绍|说|描述|谈)|说说|说一下|描述|列举|列出|举例说明|谈谈|谈一谈|编写|写出|写一|手写|阐述|论述|展示|假设|假如|以下|下列|下面哪|聊聊|讲讲|讲一下|讲述|指出|选出|补全|试述|试说|(?:解释|介绍|分析|比较|说明|对比|总结)(?:一)?下)/u;
/** Verbs that are nouns as well ("设计思路", "实现原理"): they order only with an object of some length. */
const ORDERING_OR_NOUN =
  /^(?:解释|说明|对比|比较|分析|介绍|实现|设计|推导|证明|计算|给出|概述|讨论|评价|判断|区分)(?=.{6})/u;
const ORDERING_LATIN =
  /^(?:explain|describe|compare|contrast|discuss|list(?!\s+of\b)|name|outline|design|implement|write|derive|prove|give|state|summari[sz]e|identify|differentiate|distinguish|walk|talk|tell|calculate|compute|estimate|analy[sz]e|evaluate|mention|sketch|elaborate|illustrate)\b/iu;
/** Verbs of instructions as much as of exercises: the steps of a tutorial must not make questions of themselves. */
const INSTRUCTING_LATIN =
  /^(?:find|choose|select|consider|build|create|provide|define|show|get|output|delete|remove|change|check|update|convert|count|display|print|sort|reverse|add|insert|modify|verify|generate|expose|scale|extract|merge|rename)\b/iu;
const INSTRUCTION = 0.3;
/** "Given the following tables:": what is given stands below. */
const SUPPOSING = /^(?:given|consider|assume|suppose|imagine)\b/iu;
/** Nouns that bank authors leave a question at: "LoRA 的优缺点". */
const TOPIC_NOUN =
  /(?:区别|异同|特征|用途|不同|差异|优缺点|优点|缺点|优势|劣势|利弊|原理|作用|流程|步骤|特点|特性|介绍|对比|比较|场景|原因|关系|好处|意义|含义|概念|定义|过程|目的|思想|机制|方式|方法|策略|详解|难点|挑战|建议|构成|组成|理解|思路|联系|选型|选择|实现|公式|影响|结构|用法|生命周期)[。.]?$/u;
const TOPIC_LATIN =
  /^(?:the\s+)?(?:differences?|advantages|disadvantages|benefits|limitations|types|pros?|purpose|role|importance|uses?)\s+(?:of|between|and|in|for)\b|\S\s+vs\.?\s+\S/iu;
/** A question mark, alone or before a remark in brackets; or the brackets that an exam leaves for the answer. */
const QUESTION_END =
  /[?？](?:\s*[)）」”"*_`]*|\s*[(（【[][^()（）【】[\]]{1,80}[)）】\]])$|(?:(?<![\w$])[(（]|[(（]\s)\s{0,40}(?:(?:[√×✓✗]|对|错|正确|错误|true|false)\s{0,8})?[)）][。.．]?$/iu;
/** "`os.EOL`", "[`fs.open()`](…)", "parse(text, strict?)": the entry of a reference, whatever signs stand in it. */
const CODE =
  /^(?:\[?`[^`]{1,200}`\]?(?:\([^()]{0,400}\)|\[[^[\]]{0,400}\])?|(?:new\s)?[\w$.#]{1,80}\([^\u4e00-\u9fff]{0,200}\))$/u;
/** "Can include named parameters", "Has no effect": a verb where a question has its subject. */
const STATING =
  /^(?:(?:can|could|should|would|will|do|does|did)\s+(?:not|also|only|be|have|include|contain|use)|(?:is|are|was|were|has|have)\s+(?:not|no|only|also|able|been|\p{L}{2,}ed))\b/iu;
/** "When it starts, a message is printed.": a clause and what follows from it. */
const CLAUSE = /^(?:when|where)\b[^,?？]{1,200},([^?？]{1,400}\.)$/iu;
const ASKS_LATER = /\b(?:what|how|why|which|who)\b/iu;

function isClause(text: string): boolean {
  const consequence = CLAUSE.exec(text)?.[1];
  return consequence !== undefined && !ASKS_LATER.test(consequence);
}

/** The key of a choice, filled in where the answer goes. */
const FILLED_IN = /[(（]\s{0,24}[A-H]{1,6}\s{0,24}[)）][。.．]?$/u;
/** Characters at the end of a title that tell a question. */
const LONGEST_END = 160;
/** An asking word without a subject: the headings of an answer, not a question. */
const FACET =
  /^(?:(?:这|它)?是什么|什么是|为什么|为何|怎么(?:做|用|办|样|实现|解决)?|如何(?:做|使用|实现|解决)?|有?哪些|有什么用|what|why|how|when|where|who|which|原理|作用|概念|定义|优点|缺点|优缺点|优势|劣势|特点|区别|对比|步骤|流程|方法|策略|场景|介绍|意义|背景|原因|实现|公式|影响|总结)[?？!！:：]*$/iu;

/** "死锁的条件。【链接】": what stands behind the question in such brackets is no part of it. */
const REMARK = /(?<=.{4})【[^【】]{1,200}】$/u;

/**
 * How much a text looks like a question, 0..1: 1 asks or orders, .5 names what is to be explained, .3 may be a step of
 * some instruction, 0 neither.
 * Long statements that merely contain an asking word do not count.
 */
export function questionLikeness(title: string): number {
  if (CODE.test(title.trim())) return 0;
  // Emphasis goes, the blank that an exam leaves stays.
  const text = title
    .replace(REMARK, '')
    .replace(/(?:[*`]{1,3}|(?<!_)_{1,2}(?!_))(?=\S)|(?<=\S)(?:[*`]{1,3}|(?<!_)_{1,2}(?!_))/gu, '')
    .trim();
  if (text.length < 2 || text.length > 1_200) return 0;
  if (FACET.test(text)) return 0;
  const end = text.slice(-LONGEST_END);
  if (QUESTION_END.test(end) || (FILLED_IN.test(end) && /[\u4e00-\u9fff]/u.test(text))) return 1;
  if (/[;；,，]$/u.test(text) || STATING.test(text) || isClause(text)) return 0;
  // "Write a program that reads, for example:" orders; any other line before a colon announces.
  if (/[:：]$/u.test(text)) return ORDERING.test(text) || SUPPOSING.test(text) ? 0.5 : 0;
  const isLong = text.length > (/[\u4e00-\u9fff]/u.test(text) ? 60 : 160);
  if (ORDERING_LATIN.test(text) || ASKING_LATIN.test(text)) return isLong ? 0.5 : 1;
  if (isLong) return 0;
  if (INSTRUCTING_LATIN.test(text)) return INSTRUCTION;
  const orders =
    ORDERING.test(text) ||
    (ORDERING_OR_NOUN.test(text) && !/(?:方式|方法|原理|思路|细节|过程|步骤|示例)$/u.test(text));
  if (orders || ASKING_ELSEWHERE.test(text)) return 1;
  if (ASKING.test(text) && !/。.+/u.test(text)) return /[。.]$/u.test(text) ? 0.5 : 1;
  return TOPIC_NOUN.test(text) || TOPIC_LATIN.test(text) ? 0.5 : 0;
}

/** A question mark ends the text, whatever brackets, quotation marks or emphasis close behind it. */
export function endsInQuestionMark(text: string): boolean {
  return /[?？][\s)）」”"'’*_`]{0,8}$/u.test(text);
}

/** A section with what the candidate asks in return: nothing that an examiner would ask. */
export function asksBack(title: string): boolean {
  return /反问|反向提问|(?:我|你)(?:想|要|可以|能)?(?:提问|提的?问题|问(?:了|的)?(?:问题|面试官|HR))|(?:向|问)面试官(?:提问|的问题)?$|questions?\s+(?:to\s+ask|for)\s+(?:the\s+|your\s+)?(?:interviewer|employer|company|them)/iu.test(
    title,
  );
}

/** A section's title that ends with an interview: "某厂一面", "其他公司面试". */
export function namesInterview(title: string): boolean {
  return /(?:[面笔]试|面经|[一二三四五终]面)\s*(?:[(（][^()（）]{1,20}[)）])?[\s:：]*$/u.test(title);
}

/** Words of a section's title that promise questions below it. */
export function promisesQuestions(title: string): boolean {
  return /问题|面试题|追问|试题|题目|题库|思考题|自测|练习|习题|问答|简答|[选判]择题|面$|面经|[面笔]试(?:$|[-_—\s]|整理|汇总|总结|集合|合集|大全|复习|准备|必备|相关|知识|笔记|记录|[常必][考见问]|高频)|八股|Q\s*&\s*A|\bQA$|FAQ|questions?\b|quiz|interview|exercises?\b/iu.test(
    title,
  );
}

/** Orders with a verb that exercises share with instructions: "Write down …", "Discuss …", never "Explain …". */
export function mayBeStep(title: string): boolean {
  return /^(?:discuss|list|name|outline|design|implement|write|give|identify|walk|talk|tell|calculate|compute|estimate|evaluate|sketch)\b/iu.test(
    title,
  );
}

/** Characters of a line that announces a list. */
const LONGEST_ANNOUNCEMENT = 40;

/** A title that is nothing but "the questions of that interview". */
export function announcesQuestions(title: string): boolean {
  return (
    title.length <= 30 &&
    /^.*(?:面试|笔试|[一二三四终]面).*(?:问题|题目|考题)\s*[:：]?$|^.*(?:面试|笔试)题\s*[:：]?$|^(?:interview\s+questions|questions\s+(?:they\s+)?asked).{0,12}$/iu.test(
      title.trim(),
    )
  );
}

/**
 * A line above a list that says somebody asked what follows: "面试官问了以下问题：". In a document that promises questions
 * "问题如下：" is enough; elsewhere the list may hold problems.
 */
export function announcesList(text: string, isBank: boolean): boolean {
  return (
    announcesAsked(text) ||
    (text.length <= LONGEST_ANNOUNCEMENT &&
      /[:：]$/u.test(text) &&
      isBank &&
      /问题|题目|questions/iu.test(text))
  );
}

/** A line above a list that leaves no doubt that an interviewer asks what follows: "面试常问：". */
export function announcesAsked(text: string): boolean {
  const isAsked =
    /(?:面试|笔试|[一二三四终]面|面官|考官).*(?:问题|题目|问了|问到|[常必会爱]问|[常必]考)|(?:问了|问到|被问|提问).*问题|they asked|(?:was|were|got) asked|interviewers? (?:often |usually )?ask(?:ed)?/iu;
  return text.length <= LONGEST_ANNOUNCEMENT && /[:：]$/u.test(text) && isAsked.test(text);
}

/** Sections that frame a document: they introduce or close it. */
export function isFrame(title: string): boolean {
  return /^(?:总结|小结|前言|序言?|引言|概述|简介|介绍|背景|说明|结语|后记|写在|更新|声明|关于|使用|致谢|感谢|推荐|其[他它](?=[\s:：]*$)|summary|conclusion|intro|overview|about|background|preface|notes?\b|tips|usage|install|getting started|thank|faq|misc)/iu.test(
    title.trim(),
  );
}

/** Sections that hang on a question and are no questions of the bank themselves. */
export function isAppendix(title: string): boolean {
  return /^(?:follow[- ]?ups?|related|references?|see also|further reading|resources|links|sources?|table of contents|contents|toc|contribut|license|acknowledge|贡献|这个项目|本项目|本仓库|目录|参考|引用|延伸|拓展阅读|扩展阅读|相关(?!的?(?:面试|练习|考|真|试)?题)|链接|资料|附录|Дополнительные|Ссылки|Связанные|Reference)/iu.test(
    title.replace(/^[\s#*\d.、]+/u, '').trim(),
  );
}
