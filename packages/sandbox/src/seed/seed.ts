/** What the client may do with a facility, doctor or address: `none` answers 403, `read` refuses calendar writes. */
export type Access = 'full' | 'read' | 'none';

/** A service that an address offers (Docplanner API, section 6). */
export interface SeedAddressService {
  /** The address_service_id, unique in its address; other addresses may have services of the same id. */
  readonly id: string;
  readonly name: string;
  /** Default duration in minutes. */
  readonly duration: number;
  /** The dictionary's id; null (the default) is a custom service. */
  readonly serviceId?: string | null;
  readonly price?: number | null;
  readonly isPriceFrom?: boolean;
  readonly isDefault?: boolean;
  readonly isVisible?: boolean;
  readonly description?: string | null;
  readonly customName?: string | null;
  readonly allowedPatients?: {
    readonly minimumAge: number | null;
    readonly maximumAge: number | null;
  };
  readonly publicInsuranceFlow?: boolean;
}

/** One calendar: a place where a doctor sees patients, or online (Docplanner API, section 5). */
export interface SeedAddress {
  /** Unique for its doctor in its facility; other doctors may have addresses of the same id. */
  readonly id: string;
  readonly name?: string | null;
  readonly cityName?: string | null;
  readonly postCode?: string;
  readonly street?: string | null;
  /** IANA zone of this address, where it differs from the marketplace's. */
  readonly zone?: string;
  /** Default `full`. */
  readonly access?: Access;
  /** A disabled address cannot have its calendar enabled. Default `enabled`. */
  readonly status?: 'enabled' | 'disabled';
  /** Default `enabled`; `missing` is created by the first enableCalendar, replaceSlots or addCalendarBreak. */
  readonly calendar?: 'enabled' | 'disabled' | 'missing';
  readonly isOnlineOnly?: boolean;
  readonly visitPayment?: boolean;
  /** `basic` is not commercial: its calendar cannot be activated. Default `premium`. */
  readonly commercialType?: 'premium' | 'saas-only' | 'basic';
  readonly insuranceSupport?: 'private' | 'insurance' | 'private_and_insurance';
  /** Ids of assigned insurance providers, from the seed's dictionary. */
  readonly insuranceProviders?: readonly string[];
  readonly services: readonly SeedAddressService[];
}

/** A doctor of a facility (Docplanner API, section 4). */
export interface SeedDoctor {
  /** Unique in its facility; the same doctor may appear in several facilities. */
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  readonly access?: Access;
  readonly profileUrl?: string;
  readonly specializations?: readonly { readonly id: string; readonly name: string }[];
  readonly licenseNumbers?: readonly { readonly id: string; readonly licenseNumber: string }[];
  readonly addresses: readonly SeedAddress[];
}

/** A clinic (Docplanner API, section 3). */
export interface SeedFacility {
  readonly id: string;
  readonly name: string;
  readonly access?: Access;
  readonly doctors: readonly SeedDoctor[];
}

/** An entry of the insurance dictionary (Docplanner API, section 7). */
export interface SeedInsuranceProvider {
  /** Digits only: replaceSlots names providers by integer. */
  readonly id: string;
  readonly name: string;
  readonly plans?: readonly { readonly id: string; readonly name: string }[];
}

/** Everything a sandbox knows when it starts; plain data, so it can be derived from any clinic document. */
export interface SandboxSeed {
  /** IANA zone of the marketplace: "a day" is a day there, and answers carry its offset. */
  readonly zone: string;
  /** The service dictionary (getServices). */
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly onlyDiagnostics?: boolean;
    readonly specializationIds?: readonly string[];
  }[];
  readonly insuranceProviders?: readonly SeedInsuranceProvider[];
  readonly facilities: readonly SeedFacility[];
}
