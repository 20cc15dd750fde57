import { MantineProvider } from '@mantine/core';
import { render as renderPlain } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement, ReactNode } from 'react';
import en from '../_i18n/en.json';
import zh from '../_i18n/zh.json';
import { cssVariables, theme } from '../_ui/theme';

/** What happy-dom lacks and the component kit asks for. */
function standIns(): void {
  if (!('fonts' in document)) {
    const fonts = { addEventListener: () => {}, removeEventListener: () => {} };
    Object.defineProperty(document, 'fonts', { value: fonts, configurable: true });
  }
}

/** Renders a screen part as a page would: with messages, theme and the component kit's provider. */
export function render(element: ReactElement, language: 'zh' | 'en' = 'zh') {
  standIns();
  const Wrapper = ({ children }: { children: ReactNode }) => (
    <NextIntlClientProvider locale={language} messages={language === 'zh' ? zh : en} timeZone="UTC">
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        {children}
      </MantineProvider>
    </NextIntlClientProvider>
  );
  return renderPlain(element, { wrapper: Wrapper });
}
