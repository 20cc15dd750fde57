// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { appendPhrase, DictationButton } from './dictation-button';

/** Stands for the browser's recogniser; the test speaks and fails through it. */
class FakeRecognition {
  static last: FakeRecognition | null = null;
  lang = '';
  onresult: ((event: unknown) => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  constructor() {
    FakeRecognition.last = this;
  }
  start() {
    this.onstart?.();
  }
  stop() {
    this.onend?.();
  }
  abort() {}
  say(transcript: string) {
    this.onresult?.({ resultIndex: 0, results: [{ isFinal: true, 0: { transcript } }] });
  }
}

function Desk() {
  const [text, setText] = useState('已有的字，');
  return (
    <>
      <p data-testid="text">{text}</p>
      <DictationButton draft={{ text, setText, drop: () => {} }} language="zh" />
    </>
  );
}

beforeEach(() => localStorage.setItem('viva:dictation', '1'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const start = () => fireEvent.click(screen.getByRole('button', { name: '开始听写' }));
const speak = (change: (recognition: FakeRecognition) => void) =>
  act(() => {
    if (FakeRecognition.last) change(FakeRecognition.last);
  });

test('what is said goes behind the draft, and a press ends it', () => {
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  render(<Desk />);
  start();
  expect(FakeRecognition.last?.lang).toBe('zh-CN');
  speak((recognition) => recognition.say('冻结权重'));
  speak((recognition) => recognition.say('只训练低秩矩阵'));
  expect(screen.getByTestId('text').textContent).toBe('已有的字，冻结权重只训练低秩矩阵');
  fireEvent.click(screen.getByRole('button', { name: '结束听写' }));
  expect(screen.getByRole('button', { name: '开始听写' })).toBeDefined();
});

test.each([
  ['not-allowed', '麦克风没有授权'],
  ['audio-capture', '没有找到麦克风'],
  ['network', '识别服务连不上'],
  ['language-not-supported', '听写没有启动'],
])('the failure %s is said in words', (error, words) => {
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  render(<Desk />);
  start();
  speak((recognition) => {
    recognition.onerror?.({ error });
    recognition.onend?.();
  });
  expect(screen.getByRole('status').textContent).toContain(words);
});

test('a browser without one says so', () => {
  vi.stubGlobal('SpeechRecognition', undefined);
  vi.stubGlobal('webkitSpeechRecognition', undefined);
  render(<Desk />);
  start();
  expect(screen.getByRole('status').textContent).toContain('没有听写');
});

test('it is asked for once before the first use', () => {
  localStorage.clear();
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  FakeRecognition.last = null;
  render(<Desk />);
  start();
  expect(FakeRecognition.last).toBeNull();
});

test.each([
  ['', '开头', '开头'],
  ['用', 'LoRA', '用LoRA'],
  ['we use', 'LoRA', 'we use LoRA'],
  ['写好了', '  ', '写好了'],
])('%j and %j make %j', (text, phrase, whole) => {
  expect(appendPhrase(text, phrase)).toBe(whole);
});
