/** The lines of a help text that show a command at work; each with what it does. */
export function examples(...lines: readonly (readonly [command: string, does: string])[]): string {
  const shown = lines.flatMap(([command, does]) =>
    does === '' ? [`  ${command}`] : [`  # ${does}`, `  ${command}`],
  );
  return ['', 'Examples:', ...shown].join('\n');
}

/** The exit codes of a command, for its help text. */
export function exitCodes(...lines: readonly (readonly [code: number, meaning: string])[]): string {
  const shown = lines.map(([code, meaning]) => `  ${String(code).padEnd(4)} ${meaning}`);
  return ['', 'Exit codes:', ...shown].join('\n');
}
