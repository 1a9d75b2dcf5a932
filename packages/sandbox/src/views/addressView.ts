import type { Json } from '../answers/json.js';
import type { Address } from '../state/sandboxState.js';

/** Address of the Docplanner API, section 5. */
export function addressView(address: Address, scopes: ReadonlySet<string>): Json {
  return {
    id: address.id,
    name: address.name,
    city_name: address.cityName,
    post_code: address.postCode,
    street: address.street,
    ...(scopes.has('address.online_only') && { is_online_only: address.isOnlineOnly }),
    ...(scopes.has('address.visit_payment') && { visit_payment: address.visitPayment }),
    ...(scopes.has('address.booking_extra_fields') && {
      booking_extra_fields: { gender: false, nin: false, birth_date: false },
    }),
    ...(scopes.has('address.commercial_type') && { commercial_type: address.commercialType }),
    ...(scopes.has('address.insurance_support') && { insurance_support: address.insuranceSupport }),
  };
}
