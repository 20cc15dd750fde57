import type { Language } from '../grading';

type Wording = Record<Language, string>;

/** What words of a question ask for, in plain words; told in the order in which the question asks. */
const DEMANDS: readonly [RegExp, Wording][] = [
  [
    /为什么|为何|原因|凭什么|\bwhy\b/i,
    { zh: '原因：说清楚为什么，而不只是是什么', en: 'reasons: say why, not only what' },
  ],
  [
    /区别|对比|比较|异同|差异|不同之处|有(?:什么|何|哪些)不同|\b(differ\w*|compar\w*|versus|vs)\b/i,
    { zh: '对比：逐项说出两边哪里不同', en: 'a comparison: name where the two differ, one by one' },
  ],
  [
    /优缺点|利弊|优劣|优点|缺点|好处|坏处|\b(advantages?|disadvantages?|pros|cons|trade-?offs?|drawbacks?)\b/i,
    {
      zh: '好处和代价：各说几条，并说什么时候更看重哪一边',
      en: 'gains and costs: some of each, and when which weighs more',
    },
  ],
  [
    /多少|多大|多长|多久|\bhow (?:many|much|long|large|big)\b|^\s*(?:calculate|compute)\b/i,
    {
      zh: '数目：给出结果或数量级，并说怎么得来的',
      en: 'a figure: the result or its order of magnitude, and how you come to it',
    },
  ],
  [
    /会怎(?:么)?样|会发生什么|什么(?:影响|后果)|\bwhat (?:happens|would happen)\b|\b(effects?|impact|consequences?)\b/i,
    { zh: '后果：会发生什么，为什么会这样', en: 'consequences: what happens, and why' },
  ],
  [
    /步骤|流程|过程|(?<!会)(?:如何|怎么|怎样)(?!理解|看待|看|选|样)|\bhow (?:do|does|did|to|would|can|could|should|is|are)\b|\bsteps?\b/i,
    { zh: '做法：按顺序说出每一步做什么', en: 'a way of doing it: say step by step what is done' },
  ],
  [
    /什么时候|何时|场景|适合|适用|(?:如何|怎么|怎样)选|选哪|\bwhen\b|\bhow (?:do|would|should) (?:you|we|one) choose\b/i,
    {
      zh: '取舍：什么时候用，什么时候不用，按什么选',
      en: 'the right choice: when to use it, when not, and what decides',
    },
  ],
  [
    /作用|用途|用处|意义|有什么用|\b(purpose|role|used for)\b/i,
    {
      zh: '用处：它解决什么问题，没有它会怎样',
      en: 'its purpose: which problem it solves, and what happens without it',
    },
  ],
  [
    /哪些|哪几|列举|注意什么|分(?:为|成)?几|有什么(?!用|区别|不同|好处|坏处|优点|缺点|优势|影响|后果|作用|意义)|\b(list|which|name)\b/i,
    { zh: '列举：一项一项说全', en: 'a list: name each item' },
  ],
  [/举例|例子|\bexamples?\b/i, { zh: '例子：至少一个具体的', en: 'an example: at least one concrete case' }],
  [
    /(?<!流程|步骤|过程|区别|问题|作用|原因|优点|缺点|好处|影响)是什么|什么是|何谓|何为|介绍|简述|解释|定义|原理|怎么理解|如何理解|\b(what (?:is|are)|explain|describe|define)\b/i,
    {
      zh: '概念：它是什么、怎么工作、有什么用',
      en: 'a concept: what it is, how it works, what it is good for',
    },
  ],
  [
    /吗\s*[?？]?\s*$|是否|对不对|能不能|会不会|可不可以|^\s*(?:is|are|does|do|can|could|should|will|would|has|have)\b/i,
    { zh: '判断：先说是或否，再说理由', en: 'a judgement: first yes or no, then the reason' },
  ],
];

const ANYTHING: Wording = {
  zh: '你的说明：先用一句话给出结论，再说理由或例子',
  en: 'an account: your conclusion in one sentence, then reasons or an example',
};

const CHOICE: Wording = {
  zh: '选择：从选项里选出对的，最好再说一句为什么',
  en: 'a choice: pick what is right among the options, best with a word on why',
};

/** More than three demands are no help. */
const MAX_DEMANDS = 3;

/** What a question asks for, in plain words; never empty. */
export function demandsOf(question: string, kind: 'open' | 'choice', language: Language): string[] {
  if (kind === 'choice') return [CHOICE[language]];
  const found = DEMANDS.map(([pattern, wording]) => ({ at: question.search(pattern), wording }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ wording }) => wording);
  return (found.length > 0 ? found : [ANYTHING]).slice(0, MAX_DEMANDS).map((wording) => wording[language]);
}
