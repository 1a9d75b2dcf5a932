import { z } from 'zod';

/** Ids are strings; older answers have numbers. */
export const Id = z.union([z.string().min(1), z.number().int().transform(String)]);

/** Absent and null mean the same: not known. */
export const OptionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** A moment as an answer writes it, in the form `2026-10-05T09:00:00+02:00` whatever form it came in. */
export const Time = z
  .string()
  .regex(TIME)
  .transform((text) => {
    const [, wall = '', offset = ''] = TIME.exec(text) ?? [];
    if (offset === 'Z') return `${wall}+00:00`;
    return offset.includes(':')
      ? `${wall}${offset}`
      : `${wall}${offset.slice(0, 3)}:${offset.slice(3)}`;
  });

/** A moment, or undefined where there is none or it cannot be read. */
export const OptionalTime = Time.optional().catch(undefined);

/** Whole minutes. */
export const Duration = z.coerce.number().int().nonnegative();

/** `{_items: [...]}` (Docplanner API, section 2). */
export const collection = <T extends z.ZodType>(item: T) =>
  z
    .looseObject({ _items: z.array(item) })
    .transform(({ _items }): readonly z.output<T>[] => _items);
