import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gradeOffline } from '..';

/** The law held here: talk and repetition around an honest answer lose at most one band. */
const MOST_LOST = 1;

interface Asked {
  question: string;
  references: string[];
  language: 'zh' | 'en';
}

/** One way to say more than was asked. */
type Around = (answer: string, asked: Asked) => string;

const between = (before: string, after = ''): Around => {
  return (answer) => `${before}${answer}${after}`;
};

const FILLERS = ['嗯，', '那个，', '就是说，', '怎么说呢，', '然后呢，'];
const withFillers: Around = (answer) => {
  let next = 0;
  return `呃，${answer.replace(/[，。；]/g, (mark) => `${mark}${FILLERS[next++ % FILLERS.length]}`)}`;
};

const STORY =
  '去年双十一前我们接了一个新需求，时间特别紧，白天开会晚上改代码，连着熬了一个星期，后来压测的时候还是出了岔子。';
const LESSON = '那次以后大家就养成了习惯，先把道理想明白，再动手去做，省得来回折腾。';
const ANECDOTE =
  'Last spring our shop went down on a Sunday, the whole team was called in, and we spent the night in front of a whiteboard. ';
const MORAL =
  ' Since then everybody writes things down first, and my colleagues say it has saved us a lot of trouble.';

const AROUND: Record<'zh' | 'en', Record<string, Around>> = {
  zh: {
    'fillers all through it': withFillers,
    'thinking aloud': between('让我想想啊，这个从哪儿说起呢，我先捋一捋。好，那我就直接讲了。'),
    'a correction of oneself': between('我刚才差点说反了，不对，重新来，应该是这样：'),
    'a story from a project': between(STORY, LESSON),
    'the same story twice': between(STORY + LESSON, LESSON + STORY),
    'the question again': (answer, { question }) => `${question}\n${answer}`,
    'the question quoted': (answer, { question }) => `您问的是“${question}”，对吧？${answer}`,
    'everything again at the end': (answer) => `${answer}\n总结一下，${answer}`,
    'the whole of it over again': (answer) => `${answer}${answer}`,
    'the whole of it three times': (answer) => [answer, answer, answer].join('\n'),
    'something true of another question behind it': between(
      '',
      '\n另外链表的结点在内存里不必相邻，插入和删除只改指针，随机访问要从头数；数组正好反过来，按下标取得快，中间插入要挪动后面的元素。',
    ),
    'thanks and apologies': between('谢谢面试官，这道题我准备过。', '我就想到这些，说得不全的地方请您指正。'),
    'thanks, a story and an apology in one breath with it': between(
      '非常感谢，我有点紧张，说得不好请多包涵，这道题我在图书馆翻到过，当时还抄在本子上，',
      '，就这些吧，好久没碰了，抱歉啊',
    ),
    'talk in the other language': between(
      'Okay, let me try to answer this one in my own words. ',
      ' That is all I have, thank you.',
    ),
    'all of it': (answer, { question }) =>
      `${question}\n${STORY}${withFillers(answer, asked('zh'))}\n总之，${answer}${LESSON}`,
  },
  en: {
    'fillers all through it': (answer) => `Um, well, you know, ${answer.replace(/, /g, ', um, ')}`,
    'thinking aloud': between("Hmm, where do I start. Let me see. Okay, I'll just say what I remember. "),
    'a correction of oneself': between('I nearly said it the wrong way round, let me start again: '),
    'a story from a project': between(ANECDOTE, MORAL),
    'the same story twice': between(ANECDOTE + MORAL, MORAL + ANECDOTE),
    'the question again': (answer, { question }) => `${question}\n${answer}`,
    'the question quoted': (answer, { question }) => `You ask "${question}" I see. ${answer}`,
    'everything again at the end': (answer) => `${answer}\nTo sum up: ${answer}`,
    'the whole of it over again': (answer) => `${answer} ${answer}`,
    'the whole of it three times': (answer) => [answer, answer, answer].join('\n'),
    'no space after the talk': between(ANECDOTE.trim(), MORAL.trim()),
    'thanks and apologies': between(
      'Thank you, I prepared this one. ',
      ' I am sorry if something is missing, thank you for listening.',
    ),
    'talk in the other language': between('好的，这道题我用英文回答一下。', '差不多就这些，谢谢。'),
    'thanks, a story and an apology without a stop': between(
      "Okay, thank you so much for having me, I'm sorry, my train was late. ",
      " Sorry, I haven't looked at this since last year.",
    ),
    'all of it': (answer, { question }) => `${question}\n${ANECDOTE}${answer}\nTo sum up: ${answer}${MORAL}`,
  },
};

