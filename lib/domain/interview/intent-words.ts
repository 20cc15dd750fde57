import type { Intent } from './view';

/** Sounds, manners and admissions around what somebody wants: “嗯”, “好的”, “这题我不会”, “I don't know”. */
const ASIDES = [
  /嗯|呃|额|啊|哦|噢|唉|那个|那|老师|不好意思|抱歉|对不起|谢谢(你|您|老师)?|多谢/,
  /(好|行|可以|没事|算)(的|吧|了|啦)?|懂了|明白了?|知道了|了解了?|清楚了|没(有)?(什么)?(问题|疑问)了?/,
  /(我|我?(这|本)(一)?([道个]?题目?|块|个|道)我?)?(真的|实在|确实|完全|还|是|有点|一点都?){0,3}(不会(做|答)?|不知道|不懂|不清楚|不太会|不太清楚|答不(上来|出来)|想不(出来|起来|到|出)|记不(清|起来|得)|忘(记)?了|没(有)?(什么)?(思路|头绪)|卡住|没(学|看|听|接触)过)(了|啊|呢|诶)?|(已经)?够了|放弃(了)?/,
  /ok(ay)?|alright|all right|fine|sure|well|so|um|uh|hm+|sorry|please|thanks|thank you|got it|i see|makes sense|(actually )?(i('m| am) )?(stuck|not sure|lost)|i give up|no idea|i (really )?(don'?t|do not) know( this one| that one| it)?|i have no idea/,
].map(({ source }) => source);

const POLITE =
  '(请|麻烦|劳驾|求|我(还)?(想|要|需要|想要)|想(要)?|需要|帮我|那就?|就|直接|还是|先|再|你|您|能不能|可不可以|能否|可否|可以|能|要不|我们|咱们|请问|快){0,5}';
const POLITE_EN =
  "((can|could|may|would|will|please|just|i('d| would) like( to)?|i want( to)?|i need( to)?|let'?s|we can|we should|you|i|us|me) ){0,5}";
const ENDING = '(一下|吧|呗|啊|呀|哈|呢|了|好了|算了|吗|么|嘛|行吗|好吗|行不行|好不好|可以吗|得了){0,3}';
const THIS = '(这|本|当前)?(一)?(道|个)?(题|题目|问题)?';
const ONE_EN = '( (this|that|it|the|one|question)){0,3}';

/** What may be ordered with a word of one's own, each pattern a whole clause without its asides. */
const ORDERS: readonly [Intent, string[]][] = [
  [
    'hint',
    [
      `${POLITE}(给|来|有没有|有|要|求)?(我)?(再)?(一|几)?(点|些|个|条|点儿)?(小)?(提示|线索|提醒)(我)?${ENDING}`,
      `${POLITE}(给|来)(我)?(一|几)?(点|些|个|条|点儿)?(思路|方向)${ENDING}`,
      `${POLITE_EN}((get|give|have|show|use|see) )?(me )?((a|an|one|some|any|another|more|the|small|little|next) ){0,4}hints?( please| first)?`,
    ],
  ],
  [
    'skip',
    [
      `${POLITE}(跳过|略过|跳|过|pass)${THIS}${ENDING}`,
      `${THIS}(我)?(先|就|想|直接){0,3}(跳过|略过|跳|过|pass|不答|不做)${ENDING}`,
      `${POLITE}换(下)?(一)?(道|个)?(题|题目|问题|道|个)${ENDING}`,
      `${POLITE_EN}(skip|pass)( on)?${ONE_EN}`,
    ],
  ],
  [
    'next',
    [
      `${POLITE}(继续|进入|去|到|看|做|来|开始){0,2}下(一)?(道题|个题|个问题|道|题|个)(目)?${ENDING}`,
      `${POLITE}(继续|往下)(面试|走)?${ENDING}`,
      `${POLITE_EN}((go|move) (to|on to) (the )?)?(next|continue|go on|move on|go ahead)( (question|one|please)){0,3}`,
    ],
  ],
  [
    'reveal',
    [
      `${POLITE}(看看|看下|看一下|看|瞧瞧|公布|揭晓|告诉|显示|给出|给|说|说出|知道)?(我)?(看看|看)?(一下)?(${THIS}(的)?)?(参考|标准|正确)?答案((到底)?是(什么|啥|多少|哪个))?${ENDING}`,
      `${POLITE}把(${THIS}(的)?)?(参考|标准|正确)?答案(给我|告诉我|公布|显示|亮)(看看|看一下|看|出来)?${ENDING}`,
      `${POLITE_EN}((show|reveal|tell|give|see|get) )?(me )?((what( is|'s)|the|correct|right|reference) ){0,4}(answer|reference)( is)?( please)?`,
    ],
  ],
  [
    'finish',
    [
      `${POLITE}(结束|终止|停止|退出)(这场|本场|这次|本次)?(面试|练习|考试|作答)?${ENDING}`,
      `${POLITE}(今天|这次)?(先|就){0,2}到(这|这里|这儿|此)(为止|结束)?${ENDING}`,
      `${POLITE}(不(想)?(再)?(考|练|面|面试|答题)了|不想(再)?答了|交卷|看报告)${ENDING}`,
      `${POLITE_EN}(finish|stop here|stop now|end|end( the| this)? interview|finish( the| this)? interview|hand( it)? in)`,
    ],
  ],
];

const ORDER_PATTERNS = ORDERS.map(
  ([intent, patterns]) => [intent, new RegExp(`^(${patterns.join('|')})$`)] as const,
);
/** A few of them in a row; the bound keeps the work small, whatever is typed. */
const SAID_BESIDE = `((${ASIDES.join('|')})\\s*){1,4}`;
const ASIDE = new RegExp(`^(${SAID_BESIDE})$`);
const LEADING_ASIDE = new RegExp(`^(${SAID_BESIDE})(?=.)`);

/** The order that a clause is, also with an aside grown onto it (“好的下一题”); null when it is none. */
function orderIn(clause: string): Intent | null {
  for (const text of [clause, clause.replace(LEADING_ASIDE, '')]) {
    const found = ORDER_PATTERNS.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return null;
}

/** Between clauses: marks, line ends, and gaps between Chinese words, which speakers type for commas. */
const BETWEEN = /[，,。.！!？?；;：:~～…\n]+|(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/u;

/** The clauses of a text that say something, lower case, without asides. */
export function clausesOf(said: string): string[] {
  return said
    .split(BETWEEN)
    .map((clause) =>
      clause.replace(/[“”"'‘’（）()]/g, (mark) => (mark === "'" || mark === '’' ? "'" : '')).trim(),
    )
    .filter((clause) => clause !== '' && !ASIDE.test(clause));
}

/** What is ordered when nothing but one order is said; a sentence that merely holds such a word is none. */
export function orderOf(clauses: readonly string[]): Intent | null {
  const orders = new Set(clauses.map(orderIn));
  const [order] = orders;
  return orders.size === 1 ? (order ?? null) : null;
}

/** A person says that the question is not clear, or asks what it or a word means. */
export const ASKS_MEANING = anyOf(
  /(什么|啥|何)(意思|含义)|指(的)?(是)?(什么|啥|哪)|怎么理解/,
  /问的(到底)?(是|啥|什么)|(你|您|题目|这题)(到底|究竟)?(是)?(想|要)问/,
  /没(太|怎么|完全)?(看|听|读|弄|搞|理解)(懂|明白|清楚)|(看|听|读)不(太)?(懂|明白)/,
  /(没|不)(太|是很|大|怎么|完全)?(懂|明白|理解|清楚).{0,8}(题|问|意思)/,
  /(题|问题|题目)(我)?.{0,4}(不|没)(太)?(理解|明白|懂|清楚)/,
  /^.{0,12}换(个|种|一个|一种)(说法|问法|讲法|方式)(问|说|描述)?(一下|一遍)?(吗|吧|呗|么)?$/,
  /(再|能|可以|请|麻烦).{0,4}(说|讲|问|描述|解释)(得|的)?(一遍|清楚|明白|具体|详细)/,
  /解释(一)?下.{0,4}(题|问|意思)|解释.{0,4}(题目|问题)$|题目?.{0,6}解释/,
  /what do(es)? .{0,30}\bmeans?\b|what('s| is) meant|what('s| is| are) .{0,20}\b(question|asking)\b/,
  /\b(clarify|rephrase)\b|say (it|that) again|repeat (it|that|the question)/,
  /(don'?t|do not|didn'?t|did not) (quite |really )?(understand|get)\b|not sure what .{0,12}\b(asking|means?|question)\b/,
);

/** An announced addition: whatever it says besides belongs to the answer. */
export const ADDS =
  /补充|漏了|漏掉|还有(就是|一点|一个)|另外|再加上|\b(also|additionally|in addition|to add)\b/;

/** A person finds the grade wrong, or says that they had said it. */
export const COMPLAINS = anyOf(
  /(为什么|为啥|怎么|凭什么|凭啥|干嘛|咋).{0,8}(扣分|扣了|扣我|没给|没算|不算|算(我)?(没|错|缺)|判(我|成|为|错|没)|说我)/,
  /凭(什么|啥)|扣(了)?(我)?(的)?分|怎么(才|样才)(算|能)|不同意|不认同|不服/,
  /(评分|打分|判定|判断|评价|评判|分数|得分|打的分|给的分|评得|判得|打得|评|判)(得|的)?.{0,6}(不对|不合理|不公|有问题|有误|错|不准|太低|太严|偏低|偏严)/,
  /(参考答案|参考|标准答案).{0,6}(错|不对|有误|有问题|过时)/,
  /明明|我(不是|都|已经|刚才|刚刚|前面|上面|其实){0,3}(说|提|讲|写|答)(到|过|了)(了)?(的)?(啊|呀|吧|吗|呢|诶|哎)?$/,
  /(你|系统|模型)(是不是)?(没(有)?(看|读|听|理解|注意)(到|懂|见)|(理解|看|判|搞|弄)错)/,
  /\bi (did|already|clearly|actually|definitely) ?\w* ?(say|said|mention|mentioned|cover|covered|wrote|write)/,
  /\bi (said|mentioned|covered) (that|it|this)|(my|the) (answer|point) (was|is) (right|correct)/,
  /not fair|unfair|\bdisagree|(grade|score|grading|verdict)( is| was|'s)? (wrong|unfair|too low|off|not right|incorrect)/,
  /(lose|lost) points|points? (off|deducted)/,
);

/** A person asks to hear more. */
export const ASKS_FOR_MORE = anyOf(
  /^(你|您|请|麻烦|能|能不能|可以|可不可以|帮我|给我|再|那|就){0,4}(举(个|一个|几个|些)?例子?|(对比|比较)(一)?下)/,
  /^(你|您|请|麻烦|能|能不能|可以|可不可以|帮我|给我|再|那|就){0,4}(展开|详细|具体|仔细|深入|多)?(给我)?(讲|说|聊|介绍|解释)(讲|说|聊|一讲|一说|一下|下|一遍|清楚)/,
  /(give|show) (me )?(an|another|some) examples?|(explain|elaborate|tell me)( more| again| further| why| how)?\b/,
);

/** Words that make a clause with a question mark a question. */
export const QUESTION_WORD = anyOf(
  /([一-鿿])不\1|什么|啥|为何|怎么|咋|如何|哪|谁|多少|是否|有没有|还是|吗|呢|请问|区别/,
  /\b(what|why|how|which|who|when|where|is|are|do|does|did|can|could|should|would)\b/,
);

/** A question that needs no mark to be one: the word that asks stands at its head or its end. */
export const PLAIN_QUESTION = anyOf(
  /^(那|那么|那这个|所以|请问|但是|可是|这里的?|题目里的?){0,3}\s*(什么(是|叫)|啥(是|叫)|为什么|为啥|为何|怎么|咋|如何|哪(个|些|种|里)|能不能|可不可以|有(什么|啥|哪些)|能.+吗$)/,
  /有没有.*(例子|资料|案例|推荐|区别|办法)|^(那|那么)\s*.{1,30}(呢|怎么样|怎样|如何)$/,
  /(是(什么|啥)(的)?(缩写|原理|东西|概念|关系)?|(什么|啥)(的)?(区别|关系|不同|差别|好处|缺点|用|用处))(啊|呀|呢|吗|来着)?$/,
  /(怎么(样|办|做|用|算|实现|选|设)|为什么|为啥|是不是错了)(啊|呀|呢|吗|来着)?$/,
  /^(so |and |but |then )?(what('s| is| are| was| does| do| did| about| if)|why('s| is| are| was| did| do| does| not| would))\b/,
  /^(so |and |but |then )?(how('s| is| are| do| does| did| about| come| would| much| many)|which (one|of)|(can|could|would) you)\b/,
);

/** A guess put as a question: `是不是因为…？`, `…吧？`, `is it because …?` are answers of somebody unsure. */
export const GUESS = anyOf(
  /吧$|对(吗|吧|不对)$/,
  /^(我觉得|我猜|应该|可能|大概|难道|会不会|是不是|是否|是).*(因为|由于|通过|用|把|让|减少|增加|变|少|多|大|小|高|低|快|慢)/,
  /(right|correct|isn'?t it)$|^because\b|^(so )?(is|are|was|would) (it|this|that|they)( not)? (because|that|by|due|about)/,
);

/** What somebody asks themselves and leaves open (“怎么治我没研究过”) is not asked of the examiner. */
export const ADMITS =
  /我.{0,4}(不|没|忘)|(不|没).{0,3}(清楚|记得|研究|做过|了解)$|\bi (don'?t|do not|can'?t|never|forgot)\b/;

function anyOf(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'u');
}
