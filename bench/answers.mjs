// Compares what two versions of the engine answer, byte by byte:
//   node bench/answers.mjs documents 10000 7 > documents.jsonl
//   node bench/answers.mjs answers documents.jsonl > before.txt      # and again with the other version
//   diff before.txt after.txt
// A third of the documents are broken in one place. With --full each answer is printed, not its hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describeDocumentError, dryRun, parseDocument } from '@slotwright/engine';
import { clinicCase } from '@slotwright/engine/testing';
import fc from 'fast-check';

const JUNK = [null, true, -1, 0, 0.5, 7, 'x', '', '2026-02-30', '\u0000', [], {}, ['x'], [[]]];

/** Where something can be broken: every key and item of a document. */
function places(value, keys = []) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    [...keys, key],
    ...places(item, [...keys, key]),
  ]);
}

/** A copy with one place removed, renamed, doubled or replaced by something else. */
function broken(document, { place, how, junk }) {
  const copy = structuredClone(document);
  const all = places(copy);
  const keys = all[place % all.length];
  const key = keys.at(-1);
  const parent = keys.slice(0, -1).reduce((value, each) => value[each], copy);
  const value = parent[key];
  if (how === 'junk') parent[key] = junk;
  else if (Array.isArray(parent)) parent.push(value);
  else delete parent[key];
  if (how === 'rename' && !Array.isArray(parent)) parent[`${key}s`] = value;
  return copy;
}

const damage = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('junk', 'remove', 'rename'),
  junk: fc.constantFrom(...JUNK),
});
const cases = fc
  .tuple(clinicCase(), fc.option(damage, { freq: 2 }))
  .map(([{ document, horizon }, done]) => ({
    document: done === null ? document : broken(document, done),
    horizon,
  }));

function answer({ document, horizon }) {
  const read = parseDocument(document);
  if (read.isErr())
    return read.error.map((error) => ({ ...error, says: describeDocumentError(error) }));
  const run = dryRun(document, horizon);
  return run.isOk() ? [run.value.plan, run.value.preview] : run.error;
}

const [command, argument, seed = '1'] = process.argv.slice(2);
if (command === 'documents') {
  for (const each of fc.sample(cases, { numRuns: Number(argument), seed: Number(seed) })) {
    console.log(JSON.stringify(each));
  }
} else {
  for (const line of readFileSync(argument, 'utf8').split('\n').filter(Boolean)) {
    const text = JSON.stringify(answer(JSON.parse(line)));
    console.log(
      process.argv.includes('--full') ? text : createHash('sha256').update(text).digest('hex'),
    );
  }
}
