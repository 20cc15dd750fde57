import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = new URL('./', import.meta.url).pathname;

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // 'server-only' throws outside a React server bundle; in tests it stands for nothing.
      'server-only': new URL('./lib/testing/server-only.ts', import.meta.url).pathname,
    },
  },
  test: {
    setupFiles: ['lib/testing/setup.ts'],
    include: ['{app,lib,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.long.test.ts', '**/*.browser.test.ts', 'node_modules/**', '.next/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
