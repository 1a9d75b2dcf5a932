import { expect, test } from 'vitest';
import { documentJsonSchema } from './jsonSchema.js';

/** Every schema of a property where an object is defined, with its name. */
function properties(schema: unknown): readonly (readonly [string, unknown])[] {
  const defines = entriesOf(schema).some(([key]) => key === 'additionalProperties');
  return entriesOf(schema).flatMap(([key, value]) =>
    key === 'properties' && defines
      ? entriesOf(value).flatMap((entry) => [entry, ...properties(entry[1])])
      : properties(value),
  );
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

test('every key has a description', () => {
  const all = properties(documentJsonSchema());
  expect(all.length).toBeGreaterThan(40);
  for (const [, schema] of all) expect(schema).toHaveProperty('description');
});

test('it is a draft 2020-12 schema that refuses unknown keys', () => {
  expect(documentJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Slotwright clinic document',
    additionalProperties: false,
    required: ['version', 'timezone', 'calendars'],
  });
});

test('a booking gives end or duration', () => {
  expect(JSON.stringify(documentJsonSchema())).toContain(
    '"oneOf":[{"properties":{"end":true,"duration":false},"required":["end"]},' +
      '{"properties":{"end":false,"duration":true},"required":["duration"]}]',
  );
});
