import { stemmer } from 'stemmer';
import { type Glossary, thingsNamed } from '../glossary';

/** What of a subject a stem asks for. Two stems that share none of these ask different things of it. */
const ASPECTS = {
  difference:
    /区别|不同|差异|差别|异同|对比|相比|比较|\b(differences?|differs?|compared?|comparison|versus|vs)\b/iu,
  pros: /优缺点|优点|优势|好处|长处|\b(advantages?|benefits?|pros)\b/iu,
  cons: /优缺点|缺点|劣势|局限|不足|弊端|坏处|代价|\b(disadvantages?|drawbacks?|limitations?|cons)\b/iu,
  why: /为什么|为何|为啥|原因|理由|怎么回事|\b(why|reasons?)\b/iu,
  how: /如何|怎么(?!回事)|怎样|咋(?!不)|步骤|流程|构建|做法|选择|选取|怎么选|设置|代码|实现|\bhow (?:to|do|does|can|would|should|is|are)\b|\b(steps|implement|code|choose|select|set)\b/iu,
  when: /什么时候|何时|场景|时机|\bwhen\b|\buse cases?\b/iu,
  amount: /多少|多大|多高|多长|几(?:个|种|类|步|次)|\bhow (?:many|much|large|long)\b/iu,
  list: /有哪些|哪几|有那些|列举|\b(which|list)\b/iu,
  effect: /影响|后果|会怎样|会怎么样|发生什么|\bwhat happens\b|\beffects?\b/iu,
} as const;
export type Aspect = keyof typeof ASPECTS | 'what';

/** Two ends of one scale: who asks for the one does not ask for the other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /增[加大强多]|提[高升]|上升|变[大快多]|\b(increas\w*|rais\w*|higher|larger|more)\b/iu,
    /减[少小弱]|降低|下降|变[小慢少]|\b(decreas\w*|reduc\w*|lower\w*|smaller|fewer|less)\b/iu,
  ],
  [
    /过拟合|过高|过大|太大|\b(overfit\w*|too (?:large|high|big))\b/iu,
    /欠拟合|过低|过小|太小|\b(underfit\w*|too (?:small|low))\b/iu,
  ],
  [/有监督|\bsupervised\b/iu, /无监督|\bunsupervised\b/iu],
  [/输入|\binputs?\b/iu, /输出|\boutputs?\b/iu],
  [/训练|\btrain\w*/iu, /推理|推断|\binference\b/iu],
  [/预训练|\bpre-?train\w*/iu, /(?<!预训练.{0,12})微调(?!.{0,12}预训练)|\bfine-?tun\w*/iu],
  [/编码器|\bencoder\b/iu, /解码器|\bdecoder\b/iu],
  [/前向|正向|\bforward\b/iu, /反向|后向|\bbackward\b|\bbackprop\w*/iu],
  [/最[大多高好]|\b(max\w*|most|best)\b/iu, /最[小少低差]|\b(min\w*|least|worst)\b/iu],
  [/之前|以前|\bbefore\b/iu, /之后|以后|\bafter\b/iu],
  [/同步|\bsync\w*/iu, /异步|\basync\w*/iu],
  [/静态|\bstatic\b/iu, /动态|\bdynamic\b/iu],
  [/客户端|\bclients?\b/iu, /服务[端器]|\bservers?\b/iu],
  [/读|\bread\b/iu, /写|\bwrite\b/iu],
];

/** Negations; words that only look like one, and questions that leave both open (能不能), are taken out first. */
const NO_NEGATION =
  /不同|不仅|不只|不但|不断|不管|不过|不如|不平衡|无论|无监督|非线性|没错|(\p{Script=Han})[不没]\1|有没有|是否|能否/gu;
