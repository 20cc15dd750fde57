import { expect, it } from 'vitest';
import { auditedDocuments } from './scope';

const documents = [
  { id: 'd_1', name: '缓存.md' },
  { id: 'd_2', name: '队列.md' },
];

it('finds a document by name or id, and says so when there is none', () => {
  expect(auditedDocuments(documents, undefined)).toBeUndefined();
  expect(auditedDocuments(documents, '队列.md')).toEqual(['d_2']);
  expect(auditedDocuments(documents, 'd_1')).toEqual(['d_1']);
  expect(() => auditedDocuments(documents, '没有.md')).toThrow(/没有\.md/u);
});
