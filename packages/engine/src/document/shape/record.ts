import type { InputOf, JsonSchema, Part, Scalar } from './part.js';

/** A key of an object: what it has and whether it has to be there. */
export interface Field<P extends Part<unknown>, Required extends boolean> {
  readonly part: P;
  readonly isRequired: Required;
  readonly schema: JsonSchema;
}

/** The keys of an object, in the order in which people are told of them. */
export type Fields = Readonly<Record<string, Field<Part<unknown>, boolean>>>;

/** A key that every object has. */
export function required<P extends Part<unknown>>(part: P, description: string): Field<P, true> {
  return { part, isRequired: true, schema: { ...part.schema, description } };
}

/** A key that may be left out. */
export function optional<P extends Part<unknown>>(part: P, description?: string): Field<P, false> {
  const schema = description === undefined ? part.schema : { ...part.schema, description };
  return { part, isRequired: false, schema };
}

type RequiredKey<F extends Fields> = {
  [Key in keyof F]: F[Key]['isRequired'] extends true ? Key : never;
}[keyof F];
type OptionalKey<F extends Fields> = Exclude<keyof F, RequiredKey<F>>;

/** A scalar's value; what a list or an object has is read by its own reader. */
type ValueOf<P> = P extends Scalar<infer Value, infer _Input> ? Value : unknown;

/** The values of an object in which everything is right. */
export type Whole<F extends Fields> = {
  readonly [Key in RequiredKey<F>]: ValueOf<F[Key]['part']>;
} & { readonly [Key in OptionalKey<F>]?: ValueOf<F[Key]['part']> | undefined };

/** The values that are right in an object in which something may not be. */
export type Known<F extends Fields> = {
  readonly [Key in keyof F]?: ValueOf<F[Key]['part']> | undefined;
};

/** What people write where an object is. */
export type RecordInput<F extends Fields> = {
  readonly [Key in RequiredKey<F>]: InputOf<F[Key]['part']>;
} & { readonly [Key in OptionalKey<F>]?: InputOf<F[Key]['part']> | undefined };

/** A key as the reader of objects needs it. */
interface KeyReader {
  readonly isRequired: boolean;
  /** Undefined for lists and objects: they are read by readers of their own. */
  readonly scalar: Scalar<unknown> | undefined;
}

/** An object with these keys and no others. */
export interface RecordPart<F extends Fields> extends Part<RecordInput<F>> {
  /** What to call the object. */
  readonly expected: string;
  readonly fields: F;
  /** How each key is read. */
  readonly byKey: ReadonlyMap<string, KeyReader>;
  readonly keys: readonly string[];
  /** How many keys have to be there. */
  readonly requiredCount: number;
}

/** Describes an object; `rest` is what else JSON Schema says of it. */
export function record<const F extends Fields>(
  expected: string,
  fields: F,
  rest: JsonSchema,
): RecordPart<F> {
  const entries = Object.entries(fields);
  const needed = entries.filter(([, { isRequired }]) => isRequired).map(([key]) => key);
  return {
    expected,
    fields,
    byKey: new Map(
      entries.map(([key, { part, isRequired }]) => [key, keyReader(part, isRequired)]),
    ),
    keys: Object.keys(fields),
    requiredCount: needed.length,
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, schema])),
      ...(needed.length === 0 ? {} : { required: needed }),
      additionalProperties: false,
      ...rest,
    },
  };
}

function keyReader(part: Part<unknown>, isRequired: boolean): KeyReader {
  return { isRequired, scalar: isScalar(part) ? part : undefined };
}

function isScalar(part: Part<unknown>): part is Scalar<unknown> {
  return 'read' in part;
}
