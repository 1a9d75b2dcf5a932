import type { Result } from 'neverthrow';
import type { ParsedText, SyntaxProblem } from './parsedText.js';
import { locateInYaml } from './yamlPlaces.js';
import { composeYaml, type YamlTooLong } from './yamlSyntax.js';
import { yamlValue } from './yamlValue.js';

/** Reads one YAML 1.2 document of plain values. */
export function parseYaml(text: string): Result<ParsedText, SyntaxProblem | YamlTooLong> {
  return composeYaml(text).andThen((document) =>
    yamlValue(document).map(
      (value): ParsedText => ({
        value,
        locate: (places) => locateInYaml(document, places),
      }),
    ),
  );
}
