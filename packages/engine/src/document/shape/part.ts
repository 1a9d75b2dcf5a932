/** What JSON Schema (draft 2020-12) says of a value. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A part of the clinic document. The document is described once, by parts: from them come its reader, its
 * types and its JSON Schema.
 */
export interface Part<out Input> {
  readonly schema: JsonSchema;
  /** Only a type: what people write there. */
  readonly input?: Input;
}

/** What people write where a part is. */
export type InputOf<P> = P extends Part<infer Input> ? Input : never;

/** A part that is read by itself. Lists and objects are read by readers of their own. */
export interface Scalar<Value, Input = Value> extends Part<Input> {
  /** What a right value is, as a noun phrase. */
  readonly expected: string;
  /** The value, or undefined if it is not as expected. Never throws. */
  readonly read: (raw: unknown) => Value | undefined;
}
