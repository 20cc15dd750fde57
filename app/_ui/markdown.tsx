import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import classes from './markdown.module.css';

/** The only addresses a document, an answer or a model may link to. */
const ALLOWED_LINK = /^(https?:|mailto:)/i;

export function safeLink(address: string): string {
  return ALLOWED_LINK.test(address.trim()) ? address.trim() : '';
}

/** Nothing is fetched from where a document points: an image is its words. */
function ImageWords({ alt }: { alt?: string }) {
  return <span className={classes.image}>{alt ? `[${alt}]` : '[…]'}</span>;
}

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={classes.link}>
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ alt }) => <ImageWords alt={alt} />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <div className={classes.tableScroll} tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls, so the keyboard must reach it
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

/** `trust: false` keeps \href and \includegraphics from doing anything; the limits bound what a formula costs. */
const KATEX = { throwOnError: false, strict: 'ignore', trust: false, maxExpand: 200, maxSize: 20 } as const;

/**
 * Untrusted Markdown as React elements: GFM, formulas, highlighted code, emphasis beside Chinese text.
 * Raw HTML shows as text, links leave only by http, https or mailto, images are not loaded.
 */
export function Markdown({ text, stem = false }: { text: string; stem?: boolean }): ReactNode {
  return (
    <div className={stem ? `${classes.markdown} ${classes.stem}` : classes.markdown}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkMath, remarkCjkFriendly]}
        rehypePlugins={[
          [rehypeKatex, KATEX],
          [rehypeHighlight, { detect: false }],
        ]}
        urlTransform={safeLink}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
