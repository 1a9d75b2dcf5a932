import type { SeedAddressService } from '../seed/seed.js';

/** A service as one address offers it, with every field of the seed filled in. */
export type AddressService = Required<Omit<SeedAddressService, 'allowedPatients'>> & {
  readonly allowedPatients: NonNullable<SeedAddressService['allowedPatients']> | null;
};