const NEGATION =
  /不|没|无(?!关)|非|未|勿|别(?=用|做|让)|\b(?:not|no|never|without|cannot|n't|isn't|don't|doesn't|can't)\b|n't\b/giu;

/** Words that frame a question: they say how it is put, not what it is about. */
const FRAME =
  /请你?|一下|什么是|是什么|什么|何谓|何为|介绍|简述|概述|阐述|解释|说明|谈谈|讲讲|聊聊|说说|讲一下|说一下|下(?=\p{L})|你|我们|能否|能不能|可以|可能|应该|简单|简要|详细|主要|基本|核心|工作|有哪些|有那些|哪些|那些|哪个|哪种|以及|及其|究竟|到底|呃|嗯|那个|这个|通常|一般|具体|如果|想要|进行|操作|时候|需要|是不是|是否|自己|大部分|大多|现在|有啥|啥|与|和|跟|或|还|并|其|它|了|吗|呢|的|地|得|在|中|对|有|是|要|会|能|被|把|时|后|里|做|用|为|上/gu;

const STOP_WORDS = new Set(
  `a an the of and or in on at to for from with by as is are was were be been being do does did can could would should will
  may might must it its they their them this that these those you your we our i me my what which who whom whose how why when
  where explain describe introduce please briefly detail main basic between among there following any some most use used
  using have has had not no if so than then into over about work works mean means one s t know give tell called`.split(
    /\s+/,
  ),
);

/** Names too general to tell two questions of one bank apart. */
const GENERAL = new Set(['LLM', 'fine-tuning', 'model', 'models', 'llms', 'ai', 'ml', 'gpt']);

/** A stem taken apart for comparing it with others. */
export interface StemProfile {
  aspects: ReadonlySet<Aspect>;
  /** Things of the glossary, each by the first of its names. */
  things: ReadonlySet<string>;
  /** What it names outside brackets: things with a proper name, and Latin words that look like names. */
  names: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  isNegated: boolean;
  /** For each pair of opposites the ends that it mentions: 1 the one, 2 the other, 3 both. */
  ends: readonly number[];
  /** Content: names, Latin words by their stem, pairs of Han characters. */
  terms: ReadonlySet<string>;
}

/** Takes a stem apart. Without a glossary `LoRA` and `低秩适配` are two things. */
export function profileOf(stem: string, glossary: Glossary): StemProfile {
  const text = stem.normalize('NFKC');
  const { groups, rest } = thingsNamed(glossary, text);
  const things = [...new Set([...groups.values()].map((group) => group[0] ?? ''))];
  return {
    aspects: aspectsOf(text),
    things: new Set(things.filter((thing) => !GENERAL.has(thing))),
    names: namesIn(withoutBrackets(text), glossary),
    numbers: new Set([...numbersOf(rest), ...(text.toLowerCase().match(/\bv\d+(?:\.\d+)*\b/gu) ?? [])]),
    isNegated: (text.replace(NO_NEGATION, ' ').match(NEGATION)?.length ?? 0) % 2 === 1,
    ends: OPPOSITES.map(([one, other]) => (one.test(text) ? 1 : 0) + (other.test(text) ? 2 : 0)),
    terms: contentTerms(text, glossary),
  };
}

/** A list is asked for of something ("有哪些优点"): only when nothing else is asked does it count by itself. */
function aspectsOf(text: string): ReadonlySet<Aspect> {
  const asked = (Object.keys(ASPECTS) as (keyof typeof ASPECTS)[]).filter((aspect) =>
    ASPECTS[aspect].test(text),
  );
  const narrow = asked.filter((aspect) => aspect !== 'list');
  if (narrow.length > 0) return new Set(narrow);
  return new Set<Aspect>(asked.length > 0 ? asked : ['what']);
}

/** What a text is about: things of the glossary, Latin words by their stem, pairs of Han characters; frames left out. */
export function contentTerms(text: string, glossary: Glossary): ReadonlySet<string> {
  const { groups, rest } = thingsNamed(glossary, text.normalize('NFKC'));
  const things = [...groups.values()].map((group) => group[0] ?? '');
  return new Set([...things, ...latinWords(rest).map((word) => stemmer(word)), ...hanPairs(rest)]);
}

/** What stands in brackets is another name of what stands before them, or an example. */
function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)|\[[^\][]*\]|【[^】]*】/gu, ' ');
}

function namesIn(text: string, glossary: Glossary): ReadonlySet<string> {
  const { groups, rest } = thingsNamed(glossary, text);
  const things = [...groups.values()].map((group) => group[0] ?? '').filter(isName);
  const words = (text.match(WORD) ?? [])
    .filter((word) => isName(sentenceCase(word, text)))
    .map((word) => word.toLowerCase());
  const left = new Set(latinWords(rest));
  return new Set([...things, ...words.filter((word) => left.has(word))].filter((name) => !GENERAL.has(name)));
}

/** The first word of an English sentence has its capital from there. */
function sentenceCase(word: string, text: string): string {
  return !/\p{Script=Han}/u.test(text) && /^[A-Z][a-z'-]+$/.test(word) ? word.toLowerCase() : word;
}

/** A proper name: one word with a capital or a digit (LoRA, FP16); `KV cache` and `top-p` are ordinary words. */
function isName(word: string): boolean {
  return word.length > 1 && !/\s/.test(word) && /[A-Z\d]/.test(word);
}

const WORD = /[\p{Script=Latin}][\p{Script=Latin}\d]*(?:[+#]+|(?:[.-][\p{Script=Latin}\d]+)*)/gu;

function latinWords(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase()).filter((word) => !STOP_WORDS.has(word));
}

const HAN_NUMBER = /([两二三四五六七八九十])(?=种|个|类|大|步|层|次|阶段)/gu;

function numbersOf(text: string): string[] {
  const digits = text.match(/(?<![\p{Script=Latin}\d.])\d+(?:\.\d+)?/gu) ?? [];
  const written = [...text.matchAll(HAN_NUMBER)].map(([, figure = '']) =>
    String('〇一二三四五六七八九十'.indexOf(figure.replace('两', '二'))),
  );
  return [...digits, ...written];
}

/** Words that ask: they are compared as aspects. */
const ASKING = /为什么|为何|为啥|如何|怎么|怎样|选择|选取|怎么选/gu;

function hanPairs(text: string): string[] {
  const runs =
    text
      .replace(ASKING, ' ')
      .replace(FRAME, ' ')
      .match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) =>
    run.length === 1 ? [run] : [...run].slice(1).map((character, index) => `${run[index]}${character}`),
  );
}
