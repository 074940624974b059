// What the compiler cannot say about the code: who may import whom, no swallowed errors, no forgotten promises.
import reactHooks from 'eslint-plugin-react-hooks'
import typescript from 'typescript-eslint'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importArrows } from './importArrows.js'

const repository = dirname(dirname(fileURLToPath(import.meta.url)))

export default typescript.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      '.cache/**',
      'node_modules/**',
      'test-results/**',
      'tests/pages/**',
      'tests/hostile/**',
      'tests/upgrades/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@typescript-eslint': typescript.plugin, offprint: { rules: { 'import-arrows': importArrows } } },
    languageOptions: {
      parser: typescript.parser,
      parserOptions: {
        tsconfigRootDir: repository,
        project: ['build/tsconfig.lint.json'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'offprint/import-arrows': 'error',
      'no-empty': 'error', // a comment that says why makes a block not empty
      'no-eval': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-globals': ['error', { name: 'localStorage', message: 'The library keeps what must last.' }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: ['renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['**/*.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|fixme|todo)$/]',
          message: 'Every test runs.',
        },
        // test.skip(condition, reason) is for what a system lacks altogether.
        {
          selector: 'CallExpression[callee.property.name="skip"][arguments.0.type="Literal"]',
          message: 'Every test runs.',
        },
        {
          selector: 'MemberExpression[object.name="vi"][property.name=/^wait/]',
          message: 'It gives up after a second, which a busy machine may take; `until` does not.',
        },
      ],
    },
  },
)
