import type { FieldErrors } from './fieldErrors.js';

/**
 * A 4xx answer on its way out; thrown by operations and turned into a response in one place. The control interface
 * in-process throws it as it is; its `message` is the text that the answer would have.
 */
export class Refusal extends Error {
  /** Tells it from other errors. */
  override readonly name = 'Refusal';

  /** Says what to answer. */
  constructor(
    /** HTTP status of the answer. */
    readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429,
    message: string,
    /** Texts per field, or texts that belong to no field. */
    readonly errors: FieldErrors | readonly string[] = [],
    /** Headers of the answer besides its media type, such as `Retry-After`. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** 404 of everything that does not exist. */
export const notFound = () => new Refusal(404, 'Object not found');

/** 400 of arguments that are wrong by themselves. */
export const invalid = (errors: FieldErrors | readonly string[] = []) =>
  new Refusal(400, 'Invalid arguments', errors);

/** 422 of calls that would activate a calendar (Docplanner API, section 8). */
export const notCommercial = (addressId: string) =>
  new Refusal(
    422,
    `Cannot activate calendar on address ${addressId}, profile/address is not commercial`,
  );
