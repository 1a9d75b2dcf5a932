import type { Json } from '../answers/json.js';
import type { AddressService } from '../state/addressService.js';

/** AddressService of the Docplanner API, section 6. */
export function addressServiceView(service: AddressService, scopes: ReadonlySet<string>): Json {
  const ages = service.allowedPatients;
  return {
    id: service.id,
    name: service.name,
    price: service.price === null ? null : Math.trunc(service.price),
    is_price_from: service.isPriceFrom,
    is_default: service.isDefault,
    service_id: service.serviceId,
    description: service.description,
    duration: service.duration,
    is_visible: service.isVisible,
    ...(scopes.has('address_service.allowed_patients') && {
      allowed_patients:
        ages === null ? null : { minimum_age: ages.minimumAge, maximum_age: ages.maximumAge },
    }),
    ...(scopes.has('address_service.custom_name') && { custom_name: service.customName }),
    ...(scopes.has('address_service.public_insurance_flow') && {
      is_public_insurance_flow: service.publicInsuranceFlow,
    }),
  };
}
