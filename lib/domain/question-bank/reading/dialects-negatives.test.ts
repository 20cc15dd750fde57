import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

const DIALECTS: readonly Dialect[] = [
  [
    'notes with a rhetorical question',
    '# 笔记\n\n## 缓存\n\n为什么要缓存？因为数据库慢。\n\n## 步骤\n\n1. 下载\n2. 安装\n3. 验证\n',
    [],
  ],
  [
    'numbered section titles',
    '# 3. 适配器\n\n### 1. 概述\n\n正文。\n\n#### 1.1 背景\n\n正文。\n\n### 2. 变体\n\n正文。\n',
    [],
  ],
  [
    'steps of a tutorial',
    '# Setup\n\n1. Create a folder for the project\n2. Select the interpreter\n3. Build the image\n\n## Usage\n\n1. Choose a profile\n2. Define a route\n',
    [],
  ],
  [
    'steps under a title that promises nothing',
    '# Blog\n\n## How I prepare\n\n1. Write down the scope\n2. Discuss the limits\n3. Design the interface\n\n## After it\n\nRest.\n',
    [],
  ],
  [
    'a document with one rhetorical heading',
    '# parse-it\n\nReads dates from strings and gives them back as numbers.\n\n## Why another one?\n\nThe others are slow.\n\n## Usage\n\nCall it with a string, then compare what comes back.\n',
    [],
  ],
  ['an article that is called by its subject', '# 聊聊我的书桌\n\n它是木头做的，用了十年。\n', []],
  ['pasted rows that ask nothing', 'name\tage\tcity\nAnn\t31\tBern\nBob\t22\tParis\n', []],
  ['a list of problems', '# 某库\n\n它解决以下问题：\n\n1. 启动慢\n2. 包太大\n3. 类型的缺失\n', []],
  [
    'the entries of a reference',
    '# clock\n\n## `clock.now()`\n\nReturns the time.\n\n## `clock.zone`\n\nThe zone.\n\n## `clock.parse(text, strict?)`\n\nReads a time.\n',
    [],
  ],
  [
    'a reference whose entries are links',
    '# clock\n\nThese are available:\n\n* [`clock.now()`](#now)\n* [`clock.later()`][later]\n* [`clock.stop(when?)`][stop]\n* [`clock.go()`][go]\n* [`clock.pause()`][pause]\n* [`clock.reset()`][reset]\n* [`clock.tick()`][tick]\n* [`clock.tock()`][tock]\n',
    [],
  ],
  [
    'statements that begin like questions',
    '# Paths\n\nA path:\n\n1. Must begin with a slash\n2. Can include names\n3. Can have stars behind a name\n4. Are anchored at the root\n5. Has no spaces\n',
    [],
  ],
  [
    'steps with a text each',
    '# Set up\n\n1. **Unpack the box.** Keep the screws.\n2. **Write down the number**, it is on the back:\n\n   - eight digits\n\n3. **Fasten** the plate.\n4. **Give it a name.** Any will do.\n',
    [],
  ],
  [
    'chapters of a tutorial, two of which ask',
    '# Kites\n\n## 1. What Is a Kite?\n\nA toy.\n\n## 2. Why Kites Fly\n\nWind.\n\n## 3. Spars\n\nSticks.\n\n## 4. Types of tails\n\nThree.\n\n## 5. Good practice\n\nMind the trees.\n',
    [],
  ],
  [
    'the story of an interview, round by round',
    '# 某厂面试\n\n## 一面\n\n聊了项目。\n\n## 二面\n\n聊了规划。\n',
    [],
  ],
  [
    'a manual whose title asks what it is about',
    '# What is a samovar\n\nIt boils water for tea.\n\n## Installation\n\nPut it on a table.\n\n## Usage\n\nLight the fire.\n',
    [],
  ],
  [
    'how to use what holds questions',
    '# 面试题小程序使用说明\n\n1. 扫码\n\n打开相机。\n\n2. 登录\n\n输入手机号。\n\n3. 开始\n\n点一下按钮。\n',
    [],
  ],
];

describe('dialects without a question', () => {
  readsDialects(DIALECTS);
});
