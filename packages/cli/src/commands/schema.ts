import { documentJsonSchema } from '@slotwright/engine';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.js';
import type { Io } from '../io.js';
import { jsonPieces } from '../render/json.js';
import { printResult } from '../result.js';
import { examples } from './help.js';

/** `slotwright schema`: what a clinic document may contain, for editors. */
export function addSchema(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  program
    .command('schema')
    .summary('print the JSON Schema of the clinic document')
    .description(
      'Prints the JSON Schema of the clinic document, so that an editor can complete and check it.',
    )
    .addHelpText(
      'after',
      examples(
        ['slotwright schema > clinic.schema.json', 'save it, then begin your document with'],
        ['# yaml-language-server: $schema=./clinic.schema.json', ''],
      ),
    )
    .action(async () => {
      end(await printResult(io, jsonPieces(fileJsonSchema()), EXIT.success));
    });
}

const BOOKINGS_FROM = {
  type: 'string',
  minLength: 1,
  description: 'A file of bookings that slotwright pull writes, from where the document is.',
} as const;

/** The schema of a document in a file, which may name a file of bookings. */
function fileJsonSchema(): object {
  const schema = documentJsonSchema();
  return { ...schema, properties: { ...asRecord(schema.properties), bookingsFrom: BOOKINGS_FROM } };
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
