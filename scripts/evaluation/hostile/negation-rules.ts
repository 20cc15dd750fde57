/**
 * The rules by which a reference is turned into its opposite. A text is taken clause by clause; in each clause the first
 * rule that fits is applied once; a clause that none fits stays. `$1` and `$&` as in String.replace.
 */
export type NegationRule = readonly [pattern: RegExp, replacement: string];

export interface NegationRules {
  /** Where one clause ends and the next begins. */
  clauses: RegExp;
  rules: readonly NegationRule[];
}

export const CHINESE_NEGATION: NegationRules = {
  clauses: /(?<=[。；;，,\n])/,
  rules: [
    // A denial is taken out …
    [/不(可以|能够?|会|是|需要?|应该?)/, '$1'],
    [/无法/, '能够'],
    [/无需/, '需要'],
    [/没有/, '有'],
    // … or put in.
    [/可以|能够|需要|应该|必须/, '不$&'],
    [/会(?!议)/, '不会'],
    [/是/, '不是'],
    // Of a pair of opposites the other end is put in.
    [/错误/, '正确'],
    [/正确/, '错误'],
    [/提高|提升|增加|增强|增大/, '降低'],
    [/降低|减少|减小|减弱/, '增加'],
    [/更高/, '更低'],
    [/更快/, '更慢'],
    [/更大/, '更小'],
    [/冻结/, '更新'],
    [/优点/, '缺点'],
    [/大/, '小'],
    // A verb that says what is done.
    [/使用|采用|进行|具有|支持|通过/, '不$&'],
  ],
};

export const ENGLISH_NEGATION: NegationRules = {
  clauses: /(?<=[.;,\n])/,
  rules: [
    [/\bcannot\b/, 'can'],
    [/\b(is|are|was|were|can|will|should|does|do|has|have|must) not\b/, '$1'],
    [/\b(is|are|was|were|can|will|should|must|may)\b/, '$1 not'],
    [/\b(?:has|have)\b/, 'do not have'],
    [/\bno\b/i, 'a'],
    [/\bincreases?\b/, 'decreases'],
    [/\bdecreases?\b/, 'increases'],
    [/\bmore\b/, 'less'],
    [/\bhigher\b/, 'lower'],
    // A verb in the third person.
    [/\b(\w{3,})s\b/, 'does not $1'],
  ],
};
