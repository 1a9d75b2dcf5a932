// Only what needs types: promises and Results that nobody looks at. Biome does the rest.
import neverthrow from '@bufferings/eslint-plugin-neverthrow';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/'] },
  {
    files: ['packages/*/src/**/*.ts'],
    // Tests unwrap Results and read untyped answers; what goes wrong there fails the test.
    ignores: ['**/*.test.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin, neverthrow },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      'neverthrow/must-use-result': 'error',
    },
  },
);
