import { type ZoneId, zoneId } from '@slotwright/engine';
import { err, type Result } from 'neverthrow';
import { type Failure, wrongUsage } from '../exit.js';
import type { ServerOptions } from './server.js';

/** The zone in which each marketplace writes its times, as far as a country has one that most of it lives in. */
const ZONES: Readonly<Record<string, string>> = {
  'doctoraliar.com': 'America/Argentina/Buenos_Aires',
  'doctoralia.com.br': 'America/Sao_Paulo',
  'doctoralia.cl': 'America/Santiago',
  'doctoralia.co': 'America/Bogota',
  'znamylekar.cz': 'Europe/Prague',
  'jameda.de': 'Europe/Berlin',
  'doctoralia.es': 'Europe/Madrid',
  'miodottore.it': 'Europe/Rome',
  'doctoralia.com.mx': 'America/Mexico_City',
  'doctoralia.mx': 'America/Mexico_City',
  'doctoralia.pe': 'America/Lima',
  'znanylekarz.pl': 'Europe/Warsaw',
  'doctoralia.com.pt': 'Europe/Lisbon',
  'doktortakvimi.com': 'Europe/Istanbul',
};

/** The zone that the user names, else the marketplace's. */
export function chosenZone({
  timezone,
  domain,
}: Pick<ServerOptions, 'domain'> & { readonly timezone?: string }): Result<ZoneId, Failure> {
  const known = domain === undefined ? undefined : ZONES[domain.replace(/^www\./, '')];
  const name = timezone ?? known;
  if (name === undefined) {
    return err(wrongUsage('in which time zone? Give --timezone, such as Europe/Madrid'));
  }
  return zoneId(name).mapErr(({ input, suggestion }) => {
    const guess = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
    return wrongUsage(`--timezone: "${input}" is no IANA time zone.${guess}`);
  });
}