function asked(language: 'zh' | 'en'): Asked {
  return { question: '', references: [], language };
}

function bandOf(text: string, { question, references, language }: Asked): number {
  return gradeOffline({ question, kind: 'open', references, turns: [{ text }], language }).band;
}

const HONEST: (Asked & { answer: string })[] = [
  {
    language: 'zh',
    question: '为什么说梯度累积可以在小显存上模拟大批量？有什么代价？',
    references: [
      '梯度累积把一个大批次拆成若干小批次，依次做前向和反向，把梯度加起来，攒够步数再更新一次参数，所以等效批量是小批量乘以累积步数，而激活只占一个小批次的显存。代价是每次更新要跑多遍前向和反向，训练变慢；批归一化的统计量仍按小批次计算。',
    ],
    answer:
      '就是把大批次拆成几个小批次，一个一个跑前向反向，梯度先累加起来，攒够步数才更新一次参数，这样等效批量变大，显存里只放一个小批次的激活。代价是更新一次要跑好几遍，训练慢一些，批归一化的统计还是按小批次算的。',
  },
  {
    language: 'zh',
    question: '哈希表的平均查找复杂度是多少？冲突怎么处理？',
    references: ['平均查找复杂度是 O(1)。冲突可以用链地址法或开放定址法处理。'],
    answer: '平均是 O(1)。冲突一般用链地址法，或者开放定址法。',
  },
  {
    language: 'zh',
    question: '判断：只要训练集足够大，就一定不会过拟合。',
    references: ['错误。数据有偏或者标签噪声大时，模型仍然会记住噪声而过拟合。'],
    answer: '错误。训练集再大，如果数据有偏、标签噪声大，模型还是会把噪声记住，照样过拟合。',
  },
  {
    language: 'en',
    question: 'Why does a database index make reads faster, and what does it cost?',
    references: [
      'An index keeps the keys sorted in a tree, so a lookup follows a few pages instead of scanning the table. It costs disk space and makes every insert and update slower, because the index has to be maintained.',
    ],
    answer:
      'The index is a tree with sorted keys, so a lookup reads a few pages and does not scan the whole table. The price is disk space, and inserts and updates get slower because the index must be maintained.',
  },
  {
    language: 'en',
    question: 'What happens to the pitch when a string is made shorter?',
    references: ['The pitch gets higher because a shorter string vibrates faster.'],
    answer: 'A shorter string vibrates faster, so the pitch is higher.',
  },
  {
    language: 'en',
    question: 'Can a stack be used to reverse a list?',
    references: ['Yes. Push every element and pop them again: the last one pushed comes out first.'],
    answer: 'Yes, push every element on the stack, then pop them: the last one pushed comes out first.',
  },
];

describe('talk and repetition around an honest answer', () => {
  const cases = HONEST.flatMap(({ answer, ...about }) =>
    Object.entries(AROUND[about.language]).map(([kind, around]) => [kind, about, answer, around] as const),
  );

  it.each(cases)('lose at most one band: %s, %o', (_, about, answer, around) => {
    const bare = bandOf(answer, about);
    expect(bare).toBeGreaterThanOrEqual(4);
    expect(bandOf(around(answer, about), about)).toBeGreaterThanOrEqual(bare - MOST_LOST);
  });

  it('lose at most one band, however they are combined', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HONEST),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        ({ answer, ...about }, picks) => {
          const kinds = Object.values(AROUND[about.language]);
          const said = picks.reduce(
            (text, pick) => (kinds[pick % kinds.length] ?? between(''))(text, about),
            answer,
          );
          expect(bandOf(said, about)).toBeGreaterThanOrEqual(bandOf(answer, about) - MOST_LOST);
        },
      ),
      { numRuns: 150 },
    );
  });

  // "不对" by itself is half an answer to a question of yes or no: that kind of talk is left out.
  const mute = cases.filter(([kind]) => kind !== 'a correction of oneself');
  it.each(mute)('earn nothing by themselves: %s, %o', (_, about, _answer, around) => {
    expect(bandOf(around('', about), about)).toBeLessThanOrEqual(1);
  });
});

