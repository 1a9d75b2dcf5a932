/** What the client may do with a facility, doctor or address: `none` answers 403, `read` refuses calendar writes. */
export type Access = 'full' | 'read' | 'none';

/** An id and what to call it. */
export interface Named {
  /** Of what it names. */
  readonly id: string;
  /** For people. */
  readonly name: string;
}

/** Ages, in whole years, of patients who may book a service; null is no bound. */
export interface SeedPatientAges {
  /** The youngest that may. */
  readonly minimumAge: number | null;
  /** The oldest that may. */
  readonly maximumAge: number | null;
}

/** A service that an address offers (Docplanner API, section 6). */
export interface SeedAddressService {
  /** The address_service_id, unique in its address; other addresses may have services of the same id. */
  readonly id: string;
  /** What patients read, unless there is a `customName`. */
  readonly name: string;
  /** Default duration in whole minutes. */
  readonly duration: number;
  /** The dictionary's id; null (the default) is a service of the address's own. */
  readonly serviceId?: string | null | undefined;
  /** In the marketplace's currency; answers cut its decimals off. Default null: none given. */
  readonly price?: number | null | undefined;
  /** Whether `price` is the lowest of several. Default false. */
  readonly isPriceFrom?: boolean | undefined;
  /** Default false. */
  readonly isDefault?: boolean | undefined;
  /** Whether patients see it on the profile; slots are shown either way. Default true. */
  readonly isVisible?: boolean | undefined;
  /** Default null: none. */
  readonly description?: string | null | undefined;
  /** The address's own name for it. Default null: the dictionary's. */
  readonly customName?: string | null | undefined;
  /** Default: everybody. Shown only: bookSlot does not look at the patient's age. */
  readonly allowedPatients?: SeedPatientAges | undefined;
  /** Shown as `is_public_insurance_flow`. Default false. */
  readonly publicInsuranceFlow?: boolean | undefined;
}

/** One calendar: a place where a doctor sees patients, or online (Docplanner API, section 5). */
export interface SeedAddress {
  /** Unique for its doctor in its facility; other doctors may have addresses of the same id. */
  readonly id: string;
  /** Default null. */
  readonly name?: string | null | undefined;
  /** Default null. */
  readonly cityName?: string | null | undefined;
  /** Default empty. */
  readonly postCode?: string | undefined;
  /** Default null. */
  readonly street?: string | null | undefined;
  /** IANA zone of this address, where it differs from the marketplace's. */
  readonly zone?: string | undefined;
  /** Default `full`. */
  readonly access?: Access | undefined;
  /** A disabled address cannot have its calendar enabled. Default `enabled`. */
  readonly status?: 'enabled' | 'disabled' | undefined;
  /** Default `enabled`; `missing` is created by the first enableCalendar, replaceSlots or addCalendarBreak. */
  readonly calendar?: 'enabled' | 'disabled' | 'missing' | undefined;
  /** Coupled breaks go between online-only addresses and the others. Default false. */
  readonly isOnlineOnly?: boolean | undefined;
  /** Whether visits are paid in advance; shown only. Default false. */
  readonly visitPayment?: boolean | undefined;
  /** `basic` is not commercial: its calendar cannot be activated. Default `premium`. */
  readonly commercialType?: 'premium' | 'saas-only' | 'basic' | undefined;
  /** Default `private_and_insurance`. */
  readonly insuranceSupport?: 'private' | 'insurance' | 'private_and_insurance' | undefined;
  /** Ids of assigned insurance providers, from the seed's dictionary. Default none. */
  readonly insuranceProviders?: readonly string[] | undefined;
  /** What can be booked there; may be empty. */
  readonly services: readonly SeedAddressService[];
}

/** A doctor's license (Docplanner API, section 4). */
export interface SeedLicense {
  /** Of the license. */
  readonly id: string;
  /** As its authority writes it. */
  readonly licenseNumber: string;
}

/** A doctor of a facility (Docplanner API, section 4). */
export interface SeedDoctor {
  /** Unique in its facility; the same doctor may appear in several facilities. */
  readonly id: string;
  /** First name. */
  readonly name: string;
  /** Family name. */
  readonly surname: string;
  /** Default `full`. */
  readonly access?: Access | undefined;
  /** Default an invented URL. */
  readonly profileUrl?: string | undefined;
  /** Default none. */
  readonly specializations?: readonly Named[] | undefined;
  /** Default none. */
  readonly licenseNumbers?: readonly SeedLicense[] | undefined;
  /** The doctor's calendars in this facility. */
  readonly addresses: readonly SeedAddress[];
}

/** A clinic (Docplanner API, section 3). */
export interface SeedFacility {
  /** Unique in the seed. */
  readonly id: string;
  /** The clinic's name. */
  readonly name: string;
  /** Default `full`. */
  readonly access?: Access | undefined;
  /** Who works there. */
  readonly doctors: readonly SeedDoctor[];
}

/** An entry of the service dictionary (Docplanner API, section 6). */
export interface SeedService {
  /** Unique in the dictionary. */
  readonly id: string;
  /** What it is called in the dictionary. */
  readonly name: string;
  /** Whether `with=services.only_diagnostics` shows it. Default false. */
  readonly onlyDiagnostics?: boolean | undefined;
  /** Specializations for which `specialization_id` shows it. Default none. */
  readonly specializationIds?: readonly string[] | undefined;
}

/** An entry of the insurance dictionary (Docplanner API, section 7). */
export interface SeedInsuranceProvider {
  /** Digits only: replaceSlots names providers by integer. */
  readonly id: string;
  /** What it is called in the dictionary. */
  readonly name: string;
  /** Default none. */
  readonly plans?: readonly Named[] | undefined;
}

/** Everything a sandbox knows when it starts; plain data, so it can be derived from any clinic document. */
export interface SandboxSeed {
  /** IANA zone of the marketplace: "a day" is a day there, and answers carry its offset. */
  readonly zone: string;
  /** The service dictionary (getServices). */
  readonly services: readonly SeedService[];
  /** The insurance dictionary. Default empty. */
  readonly insuranceProviders?: readonly SeedInsuranceProvider[] | undefined;
  /** The clinics that the client may or may not see. */
  readonly facilities: readonly SeedFacility[];
}
