/** Light and dark by the reader's setting, dark on light on paper. */
export const STYLE = `
:root { color-scheme: light dark; --accent: #2f6f8f; --warn: #b4581a; --text: #1f2428; --soft: #5b646b; --line: #d5dade; --page: #ffffff; --stripe: #f5f7f8; }
@media (prefers-color-scheme: dark) {
  :root { --accent: #7fbcd8; --warn: #f0a065; --text: #e4e8ea; --soft: #a3adb3; --line: #3a4247; --page: #16191b; --stripe: #1e2326; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 1080px; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p, figcaption { color: var(--soft); max-width: 46rem; margin: .4rem 0; }
figcaption { font-size: .85rem; }
figure { margin: 0; break-inside: avoid; }
figure strong { display: block; font-weight: 600; color: var(--text); }
svg { max-width: 100%; height: auto; overflow: visible; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 1.5rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .84rem; }
th, td { padding: .35rem .45rem; text-align: right; border-bottom: 1px solid var(--line); }
td { white-space: nowrap; }
th { color: var(--soft); font-weight: 600; vertical-align: bottom; }
.name { text-align: left; white-space: nowrap; }
tbody tr:nth-child(even) { background: var(--stripe); }
@media print {
  :root { color-scheme: light; --accent: #2f6f8f; --warn: #b4581a; --text: #000; --soft: #333; --line: #bbb; --page: #fff; --stripe: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: .2rem .3rem; }
  h2, tr { break-after: avoid; break-inside: avoid; }
}
`;
