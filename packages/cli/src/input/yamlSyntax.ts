import { err, ok, type Result } from 'neverthrow';
import { Composer, CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import type { SyntaxProblem } from './parsedText.js';

export type YamlDocument = Document.Parsed<ParsedNode, true>;

/** What a text has more of than memory and patience are sure to be enough for. */
export type YamlLimit = 'tokens' | 'characters' | 'one-text';

/** A text that is too long to be read as YAML. */
export interface YamlTooLong {
  readonly limit: YamlLimit;
}

/**
 * The yaml package keeps up to 550 bytes a token, so this is 1.6 GB at the worst: some 6 MiB of an
 * ordinary document. Comments and long texts are one token each.
 */
export const MAX_TOKENS = 3_000_000;
/** Of a document: tokens are long where texts and comments are. */
export const MAX_CHARACTERS = 16_000_000;
/** Of one token: the package copies a text some ten times. */
export const MAX_TEXT = 1_000_000;
/** Clinic documents are 9 levels deep. */
const MAX_DEPTH = 64;
const MAX_ANCHORS = 10_000;

/** Reads exactly one YAML 1.2 document, up to its first mistake; what it warns of is a mistake too. */
export function composeYaml(text: string): Result<YamlDocument, SyntaxProblem | YamlTooLong> {
  if (text.length > MAX_CHARACTERS) return err({ limit: 'characters' });
  return parseTokens(text).andThen((tokens) => {
    const composer = new Composer({
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      // Every pair of keys would be compared; whoever reads the values keeps a set.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const documents = [...composer.compose(tokens, true, text.length)];
    const [document, second] = documents;
    if (document === undefined) return err({ offset: 0, reason: 'no document' });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) {
      return err({ offset: problem.pos[0], reason: reasonOf(problem.message) });
    }
    if (second !== undefined) {
      return err({ offset: second.range[0], reason: 'a second document starts here' });
    }
    return ok(document);
  });
}

/** Syntax trees, watched while they grow: the parser itself never stops, whatever it is fed. */
function parseTokens(text: string): Result<readonly CST.Token[], SyntaxProblem | YamlTooLong> {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const take = (made: Iterable<CST.Token>): SyntaxProblem | undefined => {
    for (const token of made) {
      if (token.type === 'error') return { offset: token.offset, reason: reasonOf(token.message) };
      tokens.push(token);
    }
    return undefined;
  };
  let [count, anchors, before] = [0, 0, ''];
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) return err({ limit: 'tokens' });
    if (lexeme.length > MAX_TEXT) return err({ limit: 'one-text' });
    const { offset } = parser;
    const sign = before === CST.SCALAR ? undefined : CST.tokenType(lexeme);
    if (sign === 'tag') return err({ offset, reason: 'clinic documents have no tags' });
    if (sign === 'anchor') anchors += 1;
    if (anchors > MAX_ANCHORS) return err({ offset, reason: 'too many anchors' });
    before = lexeme;
    const problem = take(parser.next(lexeme));
    if (problem !== undefined) return err(problem);
    if (parser.stack.length > MAX_DEPTH) {
      return err({ offset: parser.offset, reason: 'nested too deeply for a clinic document' });
    }
  }
  const problem = take(parser.end());
  return problem === undefined ? ok(tokens) : err(problem);
}

const MAX_REASON = 100;

/** The package's message without the text that it quotes after a colon, which may be about a patient. */
function reasonOf(message: string): string {
  const [sentence = ''] = message.split(/: |\n/);
  return sentence.replace(/\.$/, '').slice(0, MAX_REASON);
}
