import type { Profile, Sandbox } from '@slotwright/sandbox';

/** What `slotwright sandbox --format json` prints: where it is, who may call it, and its ids. */
export function sandboxOutput({
  url,
  baseUrl,
  tokenUrl,
  controlUrl,
  clientId,
  clientSecret,
  ids,
}: Sandbox) {
  return { version: 1, url, baseUrl, tokenUrl, controlUrl, clientId, clientSecret, ids } as const;
}

/** The same for people. */
export function sandboxText(sandbox: Sandbox, profile: Profile): readonly string[] {
  const { url, baseUrl, tokenUrl, controlUrl, clientId, clientSecret, ids } = sandbox;
  return [
    `A Docplanner on ${url}, profile ${profile}; Ctrl-C ends it.`,
    '',
    `  API        ${baseUrl}`,
    `  token      ${tokenUrl}`,
    `  control    ${controlUrl}`,
    `  client id  ${clientId}`,
    `  secret     ${clientSecret}`,
    ...ids.addresses.flatMap((address) => [
      '',
      `  facility ${address.facilityId}, doctor ${address.doctorId}, address ${address.addressId}` +
        (address.addressName === null ? '' : ` (${address.addressName})`),
      ...address.addressServices.map(
        ({ id, name, duration }) => `    address service ${id}: ${name}, ${duration} min`,
      ),
    ]),
  ];
}
