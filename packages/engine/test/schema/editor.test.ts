import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { getLanguageService } from 'yaml-language-server';

test('x', () => {
  expect(typeof getLanguageService).toBe('function');
});
