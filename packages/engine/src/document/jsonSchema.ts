import { documentRecord } from './reader/documentRecord.js';

/**
 * The JSON Schema (draft 2020-12) of the clinic document, for editors. It describes the shape; what one
 * key demands of another (unique ids, ends after starts) only `parseDocument` checks.
 *
 * @example
 * documentJsonSchema().title // => 'Slotwright clinic document'
 */
export function documentJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'Slotwright clinic document',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...documentRecord.schema,
  };
}
