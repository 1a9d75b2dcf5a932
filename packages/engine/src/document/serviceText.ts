/** What texts need to know of a service to name it. */
export interface NamedService {
  /** Docplanner's id of it. */
  readonly addressServiceId: string;
  /** For people. */
  readonly name: string | undefined;
}

/**
 * A service for people, by Docplanner's id of it; the id alone where no name is known.
 *
 * @example
 * serviceText('7', [{ addressServiceId: '7', name: 'First visit' }]) // => 'First visit (7)'
 */
export function serviceText(addressServiceId: string, known: readonly NamedService[]): string {
  const name = known.find((each) => each.addressServiceId === addressServiceId)?.name;
  return name === undefined ? addressServiceId : `${name} (${addressServiceId})`;
}
