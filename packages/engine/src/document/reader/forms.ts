type Form = readonly string[];

/**
 * For the JSON Schema: an object has the keys of exactly one of these forms. It names every key in every
 * form, as strict validators want to know each key where it is required.
 */
export function exactlyOne(...forms: readonly Form[]): Readonly<Record<string, unknown>> {
  const keys = forms.flat();
  const oneOf = forms.map((required) => ({
    properties: Object.fromEntries(keys.map((key) => [key, required.includes(key)])),
    required,
  }));
  return { oneOf };
}
