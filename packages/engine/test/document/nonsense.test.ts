import { describe, expect, test } from 'vitest';
import { describeDocumentError } from '../../src/document/describe.js';
import { parseDocument } from '../../src/document/reader/parseDocument.js';
import { cpuMsSince } from '../support/cpuTime.js';
import { ACCEPT } from './nonsense/accept.js';
import { DATES } from './nonsense/dates.js';
import { DOCUMENTS } from './nonsense/documents.js';
import { RULES } from './nonsense/rules.js';
import { SERVICES } from './nonsense/services.js';
import { TIMES } from './nonsense/times.js';
import { clinic, type Nonsense } from './sample.js';

const SECOND = 1000;
const TABLES = {
  documents: DOCUMENTS,
  services: SERVICES,
  times: TIMES,
  dates: DATES,
  rules: RULES,
  accept: ACCEPT,
};

test('the document that they spoil is right', () => {
  expect(parseDocument(clinic()).isOk()).toBe(true);
});

test('there are many', () => {
  expect(Object.values(TABLES).flat().length).toBeGreaterThan(300);
});

describe.each(Object.entries(TABLES))('%s', (_, table: readonly Nonsense[]) => {
  test.each(table)(
    '%s',
    (_what, document, ...paths) => {
      const started = process.cpuUsage();
      const errors = parseDocument(document)._unsafeUnwrapErr();
      expect(cpuMsSince(started)).toBeLessThan(SECOND);
      expect(errors.map(({ path }) => path).sort()).toEqual([...paths].sort());
      for (const error of errors) {
        expect(describeDocumentError(error)).toMatch(/^[A-Z"].{5,400}[.?]$/);
      }
    },
    SECOND * 5,
  );
});
