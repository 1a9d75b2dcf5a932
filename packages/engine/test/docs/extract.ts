import { readFileSync } from 'node:fs';

const SOURCES = new URL('../../src/', import.meta.url);

export interface Example {
  /** What the doc comment is about. */
  readonly name: string;
  /** The lines after `@example`, as JavaScript; empty where there is none. */
  readonly code: string;
}

/** The code of each `@example` in a doc comment. */
function examplesOf(comment: string): readonly string[] {
  const text = comment.replaceAll(/^\s*\*\/?[ ]?/gm, '');
  return text
    .split(/^@/m)
    .filter((block) => block.startsWith('example\n'))
    .map((block) => block.slice('example\n'.length).trim());
}

function textOf(path: string): string {
  return readFileSync(new URL(path, SOURCES), 'utf8');
}

function exampleOf(name: string, file: string): Example {
  const declared = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[\s\S])*\*/)\nexport (?:function\*?|const) ${name}\b`,
  );
  const [, comment = ''] = declared.exec(textOf(file)) ?? [];
  return { name, code: examplesOf(comment).join('\n') };
}

/** The names and files of `export { … } from`, types left out. */
function exportsOf(index: string): readonly { readonly name: string; readonly file: string }[] {
  const folder = index.replace(/[^/]*$/, '');
  return [...textOf(index).matchAll(/^export \{([^}]*)\} from '(.*)\.js';$/gm)].flatMap(
    ([, names = '', file = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => ({
          name,
          file: new URL(`${file}.ts`, `file:///${folder}`).pathname.slice(1),
        })),
  );
}

/** The examples of everything that an index exports, but for types. */
export function exportedExamples(index: string): readonly Example[] {
  return exportsOf(index).map(({ name, file }) => exampleOf(name, file));
}

/** What the examples of an index may use: the example of its first comment. */
export function sharedSetting(index: string): string {
  const [, comment = ''] = /^\/\*\*([\s\S]*?\*\/)/.exec(textOf(index)) ?? [];
  return examplesOf(comment).join('\n');
}
