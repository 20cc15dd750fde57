/**
 * A small general background: how much a term says by itself, whatever the question. It stands in for a corpus idf where
 * there are only a question, its references and one answer.
 */

/** Characters that carry grammar rather than content. Negations are left out: polarity looks at them apart. */
const GRAMMAR_HAN = new Set(
  '的了是在和与及或而且也就都又还被把将对于为以从到由于因此所其之这那哪个些种样么吗呢吧啊哦嗯呃哈嘛呀等着过地得给让使令但若如果则即各每某很太更最再只仅我你他她它们自己什谁怎何几',
);

/** Content characters so common in expository Chinese that alone they prove little. */
const COMMON_HAN = new Set(
  '有能会可要上下中大小多少人一二三四五六七八九十两出来去进行用时候后前间方法面式性化度率量数体种类型作成生产发现实际应该需要通过不同主要具进题问点部分内外本身加高低长短开关合理相当然般常并',
);

const STOP_ENGLISH = new Set(
  (
    'a an the this that these those it its he she they them his her their there here i you we us our your my me ' +
    'is are was were be been being am do does did doing done have has had having will would shall should can could ' +
    'may might must to of in on at by for from with as into onto over under than then so such and or but if because ' +
    'while when where which who whom whose what why how also just very too more most some any each all both other ' +
    'another own same up out about between through during before after again once only s t d ll m re ve get gets got ' +
    'make makes made let lets thing things something way like well really basically actually kind sort'
  ).split(' '),
);

/** Content words so common in explanations that alone they prove little. */
const COMMON_ENGLISH = new Set(
  (
    'use used uses using need needs needed one two see look find found know known tell tells show shows happen happens ' +
    'put take takes go goes going come give gives keep keeps work works try want say says think because change changes ' +
    'mean means cause causes become becomes contain contains include includes part place time times number amount ' +
    'different same able possible good better best much many lot little first last next new only even still always ' +
    'never often usually sometimes example called type different certain given each every back around away along together'
  ).split(' '),
);
const COMMON_WEIGHT = 0.6;

/** Words that turn a statement round. Kept out of recall; polarity looks at them. */
const NEGATION_ENGLISH = new Set('no not never none nor neither without cannot nothing hardly'.split(' '));

/** Weight of one Han character: 0 grammar, .45 common, 1 content. */
export function hanWeight(character: string): number {
  if (GRAMMAR_HAN.has(character)) return 0;
  return COMMON_HAN.has(character) || '不没无非未'.includes(character) ? 0.45 : 1;
}

/**
 * A word of Latin letters says about as much as two Han characters: in a Chinese answer it is mostly a term. Raising it
 * from 1 to 2 gained .01 within-question r on our graded answers and cost nothing elsewhere.
 */
const WORD_WEIGHT = 2;

/** Weight of one English word before stemming: 0 for grammar and negations, else up to 2. */
export function wordWeight(word: string): number {
  if (STOP_ENGLISH.has(word) || NEGATION_ENGLISH.has(word)) return 0;
  return WORD_WEIGHT * (COMMON_ENGLISH.has(word) ? COMMON_WEIGHT : 1);
}
