// The API report of every entry point: packages/*/api/*.api.md. Compares it, or writes it with --write; names that
// are not exported and names without a doc comment are errors.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from './workspace.mjs';

const ENTRY_POINTS = [
  { pack: 'engine', name: 'index' },
  { pack: 'engine', name: 'intervals' },
  { pack: 'engine', name: 'plan' },
  { pack: 'engine', name: 'files' },
  { pack: 'engine', name: 'testing' },
  { pack: 'adapter', name: 'index' },
  { pack: 'sandbox', name: 'index' },
];
const write = process.argv.includes('--write');
/** The type of the input is made from the document's description, which is exported as JSON Schema. */
const SPELLED_BY_SCHEMA = ['InputOf', 'documentRecord'];
const INCOMPLETE = ['ae-forgotten-export', 'ae-undocumented'];

function config({ pack, name }) {
  const folder = join(root, 'packages', pack);
  mkdirSync(join(folder, 'api'), { recursive: true });
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, 'dist', `${name}.d.ts`),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            module: 'esnext',
            moduleResolution: 'bundler',
            strict: true,
            skipLibCheck: true,
            types: [],
          },
          files: [join(folder, 'dist', `${name}.d.ts`)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: join(folder, 'api'),
        reportTempFolder: join(folder, 'dist', 'api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Warning },
          'ae-undocumented': { logLevel: ExtractorLogLevel.Warning },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
      },
    },
  });
}

/** A name that one door of a package exports need not be exported by its others too. */
function isElsewhere({ pack, name }, text) {
  const [, symbol = ''] = /^The symbol "(\w+)" needs to be exported/.exec(text) ?? [];
  if (SPELLED_BY_SCHEMA.includes(symbol)) return true;
  if (symbol === '') return false;
  const exported = new RegExp(`^export (?:interface|type|function|const) ${symbol}\\b`, 'm');
  const folder = join(root, 'packages', pack, 'api');
  return readdirSync(folder).some(
    (report) =>
      report !== `${name}.api.md` && exported.test(readFileSync(join(folder, report), 'utf8')),
  );
}

let failed = false;
for (const entry of ENTRY_POINTS) {
  const where = `packages/${entry.pack}/api/${entry.name}.api.md`;
  const before = existsSync(join(root, where)) ? readFileSync(join(root, where), 'utf8') : '';
  const incomplete = [];
  const prepared = config(entry);
  Extractor.invoke(prepared, {
    localBuild: write,
    messageCallback: (message) => {
      message.handled = true;
      if (INCOMPLETE.includes(message.messageId) && !isElsewhere(entry, message.text)) {
        incomplete.push(message.text);
      }
    },
  });
  const fresh = readFileSync(join(prepared.reportTempFolder, `${entry.name}.api.md`), 'utf8');
  rmSync(prepared.reportTempFolder, { recursive: true });
  if (!write && fresh !== before) {
    failed = true;
    console.error(`${where} is not what is exported now: look at it and run "npm run api"`);
  }
  if (incomplete.length > 0) {
    failed = true;
    console.error([`${where}:`, ...incomplete].join('\n  '));
  }
}
process.exitCode = failed ? 1 : 0;
