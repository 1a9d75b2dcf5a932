/** A value as YAML on one line; every text is read back as it was, also where it looks like something else. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{ ${pairs.map(([key, each]) => `${key}: ${flowText(each)}`).join(', ')} }`;
  }
  return typeof value === 'string' ? scalarText(value) : String(value);
}

const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const WORDS = /^\p{L}[\p{L}\p{M}\d/_.-]*(?: [\p{L}\d][\p{L}\p{M}\d/_.-]*)*$/u;
/** Words that YAML, or an older one, takes for something else. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** Plain where that is plainly a text, else in double quotes. */
function scalarText(text: string): string {
  const isPlain = TIME.test(text) || (WORDS.test(text) && !RESERVED.test(text));
  return isPlain ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => {
      const code = character.charCodeAt(index).toString(16).padStart(4, '0');
      return `\\u${code}`;
    }).join(''),
  );
}

/** A comment of one line, whatever characters the text has. */
export function commentText(text: string): string {
  return `# ${text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()}`;
}
