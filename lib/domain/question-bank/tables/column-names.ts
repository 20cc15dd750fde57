import type { ColumnRole } from './table';

/** How a name is compared: without case, white space, marks and what stands in brackets ("题干（必填）"). */
export function foldName(name: string): string {
  const bare = name.normalize('NFKC').replace(/[（(【[].*?[)）】\]]/gu, '');
  const folded = (bare.trim() === '' ? name.normalize('NFKC') : bare).toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Names of columns as people and data sets use them, Chinese and English; the first that fits counts. The words are those
 * of question bank templates (examination systems, flashcards) and of question-answering data sets (instruction/output,
 * query/response, prompt/completion).
 */
const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'ignored',
    /^(?:id|uid|uuid|guid|no|index|idx|num(?:ber)?|序号?|编号|题号|题目?(?:编号|序号|id)|question(?:id|no|number)|type|kind|题型|题目类型|试题类型|questiontype|created(?:at)?|updated(?:at)?|date|日期|时间|创建时间|author|作者|来源|source|url|link|链接|出处|score|分值|分数|points?value|notetype|笔记模板)$/u,
  ],
  [
    'correct',
    /^(?:正确(?:的)?(?:答案|选项|项)|(?:标准|正确)选项|答案(?:选项|字母|序号|编号)|选项答案|correct(?:answers?|options?|choices?|index|label|letter|key)?|(?:right|true)(?:answer|option|choice)|answer(?:key|index|idx|letter|label|option|id)|cop|key|label|gold|target)$/u,
  ],
  [
    'option',
    /^(?:(?:wrong|incorrect|false)(?:answers?|options?)?|distractors?|干扰项|错误(?:答案|选项))\d$/u,
  ],
  [
    'option',
    /^(?:选项|备选(?:项|答案)?|选择|答案|options?|choices?|answers?|opt?|ans)?(?:[a-h]|[1-8]|[一二三四五六七八]|[ⅰⅱⅲⅳ])(?:选项|项|option|choice)?$/u,
  ],
  [
    'options',
    /^(?:(?:备选|候选|答案)?选项(?:内容|列表)?|备选(?:答案|项)|(?:answer)?options?(?:list|text)?|(?:answer)?choices?|candidates|alternatives|(?:wrong|incorrect)(?:answers?|options?)?|distractors?|干扰项|错误(?:答案|选项))$/u,
  ],
  [
    'explanation',
    /^(?:(?:答案|题目|试题)?(?:解析|详解|解释|说明|分析|讲解)|解题思路|理由|依据|exp(?:lanations?)?|rationale|reason(?:ing)?|analysis|justification|solutionexplanation|extra|backextra|额外|背面额外|补充)$/u,
  ],
  [
    'key-points',
    /^(?:(?:答案|答题|得分|评分|采分|关键|核心)(?:要点|点)|要点|评分(?:标准|细则)|keypoints?|rubric|criteria|scoringpoints?|checklist)$/u,
  ],
  ['mistakes', /^(?:(?:常见|典型|易)(?:错误|错点|误区|错)|误区|mistakes?|commonmistakes|pitfalls?)$/u],
  [
    'difficulty',
    /^(?:(?:题目|试题)?难易?(?:程度|度)?(?:系数|等级|级别)?|星级|difficulty(?:level)?|level|hardness)$/u,
  ],
  ['tags', /^(?:标签|标记|关键字|关键词|tags?|keywords?|labels)$/u],
  [
    'topic',
    /^(?:(?:一级|二级|三级|所属|题目)?(?:分类|类别|类目|主题|专题|章节?|单元|模块|领域|方向|科目|学科|知识点|目录)(?:名称)?|topics?|categor(?:y|ies)|subcategory|subtopic|chapter|section|subject|domain|area|theme|unit|module|deck|牌组|记忆库)$/u,
  ],
  [
    'context',
    /^(?:代码|代码片段|题目代码|材料|题目材料|背景|上下文|示例代码|code|snippet|codesnippet|context|passage|article|background|material)$/u,
  ],
  [
    'question',
    /^(?:(?:面试|考试|练习|试)?(?:问题|题目|题干|试题|考题|面试题)(?:内容|描述|名称|正文|标题)?|题|问|内容|题面|提问|正面|卡片正面|原题|questions?(?:text|title|body|stem|content)?|q|prompt|stem|query|front|frontside|instruction|problem|item|ask|title|标题|名词|词条|术语|term|text|文字|input|输入|word|concept|概念|知识)$/u,
  ],
  [
    'answer',
    /^(?:(?:参考|标准|正确|示例|示范|推荐|模范|简要|详细|完整|我的|最佳)?(?:答案|回答|解答|答复|答)(?:内容|正文|文本)?|背面|卡片背面|内容回答|定义|释义|含义|(?:reference|sample|model|ideal|expected|suggested|best|correct|gold|full|short|long)?(?:answers?|responses?|replies|solutions?)(?:text|body|content)?|a|ans|back|backside|reply|completion|output|输出|ground(?:truth)?|definition|meaning|assistant|chosen)$/u,
  ],
];

/** Options that are all wrong: what is right stands in a column of its own. */
const WRONG =
  /^(?:(?:wrong|incorrect|false)(?:answers?|options?)?|distractors?|干扰项|错误(?:答案|选项))\d?$/u;

export function namesWrongOptions(name: string): boolean {
  return WRONG.test(foldName(name));
}

/** What a column of this name holds; null when the name says nothing. */
export function roleOfName(name: string): ColumnRole | null {
  const folded = foldName(name);
  if (folded === '') return null;
  return NAMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
