/**
 * Orders to the grader. They are data: flagged, blanked so that they earn nothing, and not punished. A clause that speaks
 * the reference's language is kept (an answer about prompt injection quotes such words on topic).
 */
const ORDERS: readonly RegExp[] = [
  /(?:忽略|无视|忘记|跳过|不要理会)[^。！？\n]{0,16}(?:指令|指示|规则|要求|提示词|评分标准|参考答案|以上|上述|之前|前面)/iu,
  /(?:请|必须|直接|务必|应该?|要|只需)?(?:给|打|判|评)(?:我|这(?:个|份|道)?(?:回答|答案|题)?|该(?:回答|答案)|此(?:回答|答案))?[^。！？\n]{0,6}(?:满分|高分|最高分|100\s*分|5\s*分|十分|A\+)/iu,
  /(?:按照?约定|说好|如约|老规矩)[^。！？\n]{0,12}(?:满分|高分|通过)/iu,
  /(?:所有|全部|每个)(?:要点|得分点|关键点|知识点)[^。！？\n]{0,8}(?:已|都|均|视为|标记为|算)[^。！？\n]{0,6}(?:覆盖|答对|命中|满足|正确|covered)/iu,
  /你(?:现在)?(?:是|扮演|作为)[^。！？\n]{0,12}(?:阅卷|评分|考官|评委|判卷|面试官|助手|裁判)/iu,
  /(?:系统|管理员|开发者)(?:提示|消息|指令|通知|覆盖)\s*[:：]/iu,
  /(?:评分|得分|分数|score|grade|band|verdict|rating)["'”\s]*[:：=]\s*["']?(?:满分|5(?:\/5)?|100|10\/10|1(?:\.0)?\b|A\+?|covered|full)/iu,
  /\b(?:ignore|disregard|forget|override|skip)\b[^.!?\n]{0,40}\b(?:instructions?|rules?|rubric|prompts?|above|previous|prior|criteria|reference)\b/iu,
  /\b(?:give|award|assign|grant|rate|grade|score|mark)\b[^.!?\n]{0,40}\b(?:full (?:marks?|score|points|credit)|maximum|highest|top (?:score|mark)|perfect|100|5\/5|10\/10|as (?:fully )?(?:correct|covered))/iu,
  /\byou are (?:now )?(?:a|an|the|my)\b[^.!?\n]{0,30}\b(?:grader|examiner|assistant|teacher|judge|evaluator|dan)\b/iu,
  /\b(?:as agreed|per our agreement|as we discussed)\b/iu,
  /<\/?(?:answer|system|reference|instructions?|candidate|grader|data)\b[^>]*>|\[\/?(?:INST|SYS|system|end)[^\]]*\]|<\|[^|]*\|>|#{2,}\s*(?:system|end of|instruction|新指令|系统)/iu,
  /\b(?:all|every)\b[^.!?\n]{0,20}\bpoints?\b[^.!?\n]{0,24}\b(?:covered|satisfied|met|awarded)\b/iu,
  /\{[^{}\n]{0,80}"(?:verdicts?|score|band|pointId|points)"\s*:/iu,
];

/** Whether a piece of an answer addresses the grader instead of the question. */
export function isOrderToGrader(text: string): boolean {
  const plain = text.normalize('NFKC');
  return ORDERS.some((pattern) => pattern.test(plain));
}
