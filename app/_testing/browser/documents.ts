/** A bank as somebody keeps it for themselves: its own labels, numbers in brackets, choices between prose. */
export const TEA_BANK = `---
title: 茶艺师面试
---

# 茶艺师面试

## 冲泡

（1）为什么绿茶不宜用沸水冲泡？

参考答案：绿茶没有发酵，嫩芽里的茶多酚和维生素容易被高温破坏，汤色会变黄，味道也更苦涩。通常用 80 度左右的水，玻璃杯敞口冲泡，让热气散出去。

（2）什么是“洗茶”？哪些茶需要它？

参考答案：第一泡快速倒掉，用热水唤醒紧压的叶片并冲走碎末。普洱、乌龙这类紧结的茶需要，细嫩的绿茶不需要。

## 茶类

（3）下面哪一种茶属于全发酵茶？

A. 龙井
B. 正山小种
C. 铁观音
D. 白毫银针

答案：B。正山小种是红茶，红茶都是全发酵；铁观音是半发酵的乌龙茶。
`;

/** The same bank after its owner changed one answer. */
export const TEA_BANK_CHANGED = TEA_BANK.replace('通常用 80 度左右的水', '通常用 75 到 85 度的水');

/** A bank in which a question hides in an answer, a heading is none, options look like a list and words stand bold. */
export const COFFEE_BANK = `# 咖啡师面试

## 冲煮

### 1. 什么是预浸泡？

先用少量热水润湿咖啡粉，让里面的气体放出来。

那么预浸泡要多久？

一般三十秒左右，豆子越新鲜等得越久。

### 2. 水温过高会怎样？

萃取过度，苦味和涩味都会出来。

### 3. 下列哪一种是手冲器具？

- 摩卡壶
- 滤杯
- 法压壶

### 4. 粉水比是什么意思？

咖啡粉和水的重量之比。

### 5. 粉水比常用多少？

手冲常用一比十五。

## 拉花

**奶泡为什么要打得细？**

细奶泡和咖啡融合得好，表面才有光泽。

**奶缸应该离液面多高？**

先高后低，起形的时候贴近液面。

**打发时进气太多会怎样？**

奶泡粗，口感像泡沫。
`;

/** Raises a flag wherever any of it is run. */
const RUN = 'window.wasRun=true';

/** Everything that must stay words, in one text. */
export const HOSTILE = [
  `<script>${RUN}</script>`,
  `<img src="https://evil.example/x.png" onerror="${RUN}">`,
  `<svg onload="${RUN}"></svg>`,
  `[点这里](javascript:${RUN})`,
  `[再点](data:text/html,<script>${RUN}</script>)`,
  '![图](https://evil.example/pixel.png)',
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">连接</a>`,
].join('\n\n');

/** A bank whose every field tries to run something. */
export const HOSTILE_BANK = `# 题库 <img src=x onerror="${RUN}">

## 主题 <script>${RUN}</script>

### 1. 为什么 <b onmouseover="${RUN}">输入</b> 要转义？<script>${RUN}</script>

**答案：**

因为浏览器会执行它，必须先转义再显示。${HOSTILE}

### 2. 哪个字符要转义？<img src=x onerror="${RUN}">

A. <script>${RUN}</script>小于号
B. 字母 a
C. [链接](javascript:${RUN})

**答案：A**

解释：小于号开始一个标签。<img src=x onerror="${RUN}">
`;
