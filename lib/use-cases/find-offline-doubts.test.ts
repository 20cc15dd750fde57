import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Question, readDocument } from '../domain/question-bank';
import { EMPTY_GLOSSARY } from '../domain/retrieval';
import { aDocumentChange, fixedClock } from '../testing';
import { findOfflineDoubts } from './find-offline-doubts';

const name = 'llm-fine-tuning.zh.md';
const text = readFileSync(new URL(`../../data/banks/${name}`, import.meta.url), 'utf8');
const STARTER = aDocumentChange({ id: 'd_starter', name }, readDocument(text, name).questions).questions;

/** Four right answers of another field, short enough to share no word with their questions. */
const DATABASES = [
  {
    id: 'q_1',
    stem: '事务的 ACID 是什么',
    answer: '原子性、一致性、隔离性、持久性。面试官很喜欢追问隔离级别。',
  },
  { id: 'q_2', stem: '隔离级别有哪几种？', answer: '读未提交、读已提交、可重复读、串行化。' },
  { id: 'q_3', stem: 'TCP 三次握手的过程？', answer: 'SYN，SYN+ACK，ACK。为了双方确认收发能力。' },
  { id: 'q_4', stem: '为什么要用 B+ 树做索引？', answer: '因为扇出大，层数少，叶子连起来方便范围扫描。' },
];

async function offTopicIn(questions: readonly Question[]): Promise<string[]> {
  const ports = {
    bank: { listQuestions: async () => [...questions], listPassages: async () => [] },
    doubts: { saveDoubts: async () => {}, clearOpenDoubts: async () => {} },
    clock: fixedClock(),
  };
  const found = await findOfflineDoubts(ports, EMPTY_GLOSSARY);
  return found.filter(({ code }) => code === 'off-topic').map(({ questionId }) => questionId);
}

describe('a document beside a bank of another field', () => {
  const document = { id: 'd_databases', name: '数据库.md' };

  it('is not doubted for being of another field', async () => {
    const other = aDocumentChange(document, DATABASES).questions;
    const doubted = await offTopicIn([...STARTER, ...other]);
    expect(doubted.filter((id) => other.some((question) => question.id === id))).toEqual([]);
  });

  it('still has single references doubted among sound ones', async () => {
    const [strange] = DATABASES;
    const sound = STARTER.slice(0, 30).map((question) => ({ ...question, documentId: document.id }));
    const mixed = [
      ...sound,
      ...aDocumentChange(document, [{ ...strange, stem: 'LoRA 的秩怎么选？' }]).questions,
    ];
    expect(await offTopicIn([...STARTER.slice(30), ...mixed])).toContain('q_1');
  });
});
