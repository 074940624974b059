// Two kinds of tests without the app: `node` for what has no window, `chromium` for what needs a real one's DOM, IndexedDB and workers.
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './chromium.ts'
import { cacheFolder, repository } from './repository.ts'

const elsewhere = ['tests/e2e/**', 'tests/bench/**', '**/node_modules/**']

/** A busy machine is no fault of the code: a test may take long, and ends when its fact is there. */
const patienceMs = 60_000

export default defineConfig({
  root: repository,
  cacheDir: `${cacheFolder}/vitest`,
  test: {
    reporters: ['default'],
    projects: [
      {
        root: repository,
        test: {
          name: 'node',
          testTimeout: patienceMs,
          hookTimeout: patienceMs,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, '**/*.chromium.test.ts'],
        },
      },
      {
        root: repository,
        cacheDir: `${cacheFolder}/vitest-chromium`,
        plugins: [react()],
        // Named, because a dependency found in the middle of a run reloads the page under the tests.
        optimizeDeps: {
          // It finds its WebAssembly by where it lies itself.
          exclude: ['@sqlite.org/sqlite-wasm'],
          entries: ['tests/**/*.chromium.test.{ts,tsx}'],
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            'dexie',
            'zod',
            'dompurify',
            '@mozilla/readability',
            'radix-ui',
            '@tanstack/react-virtual',
            'axe-core',
          ],
        },
        test: {
          name: 'chromium',
          testTimeout: patienceMs,
          hookTimeout: patienceMs,
          include: ['tests/**/*.chromium.test.{ts,tsx}'],
          exclude: elsewhere,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1' },
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
