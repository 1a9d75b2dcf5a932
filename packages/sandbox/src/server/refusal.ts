/** Texts per field path, as in `{"slots[1].end": ["..."]}` (Docplanner API, section 2). */
type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** A 4xx answer on its way out; thrown by operations and turned into a response in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429,
    message: string,
    readonly errors: FieldErrors | readonly string[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const notFound = () => new Refusal(404, 'Object not found');

export const invalid = (errors: FieldErrors | readonly string[] = []) =>
  new Refusal(400, 'Invalid arguments', errors);

/** 422 of calls that would activate a calendar (Docplanner API, section 8). */
export const notCommercial = (addressId: string) =>
  new Refusal(
    422,
    `Cannot activate calendar on address ${addressId}, profile/address is not commercial`,
  );
