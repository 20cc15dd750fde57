import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { calibrationsOf, graderName, keepCalibration } from './calibration-file';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'viva-calibration-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const line = (slope: number) => ({ intercept: 0.1, slope, size: 20 });

it('keeps one calibration for each bank and grader, the latest', () => {
  const place = path.join(dir, 'not', 'there', 'yet');
  expect(calibrationsOf(place, 'mine').size).toBe(0);
  keepCalibration(place, { bank: 'mine', grader: 'offline' }, line(0.5));
  keepCalibration(place, { bank: 'mine', grader: 'a model' }, line(0.6));
  keepCalibration(place, { bank: 'other', grader: 'offline' }, line(0.7));
  keepCalibration(place, { bank: 'mine', grader: 'offline' }, line(0.8));
  expect(Object.fromEntries(calibrationsOf(place, 'mine'))).toEqual({
    offline: line(0.8),
    'a model': line(0.6),
  });
  expect(readdirSync(place)).toEqual(['calibrations.json']);
});

it('neither reads nor overwrites a file that is something else', () => {
  writeFileSync(path.join(dir, 'calibrations.json'), '{"version":2}');
  expect(() => calibrationsOf(dir, 'mine')).toThrow(/calibrations/);
  expect(() => keepCalibration(dir, { bank: 'mine', grader: 'offline' }, line(0.5))).toThrow(/calibrations/);
});

it('names graders by what gives the raw score', () => {
  expect(graderName({ kind: 'offline' })).toBe('offline');
  expect(graderName({ kind: 'llm', model: 'm' })).toBe('m');
});