/** The same said once more in other words, as somebody does who fears he was not understood. */
const AGAIN: (Asked & { tellings: string[] })[] = [
  {
    language: 'zh',
    question: '乐观锁和悲观锁有什么区别？各适合什么场景？',
    references: [
      '悲观锁：先加锁再访问，其他事务只能等待，冲突多的写操作用它不必反复重试，但吞吐低，还可能死锁。\n乐观锁：访问时不加锁，提交时比较版本号，版本变了就回滚重试；读多写少、冲突少时吞吐高，冲突多时重试的代价大。',
    ],
    tellings: [
      '提交的时候比一下版本号，变了就回滚重试，读多写少、冲突少的时候吞吐高，这是乐观锁。悲观锁先加锁再访问，别人只能等，冲突多的写操作合适，但吞吐低，可能死锁。',
      '访问时不加锁，提交时才比较版本号，不一致就回滚重试，适合读多写少，这个叫乐观锁；至于悲观锁，访问之前就锁住，其他事务等着，适合冲突多的写，吞吐低一些，也可能死锁。',
      '乐观锁不加锁，提交时看版本号变没变，变了回滚重试，冲突少的时候吞吐高。悲观锁先锁再访问，其他事务等待，冲突多的时候不用反复重试，不过吞吐低。',
    ],
  },
  {
    language: 'en',
    question: 'Ann left her soup on the table. After an hour the soup was cold. What did the soup lose?',
    references: ['The soup lost heat to the air.'],
    tellings: ['It was losing heat to the air.', 'It is losing heat.', 'Heat.', 'It lost heat.'],
  },
  {
    language: 'en',
    question: 'The dog saw the mailman, jumped over the fence and barked at him. What did the mailman do?',
    references: ['The mailman ran away.'],
    tellings: ['He ran away.', 'The mailman ran away from the dog.', 'The mailman saw the dog and ran away.'],
  },
];

describe('an answer told again in other words', () => {
  const pairs = AGAIN.flatMap(({ tellings, ...about }) =>
    tellings.flatMap((first) => tellings.map((next) => [first, next, about] as const)),
  );

  it.each(pairs)('loses at most one band: %s / %s', (first, next, about) => {
    const bare = bandOf(first, about);
    expect(bare).toBeGreaterThanOrEqual(3);
    expect(bandOf(`${first}\n${next}`, about)).toBeGreaterThanOrEqual(bare - MOST_LOST);
  });

  it.each(AGAIN)('loses at most one band told all over: $question', ({ tellings, ...about }) => {
    const best = Math.max(...tellings.map((telling) => bandOf(telling, about)));
    expect(bandOf(tellings.join('\n'), about)).toBeGreaterThanOrEqual(best - MOST_LOST);
  });
});

const rowSchema = z.object({
  question: z.string(),
  references: z.array(z.string()),
  answer: z.string(),
  score: z.number(),
  lang: z.enum(['zh', 'en']),
});

/** Share of pairs of an honest answer and a way around it that may lose more: verdicts hidden in talk, mostly. */
const EXCEPTIONS = 0.02;
const SAMPLE = 12;
const TIMEOUT_MS = 60_000;

describe('talk and repetition around full-mark answers of public sets', () => {
  const fileOf = (set: string) => `../shared/datasets/grading/${set}.jsonl`;
  const sets = ['ads-zh', 'le-zh', 'saf-en', 'semeval2013-3way'];

  describe.each(sets)('%s', (set) => {
    it.skipIf(!existsSync(fileOf(set)))(
      'lose at most one band, but for a few',
      () => {
        const full = readFileSync(fileOf(set), 'utf8')
          .trim()
          .split('\n')
          .map((line) => rowSchema.parse(JSON.parse(line)))
          .filter(({ score }) => score >= 0.95);
        const step = Math.max(1, Math.floor(full.length / SAMPLE));
        const sample = full.filter((_, index) => index % step === 0).slice(0, SAMPLE);
        const lost = sample.flatMap(({ answer, lang, ...row }) => {
          const about = { ...row, language: lang };
          const bare = bandOf(answer, about);
          return Object.values(AROUND[lang]).map((around) => bare - bandOf(around(answer, about), about));
        });
        const tooMuch = lost.filter((bands) => bands > MOST_LOST);
        expect(tooMuch.length / lost.length).toBeLessThanOrEqual(EXCEPTIONS);
      },
      TIMEOUT_MS,
    );
  });
});
