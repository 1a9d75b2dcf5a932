/**
 * A value as JSON with two spaces of indentation, in pieces: a member of the outermost object at a
 * time, its arrays an element at a time, so that a large result never is one string.
 *
 * Law: the pieces together are `JSON.stringify(value, null, 2)` and a line end.
 */
export function* jsonPieces(value: object): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  let before = '{\n';
  for (const [name, member] of members) {
    yield `${before}  ${JSON.stringify(name)}: `;
    if (Array.isArray(member) && member.length > 0) yield* elements(member);
    else yield indented(member, 2);
    before = ',\n';
  }
  yield members.length === 0 ? '{}\n' : '\n}\n';
}

function* elements(array: readonly unknown[]): Generator<string> {
  let before = '[\n';
  for (const element of array) {
    yield `${before}    ${indented(element, 4)}`;
    before = ',\n';
  }
  yield '\n  ]';
}

/** Line ends inside of JSON texts are escaped, so every one found here starts a line. */
function indented(value: unknown, depth: number): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${' '.repeat(depth)}`);
}
