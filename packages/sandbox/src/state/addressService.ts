import type { SeedAddressService, SeedPatientAges } from '../seed/seed.js';

/** A service as one address offers it, with every field of the seed filled in. */
export interface AddressService {
  readonly id: string;
  readonly name: string;
  /** Default duration in minutes. */
  readonly duration: number;
  /** Of the dictionary; null for a service of the address's own. */
  readonly serviceId: string | null;
  readonly price: number | null;
  readonly isPriceFrom: boolean;
  readonly isDefault: boolean;
  readonly isVisible: boolean;
  readonly description: string | null;
  readonly customName: string | null;
  readonly allowedPatients: SeedPatientAges | null;
  readonly publicInsuranceFlow: boolean;
}

/** The service that a seed describes. */
export function newAddressService(seed: SeedAddressService): AddressService {
  return {
    id: seed.id,
    name: seed.name,
    duration: seed.duration,
    serviceId: seed.serviceId ?? null,
    price: seed.price ?? null,
    isPriceFrom: seed.isPriceFrom ?? false,
    isDefault: seed.isDefault ?? false,
    isVisible: seed.isVisible ?? true,
    description: seed.description ?? null,
    customName: seed.customName ?? null,
    allowedPatients: seed.allowedPatients ?? null,
    publicInsuranceFlow: seed.publicInsuranceFlow ?? false,
  };
}
