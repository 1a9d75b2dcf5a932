import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentJsonSchema } from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';

const validate = new Ajv2020({ strict: true }).compile(documentJsonSchema());

test('every valid document fits the schema', () => {
  fc.assert(
    fc.property(clinicCase(), ({ document }) => {
      expect(validate(document) ? [] : validate.errors).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
