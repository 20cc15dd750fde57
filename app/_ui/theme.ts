import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a quiet ink teal. Shade 7 carries white text in both schemes. */
const ink: MantineColorsTuple = [
  '#eef6f6',
  '#dcebec',
  '#b8d7d9',
  '#92c2c5',
  '#6fb0b4',
  '#4c9a9f',
  '#2f838a',
  '#1f6b72',
  '#18575d',
  '#104147',
];

/** Greys with a trace of warmth, for the dark scheme (0 = text, 7 = page). */
const dark: MantineColorsTuple = [
  '#d8d6d1',
  '#c2c0bb',
  '#a6a49f',
  '#85837f',
  '#45474b',
  '#33363a',
  '#25282c',
  '#1a1c1f',
  '#141618',
  '#0e0f11',
];

/** By the language of the page: see globals.css. */
const SANS = 'var(--viva-sans)';

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 7 },
  black: '#24272b',
  fontFamily: SANS,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: SANS, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  lineHeights: { md: '1.75' },
  // A touch target is 44 px high.
  components: { Button: Button.extend({ vars: () => ({ root: { '--button-height': '44px' } }) }) },
});

/** Our colours by meaning, once per scheme; text colours reach 4.5:1 on both page and card. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf9f6',
    '--mantine-color-dimmed': '#5f6368',
    '--mantine-color-placeholder': '#6b6f75',
    '--mantine-color-default-border': '#d3d0c8',
    '--mantine-color-error': '#a8322a',
    '--viva-card': '#ffffff',
    '--viva-sunken': '#f2f0ea',
    '--viva-line': '#e3e0d8',
    '--viva-accent': '#1f6b72',
    '--viva-bubble': '#e9f1f1',
    '--viva-covered': '#1f6f43',
    '--viva-partial': '#8a5a00',
    '--viva-missing': '#5f6368',
    '--viva-contradicted': '#a8322a',
    '--viva-covered-soft': '#dcefe2',
    '--viva-partial-soft': '#fbecc8',
    '--viva-contradicted-soft': '#fbe0dc',
    '--viva-code-comment': '#676b72',
    '--viva-code-keyword': '#7b3f98',
    '--viva-code-string': '#1f6f43',
    '--viva-code-number': '#9a4a00',
    '--viva-code-title': '#1f5f9e',
  },
  dark: {
    '--mantine-color-body': '#16181a',
    '--mantine-color-dimmed': '#a6a49f',
    '--mantine-color-placeholder': '#94928d',
    '--mantine-color-default-border': '#45474b',
    '--mantine-color-error': '#f0958c',
    '--viva-card': '#1e2124',
    '--viva-sunken': '#121416',
    '--viva-line': '#33363a',
    '--viva-accent': '#7cbcc0',
    '--viva-bubble': '#20333a',
    '--viva-covered': '#7fcf9d',
    '--viva-partial': '#e3b45b',
    '--viva-missing': '#a6a49f',
    '--viva-contradicted': '#f0958c',
    '--viva-covered-soft': '#1d3d2b',
    '--viva-partial-soft': '#43350f',
    '--viva-contradicted-soft': '#4a231f',
    '--viva-code-comment': '#9a988f',
    '--viva-code-keyword': '#c9a0dc',
    '--viva-code-string': '#8fcfa5',
    '--viva-code-number': '#e5a868',
    '--viva-code-title': '#8ab8e6',
  },
});
