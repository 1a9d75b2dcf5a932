import type { ImportedAddress } from './importedClinic.js';

const MAX_LENGTH = 60;

/** Letters that are no plain letter with a mark on it. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
};

/** An id for people, of plain small letters, digits and hyphens: `ana-ruiz-centro`. Ids are added to `taken`. */
export function calendarSlug(
  { doctor, address, addressId }: Pick<ImportedAddress, 'doctor' | 'address' | 'addressId'>,
  taken: Set<string>,
): string {
  const [place = ''] = address.split(',');
  const slug = slugOf(`${doctor} ${place}`) || `address-${slugOf(addressId)}`;
  let free = slug;
  for (let next = 2; taken.has(free); next += 1) free = `${slug}-${next}`;
  taken.add(free);
  return free;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[ßłøđıæ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-|-$/g, '');
}
