/** A command of a page, and what the page shows below it. */
export interface PageCommand {
  readonly line: string;
  /** Undefined where the page does not show what it prints. */
  readonly shown: readonly string[] | undefined;
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

/**
 * The commands of a page in the reader's order: what follows a `$` in a `console` block, with what is printed
 * below it, and every line of a `sh` block.
 */
export function commandsOf(text: string): readonly PageCommand[] {
  return [...text.matchAll(FENCE)].flatMap(([, language, block = '']) => {
    if (language === 'sh') return linesOf(block).map((line) => ({ line, shown: undefined }));
    return language === 'console' ? ofConsole(block) : [];
  });
}

/** Blocks of a page that look like commands, but are none that `commandsOf` gives. */
export function unmarkedCommands(text: string): readonly string[] {
  return [...text.matchAll(FENCE)].flatMap(([, language = '', block = '']) =>
    language === ''
      ? linesOf(block).filter((line) =>
          /^(\$ |slotwright |npm |npx |export |alias |curl )/.test(line),
        )
      : [],
  );
}

function ofConsole(block: string): readonly PageCommand[] {
  return block
    .split(/^(?=\$ )/m)
    .map((part) => part.trimEnd().split('\n'))
    .map(([first = '', ...shown]) => ({
      line: first.slice(2).replace(/\s+# .*$/, ''),
      shown,
    }));
}

function linesOf(block: string): readonly string[] {
  return block.split('\n').filter((line) => line.trim() !== '');
}
