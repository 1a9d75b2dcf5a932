/** One command of a README: `NAME=value`, `NAME=$(a | b)` or a plain command, as lists of words. */
interface ShellCommand {
  readonly assigns: string | null;
  /** Commands of the pipeline, or the one word of a plain assignment. */
  readonly pipeline: readonly (readonly string[])[];
  readonly substitutes: boolean;
}

const WORD = /(?:'[^']*'|"[^"]*"|[^\s'"|])+|\|/g;
const PART = /'([^']*)'|"([^"]*)"|([^'"]+)/g;

/** The shell blocks of a Markdown text, line by line. */
export function shellLines(markdown: string): readonly string[] {
  return [...markdown.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.trim() !== ''),
  );
}

function expand(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{?([A-Z]+)\}?/g, (_, name: string) => {
    const value = variables.get(name);
    if (value === undefined) throw new Error(`$${name} is not set`);
    return value;
  });
}

/** Joins `'quoted'$VARIABLE"parts"` into one word; single quotes keep `$`. */
function unquote(word: string, variables: ReadonlyMap<string, string>): string {
  return [...word.matchAll(PART)]
    .map(([, single, double, bare]) => single ?? expand(double ?? bare ?? '', variables))
    .join('');
}

/** Reads the little of the shell's language that the README needs. */
export function parseShell(line: string, variables: ReadonlyMap<string, string>): ShellCommand {
  const [, name, value] = /^([A-Z]+)=(.*)$/.exec(line) ?? [];
  const inner = /^\$\((.*)\)$/.exec(value ?? '')?.[1];
  const words = (inner ?? value ?? line).match(WORD) ?? [];
  const pipeline: string[][] = [[]];
  for (const word of words) {
    if (word === '|') pipeline.push([]);
    else pipeline.at(-1)?.push(unquote(word, variables));
  }
  return { assigns: name ?? null, pipeline, substitutes: inner !== undefined };
}
